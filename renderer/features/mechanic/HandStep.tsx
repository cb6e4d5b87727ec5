import { type FormEvent, useState } from 'react'
import { searchKey } from '../../../core/basics/textFold.ts'
import { units, wholeUnits, type Quantity, type Unit } from '../../../core/domain/materials/types.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { QuantityField } from '../../ui/QuantityField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { StepProblem } from '../setup/StepProblem.tsx'
import type { HandDraft } from './entryStep.ts'
import type { PartLine } from './partLines.ts'
import type { PartEntry } from './usePartEntry.ts'

type HandStepProps = { readonly entry: PartEntry; readonly draft: HandDraft; readonly lines: readonly PartLine[] }

/** A part that the catalogue does not know, as it is read from its packet. The kinds that are still wanted are offered first. */
export function HandStep({ entry, draft: first, lines }: HandStepProps) {
  const text = useText()
  const [draft, setDraft] = useState(first)
  const [unit, setUnit] = useState<Unit>(first.quantity.unit)
  const [quantity, setQuantity] = useState<Quantity | null>(first.quantity)
  const [kindId, setKindId] = useState<string | null>(null)
  const [wasAsked, setAsked] = useState(false)
  const wanted = lines.filter(({ spec, state, left }) => spec !== null && state === 'agreed' && left.milli > 0)
  const set = (part: Partial<HandDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const typeKind = (kind: string): void => {
    set({ kind: kind.slice(0, shortMostChars) })
    const line = wanted.find(({ spec }) => searchKey(spec?.kind ?? '') === searchKey(kind))
    if (line === undefined) return
    setUnit(line.left.unit)
    setQuantity(line.left)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (quantity !== null && draft.kind.trim() !== '') entry.logTyped({ ...draft, quantity: { ...quantity, unit } })
  }
  return (
    <form className="act-form" onSubmit={submit} noValidate>
      <ComboBox
        label={text('catalogue.part')}
        choices={[...new Set(wanted.map(({ spec }) => spec?.kind ?? ''))].map((kind) => ({ id: kind, label: kind }))}
        typed={draft.kind}
        onType={typeKind}
        value={kindId}
        onChange={setKindId}
        allowsOther
        error={wasAsked && draft.kind.trim() === '' ? text('refusals.kindMissing') : null}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        {(['brand', 'grade'] as const).map((field) => (
          <TextField
            key={field}
            label={text(`catalogue.${field}`)}
            optional
            value={draft[field]}
            onChange={(typed) => set({ [field]: typed })}
            maxLength={shortMostChars}
          />
        ))}
      </div>
      <TextField
        label={text('catalogue.partNo')}
        optional
        ltr
        value={draft.partNo}
        onChange={(partNo) => set({ partNo })}
        maxLength={shortMostChars}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <QuantityField
          key={unit}
          label={text('mechanic.entry.quantity')}
          unit={unit}
          value={quantity}
          onChange={setQuantity}
          error={wasAsked && quantity === null ? text('mechanic.entry.quantityMissing') : null}
        />
        <Select
          label={text('mechanic.entry.unit')}
          value={unit}
          onChange={(next) => {
            setUnit(next)
            setQuantity((before) => (before === null ? null : inUnit(before, next)))
          }}
          choices={units.map((id) => ({ id, label: text(`domain.unit.${id}`) }))}
        />
      </div>
      {draft.barcode !== null && (
        <p className="say">
          {text('mechanic.entry.withBarcode')} <bdi className="ltr">{draft.barcode}</bdi>
        </p>
      )}
      <StepProblem words={entry.problem} />
      <footer>
        <Button type="submit" look="primary" isPending={entry.isSending}>
          {text('mechanic.entry.log')}
        </Button>
        <Button look="quiet" onPress={() => entry.go({ kind: 'find' })}>
          {text('mechanic.entry.searchInstead')}
        </Button>
      </footer>
    </form>
  )
}

/** Half a litre is no half piece: what cannot be had in parts is one more whole one. */
function inUnit({ milli }: Quantity, unit: Unit): Quantity {
  return { milli: wholeUnits.includes(unit) ? Math.ceil(milli / 1000) * 1000 : milli, unit }
}
