import { isRial, maxRial, type Rial } from '../../core/basics/rial.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import type { FieldWords } from './FieldParts.tsx'
import { NumberField } from './NumberField.tsx'

export type MoneyFieldProps = FieldWords & {
  readonly value: Rial | null
  readonly onChange: (value: Rial | null) => void
  readonly isDisabled?: boolean
}

/** An amount in the unit the garage shows; the other unit stands below, because the two are mistaken for each other. */
export function MoneyField({ value, onChange, hint, ...rest }: MoneyFieldProps) {
  const text = useText()
  const format = useFormat()
  const inRial = format.moneyUnit === 'toman' ? 10 : 1
  const otherUnit = format.moneyUnit === 'toman' ? 'rial' : 'toman'
  const other = value === null ? undefined : `${format.number(otherUnit === 'rial' ? value : value / 10)} ${text(`common.${otherUnit}`)}`
  return (
    <NumberField
      {...rest}
      value={value === null ? null : value / inRial}
      onChange={(amount) => onChange(toRial(amount, inRial))}
      most={maxRial / inRial}
      step={50_000}
      suffix={text(`common.${format.moneyUnit}`)}
      hint={hint ?? other}
    />
  )
}

function toRial(amount: number | null, inRial: number): Rial | null {
  const rial = amount === null ? null : amount * inRial
  return rial !== null && isRial(rial) ? rial : null
}
