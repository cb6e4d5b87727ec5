import { useState } from 'react'
import { assertNever } from '../../core/basics/assertNever.ts'
import { mostMilli, wholeUnits, type Quantity, type Unit } from '../../core/domain/materials/types.ts'
import { thousandthsOf } from '../i18n/interpolate.ts'
import { type Text, useLanguage, useText } from '../i18n/text.ts'
import type { FieldWords } from './FieldParts.tsx'
import { TextField } from './TextField.tsx'
import { type QuantityProblem, readTypedQuantity, steppedQuantity } from './typedQuantity.ts'

export type QuantityFieldProps = FieldWords & {
  readonly value: Quantity | null
  /** The unit stands beside the field; it is chosen elsewhere. */
  readonly unit: Unit
  /** Null while the field is empty or holds what is no quantity; the field itself then says so. */
  readonly onChange: (quantity: Quantity | null) => void
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly className?: string
}

/** A quantity typed with the digits of any keyboard: decimals where the unit has them, never a float in what comes out. */
export function QuantityField({ value, unit, onChange, error, ...rest }: QuantityFieldProps) {
  const text = useText()
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : thousandthsOf(language, value.milli))
  const read = readTypedQuantity(shown, unit)
  const type = (next: string): void => {
    setTyped(next)
    const parsed = readTypedQuantity(next, unit)
    onChange(parsed.ok ? parsed.value : null)
  }
  const keyDown = (event: { readonly key: string; readonly continuePropagation: () => void }): void => {
    const { key } = event
    // React Aria keeps a key to the field that listens to any: Escape closes the window around it.
    if (key === 'Escape') event.continuePropagation()
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return
    setTyped(null)
    onChange(steppedQuantity(value, unit, key === 'ArrowUp' ? 1 : -1))
  }
  return (
    <TextField
      {...rest}
      ltr
      inputMode={wholeUnits.includes(unit) ? 'numeric' : 'decimal'}
      value={shown}
      onChange={type}
      onKeyDown={keyDown}
      // What cannot be read stays as it was typed, to be corrected.
      onBlur={() => read.ok && setTyped(null)}
      error={read.ok ? error : quantityProblemText(read.error, unit, text)}
      suffix={<em>{text(`domain.unit.${unit}`)}</em>}
    />
  )
}

function quantityProblemText(problem: QuantityProblem, unit: Unit, text: Text): string {
  switch (problem) {
    case 'fraction':
      return text('refusals.quantityNotWhole', { unit: text(`domain.unit.${unit}`) })
    case 'tooFine':
    case 'nothing':
      return text(`fields.quantity.${problem}`)
    case 'tooLarge':
      return text('fields.number.tooBig', { most: mostMilli / 1000 })
    case 'empty':
    case 'notANumber':
    case 'badGrouping':
    case 'negative':
      return text(`fields.number.${problem}`)
    default:
      return assertNever(problem)
  }
}
