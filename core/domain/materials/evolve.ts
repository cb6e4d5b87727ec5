import { assertNever } from '../../basics/assertNever.ts'
import { hasAnswer } from '../consent/state.ts'
import { withAlarm } from '../job/alarm.ts'
import type { RecordedJobEvent } from '../job/events.ts'
import type { Job } from '../job/types.ts'
import { agreedLine } from '../pricing/agreed.ts'
import { billProblem } from '../pricing/bill.ts'
import type { MaterialEvent } from './events.ts'
import { mismatchesOf } from './match.ts'

/** Folds what happened to materials. A use that no agreed line covers, as two devices may bring, raises an alarm and counts for nothing. */
export function evolveMaterial(job: Job, recorded: RecordedJobEvent, event: MaterialEvent): Job {
  switch (event.type) {
    case 'workRequested': {
      // Lines are numbered anew: what was left out of the old list says nothing of the new one.
      const leftOut = job.leftOut.filter(({ basis }) => basis.kind !== 'material')
      const asked = { ...job, materials: event.materials, offer: event.offer, leftOut }
      const broken =
        hasAnswer(job) || job.uses.length > 0 || (job.bill !== null && billProblem(asked, job.bill.lines, job.bill.discount) !== null)
      return broken ? withAlarm(job, 'requestRefused', recorded) : asked
    }
    case 'partUsed': {
      const { basis, part, quantity, source } = event
      const line = agreedLine(job, basis)
      if (line?.state !== 'agreed' || line.spec === null || mismatchesOf(job, line, part, quantity).length > 0) {
        return withAlarm(job, 'usedWithoutBasis', recorded)
      }
      const use = {
        useId: recorded.eventId,
        basis,
        part,
        quantity,
        source,
        takenBackMilli: 0,
        atUtcMs: recorded.atUtcMs,
        by: recorded.actorId,
      }
      return { ...job, uses: [...job.uses, use] }
    }
    case 'partTakenBack':
      return {
        ...job,
        uses: job.uses.map((use) =>
          use.useId === event.useId ? { ...use, takenBackMilli: Math.min(use.quantity.milli, use.takenBackMilli + event.milli) } : use,
        ),
      }
    default:
      return assertNever(event)
  }
}
