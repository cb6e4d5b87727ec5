import { useState } from 'react'
import type { Wanted } from '../../../core/domain/request/types.ts'
import type { RequestCommand } from '../../../core/domain/request/commands.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { showToast } from '../../ui/toasts.ts'
import { ActionDialog } from '../jobActions/ActionDialog.tsx'
import { ReasonField } from '../jobActions/ReasonField.tsx'
import { useDeskCommand } from '../jobActions/useDeskCommand.ts'

type ReasonDialogProps = {
  readonly wanted: Wanted
  readonly title: string
  readonly say: string
  readonly doLabel: string
  readonly doneSay: string
  readonly commandOf: (reason: string) => RequestCommand
  readonly onClose: () => void
}

/** Taking an offer or a request off the table: the customer reads why. */
export function ReasonDialog({ wanted, title, say, doLabel, doneSay, commandOf, onClose }: ReasonDialogProps) {
  const text = useText()
  const refusalText = useRefusalText()
  const { send, isSending } = useDeskCommand()
  const [reason, setReason] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (): Promise<void> => {
    setAsked(true)
    if (reason.trim() === '') return
    const outcome = await send(commandOf(reason))
    if (outcome.ok) {
      showToast({ look: 'done', say: doneSay })
      onClose()
    } else setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
  }
  return (
    <ActionDialog
      title={title}
      card={wanted}
      say={say}
      doLabel={doLabel}
      doLook="destroy"
      isSending={isSending}
      problem={problem}
      onDo={() => void run()}
      onClose={onClose}
    >
      <ReasonField
        value={reason}
        onChange={setReason}
        error={wasAsked && reason.trim() === '' ? text('refusals.reasonMissing') : null}
        takesFocus
      />
    </ActionDialog>
  )
}
