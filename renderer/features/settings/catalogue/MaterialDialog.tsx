import { useState } from 'react'
import { rial, type Rial } from '../../../../core/basics/rial.ts'
import { units, type Material, type Unit } from '../../../../core/domain/materials/types.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useScans } from '../../scan/scans.ts'
import { RowDialog } from '../RowDialog.tsx'
import { useSave } from '../useSave.ts'

const fieldCodes = ['kindMissing', 'nameMissing', 'nameTaken', 'barcodeTaken'] as const

export function MaterialDialog({ material, onClose }: { material: Material | null; onClose: () => void }) {
  const text = useText()
  const [kind, setKind] = useState(material?.kind ?? '')
  const [brand, setBrand] = useState(material?.brand ?? '')
  const [grade, setGrade] = useState(material?.grade ?? '')
  const [partNo, setPartNo] = useState(material?.partNo ?? '')
  const [barcode, setBarcode] = useState(material?.barcode ?? '')
  const [unit, setUnit] = useState<Unit>(material?.unit ?? 'piece')
  const [priceRial, setPriceRial] = useState<Rial | null>(material === null || material.unitPriceRial === 0 ? null : material.unitPriceRial)
  const [active, setActive] = useState(material?.active ?? true)
  const [wasAsked, setAsked] = useState(false)
  const { save, isSaving, at, besides } = useSave()
  // Wherever the focus is: the Enter of a scan must not save what is half written.
  useScans(setBarcode, { alsoInFields: true })
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (kind.trim() === '') return
    const row = {
      kind: kind.trim(),
      brand: given(brand),
      grade: given(grade),
      partNo: given(partNo),
      barcode: given(barcode),
      unit,
      unitPriceRial: priceRial ?? rial(0),
      active,
    }
    if (await save({ type: 'saveMaterial', materialId: material?.materialId ?? null, material: row })) onClose()
  }
  return (
    <RowDialog
      title={text(material === null ? 'catalogue.add' : 'catalogue.edit')}
      isSaving={isSaving}
      problem={besides(...fieldCodes)}
      onSave={() => void submit()}
      onClose={onClose}
      {...(material === null
        ? {}
        : { active: { label: text('catalogue.active'), say: text('catalogue.activeSay'), value: active, onChange: setActive } })}
    >
      <TextField
        label={text('catalogue.part')}
        placeholder={text('catalogue.kindHint')}
        value={kind}
        onChange={setKind}
        maxLength={shortMostChars}
        error={wasAsked && kind.trim() === '' ? text('refusals.kindMissing') : at('kindMissing', 'nameMissing', 'nameTaken')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type it
        autoFocus
      />
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField label={text('catalogue.brand')} optional value={brand} onChange={setBrand} maxLength={shortMostChars} />
        <TextField
          label={text('catalogue.grade')}
          placeholder={text('catalogue.gradeHint')}
          optional
          value={grade}
          onChange={setGrade}
          maxLength={shortMostChars}
        />
        <TextField label={text('catalogue.partNo')} optional ltr value={partNo} onChange={setPartNo} maxLength={shortMostChars} />
        <TextField
          label={text('catalogue.barcode')}
          hint={text('catalogue.barcodeHint')}
          optional
          ltr
          value={barcode}
          onChange={setBarcode}
          maxLength={shortMostChars}
          error={at('barcodeTaken')}
        />
        <Select
          label={text('catalogue.unit')}
          value={unit}
          onChange={setUnit}
          choices={units.map((id) => ({ id, label: text(`domain.unit.${id}`) }))}
        />
        <MoneyField
          label={text('catalogue.price', { unit: text(`domain.unit.${unit}`) })}
          optional
          value={priceRial}
          onChange={setPriceRial}
        />
      </div>
    </RowDialog>
  )
}

function given(typed: string): string | null {
  const trimmed = typed.trim()
  return trimmed === '' ? null : trimmed
}
