import { withoutEval } from '../../core/wire/withoutEval.ts'

// Before any schema is made: this page's policy forbids eval, and a schema would try it.
withoutEval()
