import type { ConsentRefusal } from './refusals.ts'
import type { Decider } from './types.ts'

/** An answer names who gave it; a delegate also says on what ground he may. */
export function deciderProblem({ name, relation, delegateBasis }: Decider): ConsentRefusal | null {
  if (name.trim() === '') return { code: 'deciderNameMissing' }
  return relation === 'delegate' && (delegateBasis ?? '').trim() === '' ? { code: 'delegateBasisMissing' } : null
}
