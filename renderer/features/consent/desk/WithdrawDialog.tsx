import { useState } from 'react'
import type { JobPage } from '../../../../core/contract/views.ts'
import type { Consent, ConsentItem } from '../../../../core/domain/consent/types.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useText } from '../../../i18n/text.ts'
import { CheckboxGroup } from '../../../ui/Checkbox.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { ActionDialog } from '../../jobActions/ActionDialog.tsx'
import { ReasonField } from '../../jobActions/ReasonField.tsx'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { DeciderFields, readDecider, typedDecider } from '../DeciderFields.tsx'
import { freshDraft } from '../counter/counterDraft.ts'

type WithdrawDialogProps = {
  readonly job: JobPage
  readonly consent: Consent
  /** What can still be taken back. */
  readonly items: readonly ConsentItem[]
  readonly onClose: () => void
}

/** The customer goes back on a yes before the work has begun. */
export function WithdrawDialog({ job, consent, items, onClose }: WithdrawDialogProps) {
  const text = useText()
  const refusalText = useRefusalText()
  const { send, isSending } = useDeskCommand()
  const [chosen, choose] = useState<readonly string[]>(() => (items.length === 1 ? items.map(({ itemNo }) => String(itemNo)) : []))
  const [decider, setDecider] = useState(() => typedDecider(consent.answer?.decidedBy ?? freshDraft(consent.snapshot).decidedBy))
  const [reason, setReason] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const withdraw = async (): Promise<void> => {
    setAsked(true)
    const by = readDecider(decider)
    const itemNos = items.map(({ itemNo }) => itemNo).filter((itemNo) => chosen.includes(String(itemNo)))
    if (by === null || itemNos.length === 0 || reason.trim() === '') return
    const { jobId } = job.card
    const outcome = await send({ type: 'withdrawConsent', jobId, consentId: consent.consentId, itemNos, by, reason })
    if (outcome.ok) {
      showToast({ look: 'done', say: text('consent.record.withdrawn') })
      onClose()
    } else if (outcome.error.code !== 'failed') setProblem(refusalText(outcome.error))
  }
  return (
    <ActionDialog
      title={text('consent.record.withdrawTitle')}
      card={job.card}
      say={text('consent.record.withdrawSay')}
      doLabel={text('consent.record.withdrawDo')}
      doLook="destroy"
      isSending={isSending}
      problem={problem}
      onDo={() => void withdraw()}
      onClose={onClose}
    >
      <CheckboxGroup
        label={text('consent.record.withdrawItems')}
        choices={items.map(({ itemNo, title }) => ({ id: String(itemNo), label: title }))}
        value={chosen}
        onChange={choose}
        column
        error={wasAsked && chosen.length === 0 ? text('consent.record.withdrawItemsMissing') : null}
      />
      <DeciderFields value={decider} onChange={setDecider} wasAsked={wasAsked} withMobile={false} />
      <ReasonField value={reason} onChange={setReason} error={wasAsked && reason.trim() === '' ? text('refusals.reasonMissing') : null} />
    </ActionDialog>
  )
}
