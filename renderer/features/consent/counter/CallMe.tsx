import { useState } from 'react'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import { addMinutes } from '../../../../core/basics/instant.ts'
import { noteMostChars } from '../../../../core/wire/bounds.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useText } from '../../../i18n/text.ts'
import { serviceNow } from '../../../stores/clock.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'

const waitsMin = [30, 60, 120]

type CallMeProps = { readonly jobId: JobId; readonly consentId: ConsentId; readonly onDone?: () => void }

/** The customer wants to think: nothing is decided, and the desk is reminded to call. */
export function CallMe({ jobId, consentId }: CallMeProps) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" size="lg" icon="phone" onPress={() => setOpen(true)}>
        {text('consent.counter.callMe')}
      </Button>
      {isOpen && <CallMeDialog jobId={jobId} consentId={consentId} onClose={() => setOpen(false)} />}
    </>
  )
}

export function CallMeDialog({ jobId, consentId, onClose }: Omit<CallMeProps, 'onDone'> & { readonly onClose: () => void }) {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const { send, isSending } = useDeskCommand()
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const postpone = async (waitMin: number): Promise<void> => {
    const callAgainAtUtcMs = addMinutes(serviceNow(), waitMin)
    const outcome = await send({ type: 'postponeConsent', jobId, consentId, callAgainAtUtcMs, note: note.trim() })
    if (!outcome.ok) {
      setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
      return
    }
    showToast({ look: 'done', say: text('consent.counter.callMeDone', { at: format.time(callAgainAtUtcMs) }) })
    onClose()
  }
  return (
    <Dialog title={text('consent.counter.callMeTitle')} isOpen onClose={onClose}>
      <p className="say">{text('consent.counter.callMeSay')}</p>
      <div className="call-waits">
        {waitsMin.map((waitMin) => (
          <Button key={waitMin} size="lg" isPending={isSending} onPress={() => void postpone(waitMin)}>
            {text('consent.counter.in', { minutes: format.minutes(waitMin) })}
          </Button>
        ))}
      </div>
      <TextField
        label={text('consent.counter.callMeNote')}
        optional
        value={note}
        onChange={setNote}
        maxLength={noteMostChars}
        error={problem}
      />
      <footer className="call-foot">
        <Button look="quiet" size="lg" onPress={onClose}>
          {text('common.cancel')}
        </Button>
      </footer>
    </Dialog>
  )
}
