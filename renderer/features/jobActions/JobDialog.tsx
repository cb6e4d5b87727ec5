import { assertNever } from '../../../core/basics/assertNever.ts'
import { useHello, useJob, useToday } from '../../client/queries.ts'
import { BillDialog } from '../bill/BillDialog.tsx'
import { DropConsentDialog, DropFindingDialog, LeaveOutDialog } from '../bill/ReasonDialogs.tsx'
import { PaymentSheet } from '../bill/PaymentSheet.tsx'
import { RefundDialog } from '../bill/RefundDialog.tsx'
import { TakeBackDialog } from '../bill/TakeBackDialog.tsx'
import { RequestMaterialsDialog } from '../newVisit/RequestMaterialsDialog.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { FinishDialog } from './FinishDialog.tsx'
import { MoveSlotDialog } from './MoveSlotDialog.tsx'
import { OverrideDialog } from './OverrideDialog.tsx'
import { PauseDialog } from './PauseDialog.tsx'
import type { JobDialogProps, JobQuestion } from './question.ts'
import { ResumeDialog } from './ResumeDialog.tsx'
import { StartDialog } from './StartDialog.tsx'
import { VehicleDialog } from './VehicleDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

type JobDialogHostProps = { readonly question: JobQuestion | null; readonly onAsk: (question: JobQuestion | null) => void }

/**
 * The question that a screen asks about a job, if any: `const [question, ask] = useState<JobQuestion | null>(null)`, once per
 * screen `<JobDialog question={question} onAsk={ask} />`, and `ask({ kind: 'pause', jobId })` from a button.
 */
export function JobDialog({ question, onAsk }: JobDialogHostProps) {
  return question === null ? null : <LoadedDialog key={`${question.kind} ${question.jobId}`} question={question} onAsk={onAsk} />
}

function LoadedDialog({ question, onAsk }: { readonly question: JobQuestion; readonly onAsk: JobDialogHostProps['onAsk'] }) {
  const job = useJob(question.jobId).data
  const board = useToday().data
  const garage = useHello().data?.garage
  if (!job || !board || !garage) return null
  return <Dialog question={question} {...{ job, board, garage, onAsk }} />
}

function Dialog({ question, ...props }: JobDialogProps & { readonly question: JobQuestion }) {
  switch (question.kind) {
    case 'start':
      return <StartDialog {...props} />
    case 'resume':
      return <ResumeDialog {...props} />
    case 'pause':
      return <PauseDialog {...props} />
    case 'cancel':
      return <CancelDialog {...props} />
    case 'override':
      return <OverrideDialog question={question} {...props} />
    case 'withdraw':
      return <WithdrawDialog {...props} />
    case 'moveSlot':
      return <MoveSlotDialog {...props} />
    case 'correct':
      return <CorrectDialog {...props} />
    case 'finish':
      return <FinishDialog {...props} />
    case 'pay':
      return <PaymentSheet {...props} />
    case 'bill':
      return <BillDialog {...props} />
    case 'vehicle':
      return <VehicleDialog {...props} />
    case 'materials':
      return <RequestMaterialsDialog job={props.job} onClose={() => props.onAsk(null)} />
    case 'refund':
      return <RefundDialog question={question} {...props} />
    case 'leaveOut':
      return <LeaveOutDialog question={question} {...props} />
    case 'takeBackPart':
      return <TakeBackDialog question={question} {...props} />
    case 'dropConsent':
      return <DropConsentDialog question={question} {...props} />
    case 'dropFinding':
      return <DropFindingDialog question={question} {...props} />
    default:
      return assertNever(question)
  }
}
