import { useState } from 'react'
import { assertNever } from '../../../../core/basics/assertNever.ts'
import type { VatRate } from '../../../../core/domain/pricing/types.ts'
import { parseDate } from '../../../../core/persian/dateText.ts'
import { vatMostPermyriad } from '../../../../core/wire/bounds.ts'
import { type Text, useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { type PercentProblem, readPercent } from './vatDraft.ts'

/** One more rate, with the day from which it holds. */
export function NewRate({ taken, onAdd }: { taken: readonly VatRate[]; onAdd: (rate: VatRate) => void }) {
  const text = useText()
  const [typedDate, setTypedDate] = useState('')
  const [typedRate, setTypedRate] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const date = parseDate(typedDate)
  const rate = readPercent(typedRate)
  const isTaken = date.ok && taken.some(({ from }) => from === date.value)
  const add = (): void => {
    setAsked(true)
    if (!date.ok || isTaken || !rate.ok) return
    onAdd({ from: date.value, ratePermyriad: rate.value })
    setTypedDate('')
    setTypedRate('')
    setAsked(false)
  }
  const dateError = date.ok ? (isTaken ? text('refusals.vatDayTwice') : null) : text(`fields.date.${date.error}`)
  return (
    <div className="add-row">
      <DateField label={text('catalogue.vat.from')} value={typedDate} onChange={setTypedDate} error={wasAsked ? dateError : null} />
      <TextField
        label={text('catalogue.vat.rate')}
        ltr
        inputMode="decimal"
        value={typedRate}
        onChange={setTypedRate}
        suffix={<em>{text('catalogue.vat.percent')}</em>}
        error={wasAsked && !rate.ok ? problemText(rate.error, text) : null}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The form around it saves.
          event.preventDefault()
          add()
        }}
      />
      <Button look="plain" icon="add" onPress={add}>
        {text('catalogue.vat.add')}
      </Button>
    </div>
  )
}

function problemText(problem: PercentProblem, text: Text): string {
  switch (problem) {
    case 'empty':
      return text('catalogue.vat.rateMissing')
    case 'tooFine':
      return text('catalogue.vat.tooFine')
    case 'tooBig':
      return text('fields.number.tooBig', { most: vatMostPermyriad / 100 })
    case 'notANumber':
    case 'badGrouping':
    case 'fraction':
    case 'negative':
    case 'tooLarge':
      return text(`fields.number.${problem}`)
    default:
      return assertNever(problem)
  }
}
