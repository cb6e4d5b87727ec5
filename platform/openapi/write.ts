import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiText } from '../openapi.ts'

/** `npm run openapi`: makes docs/openapi.json anew after a change of the schemas. */
const file = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json')
writeFileSync(file, openApiText())
process.stdout.write(`${file}\n`)
