import { hourMs, type UtcMs } from '../../core/basics/instant.ts'
import type { ConsentId, JobId } from '../../core/basics/ids.ts'
import { noShowAt } from '../../core/domain/queue/arrival.ts'
import { decide } from '../../core/domain/job/decide.ts'
import { lastWallAtUtcMs } from '../../db/log/read.ts'
import type { GarageContext } from './context.ts'
import { record } from './record.ts'
import { sha256Hex } from './sha256.ts'

/**
 * The program marks no-shows of the last day and a half only. A clock set years ahead would else give up every booking at
 * once; older ones are left to the desk, which sees them as unresolved.
 */
const marksWithinMs = 36 * hourMs

/** Marks what the clock has decided (queue.md, policy 9); the ids of the jobs it marked. */
export function markNoShows(context: GarageContext): readonly JobId[] {
  const garage = context.garage()
  const now = context.clock.wallUtcMs()
  if (garage === null || !isTrusted(context, now)) return []
  const due = [...context.openJobs().values()].filter(({ phase, slotStartUtcMs }) => {
    if (phase.kind !== 'expected' || slotStartUtcMs === null) return false
    const overdueMs = now - noShowAt(slotStartUtcMs, garage.queue)
    return overdueMs >= 0 && overdueMs < marksWithinMs
  })
  if (due.length === 0) return []
  context.db
    .transaction(() => {
      const queue = context.queueInput(garage, now)
      const openJobs = [...context.openJobs().values()]
      for (const job of due) {
        const decision = decide(
          { type: 'markNoShow', jobId: job.jobId },
          {
            nowUtcMs: now,
            clock: 'ok',
            actorId: 'system',
            job,
            nextJobNo: 0,
            openJobs,
            garage,
            queue,
            place: { garageId: context.identity.garage, deviceId: context.identity.device },
            newConsentId: context.newId<ConsentId>(now),
            readyUtcMs: null,
            isPhotoKept: () => true,
            sha256Hex,
          },
        )
        if (decision.ok) record(context, job.jobId, job, decision.value, 'system', now)
      }
    })
    .immediate()
  return due.map((job) => job.jobId)
}

/** Nothing is given up by a clock that is known to be wrong. */
function isTrusted(context: GarageContext, now: UtcMs): boolean {
  return context.clockState(now) === 'ok' && lastWallAtUtcMs(context.db) !== null
}
