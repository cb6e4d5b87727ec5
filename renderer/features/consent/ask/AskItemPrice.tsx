import { units } from '../../../../core/domain/materials/types.ts'
import { isRial } from '../../../../core/basics/rial.ts'
import { type Format, useFormat } from '../../../i18n/format.ts'
import { thousandthsOf } from '../../../i18n/interpolate.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { amountText, readAmount } from '../../../ui/typedAmount.ts'
import { readTypedQuantity } from '../../../ui/typedQuantity.ts'
import type { AskItemProps } from './askItemProps.ts'
import { cataloguePriceRial, type ItemDraft } from './itemDraft.ts'
import { liveProblems, taxOf } from './readItem.ts'
import { useProblemText } from './problemText.ts'
import { TypedField } from './TypedField.tsx'

/** How much of it and what it costs. The numbers stay as they were typed. */
export function AskItemPrice({ item, problems, vatPermyriad, onChange }: AskItemProps) {
  const text = useText()
  const format = useFormat()
  const say = useProblemText(item)
  const set = (change: Partial<ItemDraft>): void => onChange({ ...item, ...change })
  const money = format.moneyUnit
  const unit = <em>{text(`common.${money}`)}</em>
  // What cannot be read is said while it is typed; what is missing, when the request is sent.
  const wrong = { ...problems, ...liveProblems(item, money) }
  const byCatalogue = cataloguePriceRial(item)
  const taxRial = taxOf(item, money, vatPermyriad)
  return (
    <div className="ask-row price">
      <TypedField
        label={text('consent.ask.field.quantity')}
        inputMode="decimal"
        value={item.quantity}
        written={quantityWritten(item, format)}
        onChange={(quantity) => set({ quantity })}
        error={wrong.quantity === undefined ? null : say.quantity(wrong.quantity)}
      />
      <Select
        label={text('consent.ask.field.unit')}
        choices={units.map((id) => ({ id, label: text(`domain.unit.${id}`) }))}
        value={item.unit}
        onChange={(next) => set({ unit: next })}
      />
      {item.hasPart && (
        <TypedField
          label={text('consent.ask.field.part')}
          inputMode="decimal"
          value={item.part ?? (byCatalogue === null ? '' : amountText(byCatalogue, money))}
          written={byCatalogue === null ? amountWritten(item.part ?? '', format) : format.money(byCatalogue)}
          onChange={(part) => set({ part })}
          suffix={unit}
          {...(byCatalogue === null ? {} : { hint: text('consent.ask.byCatalogue') })}
          error={wrong.part !== undefined ? say.amount(wrong.part) : wrong.price === undefined ? null : say.price(wrong.price)}
        />
      )}
      <TypedField
        label={text('consent.ask.field.labour')}
        inputMode="decimal"
        value={item.labour}
        written={amountWritten(item.labour, format)}
        onChange={(labour) => set({ labour })}
        suffix={unit}
        error={
          wrong.labour !== undefined ? say.amount(wrong.labour) : item.hasPart || wrong.price === undefined ? null : say.price(wrong.price)
        }
      />
      <TypedField
        label={text('consent.ask.field.tax')}
        inputMode="decimal"
        value={item.tax}
        written={amountWritten(item.tax, format)}
        onChange={(tax) => set({ tax })}
        suffix={
          taxRial > 0 && item.tax.trim() === '' && isRial(taxRial) ? (
            <Button
              look="accent"
              size="sm"
              aria-label={text('consent.ask.addTaxLabel', { percent: format.percent(vatPermyriad) })}
              onPress={() => set({ tax: amountText(taxRial, money) })}
            >
              {text('consent.ask.addTax', { percent: format.percent(vatPermyriad) })}
            </Button>
          ) : (
            unit
          )
        }
        error={wrong.tax === undefined ? null : say.amount(wrong.tax)}
      />
      <TypedField
        label={text('consent.ask.field.extraMin')}
        inputMode="numeric"
        value={item.extraMin}
        written={null}
        onChange={(extraMin) => set({ extraMin })}
        error={wrong.extraMin === undefined ? null : say.minutes(wrong.extraMin)}
      />
    </div>
  )
}

function amountWritten(typed: string, format: Format): string | null {
  const read = readAmount(typed, format.moneyUnit)
  return read.ok ? format.money(read.value) : null
}

function quantityWritten({ quantity, unit }: ItemDraft, format: Format): string | null {
  const read = readTypedQuantity(quantity, unit)
  return read.ok && read.value !== null ? thousandthsOf(format.language, read.value.milli) : null
}
