import type { JobId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { TodayBoard } from '../../../core/contract/views.ts'

/** When the car in work is expected to be ready by what is agreed now; null while nobody can say. */
export function readyAt(board: TodayBoard | null, jobId: JobId): UtcMs | null {
  const inBays = board?.bays.flatMap(({ job }) => (job === null ? [] : [job])) ?? []
  return [...inBays, ...(board?.standing ?? [])].find((card) => card.jobId === jobId)?.endsAboutUtcMs ?? null
}
