import type { BayId, ConsentId, EventId, JobId, PersonId } from '../../../core/basics/ids.ts'
import type { JobPage, TodayBoard } from '../../../core/contract/views.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { Basis } from '../../../core/domain/pricing/basis.ts'

/** A question that names the job and nothing else. `pay`: payment and hand-over, payment alone once the car is gone. */
export type PlainQuestion = {
  readonly kind:
    | 'start'
    | 'resume'
    | 'pause'
    | 'cancel'
    | 'withdraw'
    | 'moveSlot'
    | 'correct'
    | 'finish'
    | 'pay'
    | 'bill'
    | 'vehicle'
    | 'materials'
  readonly jobId: JobId
}

/** What a dialog asks about a job. */
export type JobQuestion =
  | PlainQuestion
  | { readonly kind: 'refund'; readonly jobId: JobId; readonly paymentId: EventId }
  | { readonly kind: 'leaveOut'; readonly jobId: JobId; readonly basis: Basis }
  | { readonly kind: 'takeBackPart'; readonly jobId: JobId; readonly useId: EventId }
  | { readonly kind: 'dropConsent'; readonly jobId: JobId; readonly consentId: ConsentId }
  | { readonly kind: 'dropFinding'; readonly jobId: JobId; readonly findingId: EventId }
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
