import type { JobId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Refusal } from '../../../core/contract/refusals.ts'
import type { SearchHit, TodayBoard } from '../../../core/contract/views.ts'

/** The same plate once more: booked for today, or already in the garage. */
export type Twin =
  | { readonly kind: 'booked'; readonly jobId: JobId; readonly slotUtcMs: UtcMs }
  | { readonly kind: 'here'; readonly jobId: JobId; readonly jobNo: number }

/** Seen as soon as the plate is whole; where it was not, the service's refusal says it. */
export function twinOf(known: readonly SearchHit[], board: TodayBoard | null, refusal: Refusal | null): Twin | null {
  if (refusal?.code === 'plateIsBooked') return { kind: 'booked', jobId: refusal.jobId, slotUtcMs: refusal.slotStartUtcMs }
  if (refusal?.code === 'plateAlreadyHere') return { kind: 'here', jobId: refusal.jobId, jobNo: refusal.jobNo }
  const here = known.find(({ job, open }) => open && job.phase !== 'expected')
  if (here !== undefined) return { kind: 'here', jobId: here.job.jobId, jobNo: here.job.jobNo }
  const booked = board?.expected.find((card) => known.some(({ job }) => job.jobId === card.jobId))
  return booked === undefined ? null : { kind: 'booked', jobId: booked.jobId, slotUtcMs: booked.slotStartUtcMs }
}
