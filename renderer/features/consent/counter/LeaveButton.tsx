import { useLocation } from 'wouter'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { requestHref } from '../openConsent.ts'

type LeaveButtonProps = {
  readonly jobId: JobId
  readonly consentId: ConsentId
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** Back to the desk takes two presses: what stands there is not for customers. */
export function LeaveButton({ jobId, consentId, isOpen, onOpen }: LeaveButtonProps) {
  const text = useText()
  const [, navigate] = useLocation()
  return (
    <>
      <Button look="quiet" size="lg" icon="lock" onPress={() => onOpen(true)}>
        {text('consent.counter.leave')}
      </Button>
      <Dialog
        title={text('consent.counter.leaveTitle')}
        isOpen={isOpen}
        onClose={() => onOpen(false)}
        footer={
          <>
            <Button look="primary" size="lg" onPress={() => navigate(requestHref(jobId, consentId))}>
              {text('consent.counter.leaveDo')}
            </Button>
            <Button look="quiet" size="lg" onPress={() => onOpen(false)}>
              {text('consent.counter.stay')}
            </Button>
          </>
        }
      >
        <p className="say">{text('consent.counter.leaveSay')}</p>
      </Dialog>
    </>
  )
}
