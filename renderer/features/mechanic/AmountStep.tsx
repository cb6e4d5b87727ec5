import { type FormEvent, useState } from 'react'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { QuantityField } from '../../ui/QuantityField.tsx'
import { StepProblem } from '../setup/StepProblem.tsx'
import type { EntryStep } from './entryStep.ts'
import { chosenQuantity, fittingLine } from './fitting.ts'
import { SpecWords } from './LineDetail.tsx'
import type { PartLine } from './partLines.ts'
import type { PartEntry } from './usePartEntry.ts'

type AmountStepProps = {
  readonly entry: PartEntry
  readonly step: Extract<EntryStep, { kind: 'amount' }>
  readonly lines: readonly PartLine[]
}

/** A part of the catalogue is chosen: how much of it went in. */
export function AmountStep({ entry, step, lines }: AmountStepProps) {
  const text = useText()
  const format = useFormat()
  const { material, source } = step
  const line = fittingLine(lines, material)
  const suggested = chosenQuantity(line, material)
  const [quantity, setQuantity] = useState<Quantity | null>(suggested)
  const [wasAsked, setAsked] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (quantity !== null) entry.logMaterial(material, quantity, source)
  }
  return (
    <form className="act-form" onSubmit={submit} noValidate>
      <p className="chosen-part">
        <b>{material.kind}</b>
        <small>
          <SpecWords spec={material} />
        </small>
      </p>
      <QuantityField
        label={text('mechanic.entry.quantity')}
        unit={suggested.unit}
        value={quantity}
        onChange={setQuantity}
        hint={line === null ? undefined : text('mechanic.entry.left', { quantity: format.quantity(line.left) })}
        error={wasAsked && quantity === null ? text('mechanic.entry.quantityMissing') : null}
      />
      <StepProblem words={entry.problem} />
      <footer>
        <Button type="submit" look="primary" isPending={entry.isSending}>
          {text('mechanic.entry.log')}
        </Button>
        <Button look="quiet" onPress={() => entry.go({ kind: 'find' })}>
          {text('mechanic.entry.another')}
        </Button>
      </footer>
    </form>
  )
}
