import { err, ok } from '../../basics/result.ts'
import type { LifeCommand } from './commands.ts'
import { isAbout, openConflicts } from './apart.ts'
import type { JobContext, JobDecision } from './context.ts'
import type { Job } from './types.ts'

/** A person has looked at two facts that were recorded apart. Only of a double start something is left to be decided: who works where. */
export function settleConflict(
  { about, assigned, note }: Extract<LifeCommand, { type: 'settleConflict' }>,
  job: Job,
  { garage }: JobContext,
): JobDecision {
  const conflict = openConflicts(job).find((each) => isAbout(each, about))
  if (conflict === undefined) return err({ code: 'unknownConflict' })
  if (conflict.kind !== 'doubleStart') {
    return ok([{ type: 'conflictSettled', kind: conflict.kind, about: conflict.about, assigned: null, note: note.trim() }])
  }
  if (assigned === null) return err({ code: 'assignmentMissing' })
  if (!garage.bays.some(({ bayId }) => bayId === assigned.bayId)) return err({ code: 'unknownBay' })
  if (!garage.people.some(({ personId, role }) => personId === assigned.mechanicId && role !== 'frontDesk'))
    return err({ code: 'unknownMechanic' })
  return ok([{ type: 'conflictSettled', kind: conflict.kind, about: conflict.about, assigned, note: note.trim() }])
}
