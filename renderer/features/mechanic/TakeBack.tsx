import { type FormEvent, useState } from 'react'
import type { UseView } from '../../../core/contract/views.ts'
import { wholeUnits, type Quantity } from '../../../core/domain/materials/types.ts'
import { leftOfUse } from '../../../core/domain/materials/uses.ts'
import { noteMostChars } from '../../../core/wire/bounds.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { QuantityField } from '../../ui/QuantityField.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { StepProblem } from '../setup/StepProblem.tsx'
import type { PartWork } from './usePartWork.ts'

const reasons = ['unused', 'wrongPart', 'mistake', 'other'] as const

/** Logged, and not used after all: the fact stays in the record, with the reason beside it. */
export function TakeBack({ use, work, onDone }: { use: UseView['use']; work: PartWork; onDone: () => void }) {
  const text = useText()
  const refusalText = useRefusalText()
  const whole = leftOfUse(use)
  const [quantity, setQuantity] = useState<Quantity | null>(whole)
  const [reason, setReason] = useState<(typeof reasons)[number]>('unused')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const isOnlyOne = wholeUnits.includes(whole.unit) && whole.milli === 1000
  const submit = async (): Promise<void> => {
    if (isSending) return
    if (quantity === null) return setProblem(text('mechanic.entry.quantityMissing'))
    if (reason === 'other' && note.trim() === '') return setProblem(text('refusals.reasonMissing'))
    setSending(true)
    const outcome = await work.takeBack(use, quantity.milli, reason === 'other' ? note.trim() : text(`mechanic.takeBackReason.${reason}`))
    setSending(false)
    if (outcome.ok) onDone()
    else setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
  }
  return (
    <form
      className="act-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <RadioGroup
        label={text('mechanic.takeBackWhy')}
        value={reason}
        onChange={setReason}
        column
        choices={reasons.map((id) => ({ id, label: text(`mechanic.takeBackReason.${id}`) }))}
      />
      {reason === 'other' && <TextField label={text('jobActions.reason')} value={note} onChange={setNote} maxLength={noteMostChars} />}
      {!isOnlyOne && <QuantityField label={text('mechanic.entry.quantity')} unit={whole.unit} value={quantity} onChange={setQuantity} />}
      <StepProblem words={problem} />
      <footer>
        <Button type="submit" look="primary" isPending={isSending}>
          {text('mechanic.takeBack')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {text('common.back')}
        </Button>
      </footer>
    </form>
  )
}
