import type { BayId, JobId, PersonId } from '../../../core/basics/ids.ts'
import type { JobPage, TodayBoard } from '../../../core/contract/views.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'

/** What a dialog asks about a job. */
export type JobQuestion =
  | { readonly kind: 'start' | 'resume' | 'pause' | 'cancel' | 'withdraw' | 'moveSlot' | 'correct'; readonly jobId: JobId }
  | {
      readonly kind: 'override'
      readonly jobId: JobId
      readonly bayId: BayId
      readonly mechanicId: PersonId
      readonly passedOver: readonly JobId[]
    }

/** What every dialog stands on, loaded before it opens. `onAsk(null)` closes; another question takes its place. */
export type JobDialogProps = {
  readonly job: JobPage
  readonly garage: Garage
  readonly board: TodayBoard
  readonly onAsk: (question: JobQuestion | null) => void
}
