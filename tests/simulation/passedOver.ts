import type { JobId } from '../../core/basics/ids.ts'
import type { QueueInput, WaitingJob } from '../../core/domain/queue/types.ts'
import type { StartNow } from '../../core/domain/queue/choose.ts'

/**
 * The invariant of rule 3, written a second time and from the outside: an on-time customer who is here and whose slot has come is passed
 * over when he is left waiting and a mechanic and bay that fit him are given to anyone without that right, or with a later slot.
 */
export function passedOverBy({ nowUtcMs, waiting, mechanics, bays }: QueueInput, starts: readonly StartNow[]): readonly JobId[] {
  const jobs = new Map(waiting.map((job) => [job.jobId, job]))
  const started = new Set(starts.map(({ jobId }) => jobId))
  return waiting
    .filter((job) => hasRight(job, nowUtcMs) && !started.has(job.jobId))
    .filter((job) =>
      starts.some(({ jobId, mechanicId, bayId }) => {
        const other = jobs.get(jobId)
        const mechanic = mechanics.find((one) => one.mechanicId === mechanicId)
        const bay = bays.find((one) => one.bayId === bayId)
        if (other === undefined || mechanic === undefined || bay === undefined) throw new Error(`${jobId} cannot be started there`)
        const fits =
          job.needs.skills.every((skill) => mechanic.skills.includes(skill)) &&
          (job.needs.bayKinds.length === 0 || job.needs.bayKinds.includes(bay.kind))
        return fits && !(hasRight(other, nowUtcMs) && slotOf(other) <= slotOf(job))
      }),
    )
    .map(({ jobId }) => jobId)
}

function hasRight(job: WaitingJob, nowUtcMs: number): boolean {
  return job.arrivalClass === 'onTime' && slotOf(job) <= nowUtcMs
}

function slotOf(job: WaitingJob): number {
  return job.slotStartUtcMs ?? Infinity
}
