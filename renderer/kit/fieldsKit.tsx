import { useState } from 'react'
import { rial, type Rial } from '../../core/basics/rial.ts'
import { carModels } from '../../core/persian/carModels.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import { Checkbox, CheckboxGroup, Switch } from '../ui/Checkbox.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { MobileField } from '../ui/MobileField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { draftOfPaste, emptyPlateDraft } from '../ui/plate/draft.ts'
import { PlateField } from '../ui/plate/PlateField.tsx'
import { RadioGroup, Segmented } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { KitWords } from './words.ts'

const models = carModels.map(({ name }) => ({ id: name, label: name }))
const bayKinds = ['lift', 'flat', 'pit'] as const
const skills = ['mechanical', 'electrical', 'brakes'] as const

export function FieldsKit({ words }: { words: KitWords }) {
  const text = useText()
  const format = useFormat()
  const [mobile, setMobile] = useState(format.digits('0912 486 2175'))
  const [odometer, setOdometer] = useState<number | null>(132_400)
  const [price, setPrice] = useState<Rial | null>(rial(28_000_000))
  const [plate, setPlate] = useState(emptyPlateDraft)
  const [taxi, setTaxi] = useState(draftOfPaste('27ت468-66') ?? emptyPlateDraft)
  const [model, setModel] = useState('')
  const [modelId, setModelId] = useState<string | null>(null)
  const [bayKind, setBayKind] = useState<(typeof bayKinds)[number] | null>('lift')
  const [paidBy, setPaidBy] = useState<'cash' | 'card'>('cash')
  const [shown, setShown] = useState<'all' | 'accepted' | 'refused'>('all')
  const [has, setHas] = useState<readonly (typeof skills)[number][]>(['brakes'])
  return (
    <>
      <div className="grid grid-cols-4 items-start gap-4">
        <MobileField value={mobile} onChange={setMobile} />
        <NumberField label={words.odometer} value={odometer} onChange={setOdometer} hint={words.kilometres} />
        <TextField label={words.nationalId} defaultValue={format.digits('0012345670')} ltr error={words.nationalIdWrong} />
        <MoneyField label={words.price} value={price} onChange={setPrice} />
        <ComboBox label={words.car} choices={models} typed={model} onType={setModel} value={modelId} onChange={setModelId} allowsOther />
        <Select
          label={words.bay}
          value={bayKind}
          onChange={setBayKind}
          choices={bayKinds.map((id) => ({ id, label: text(`domain.bayKind.${id}`) }))}
        />
        <TextField label={words.note} multiline optional />
        <TextField label={words.grace} isDisabled defaultValue={format.digits(10)} />
      </div>
      <div className="flex flex-wrap gap-8">
        <PlateField value={plate} onChange={setPlate} />
        <PlateField value={taxi} onChange={setTaxi} />
      </div>
      <div className="flex flex-wrap items-center gap-6">
        <Checkbox defaultSelected>{words.oldPartBack}</Checkbox>
        <Checkbox>{words.noDiscount}</Checkbox>
        <RadioGroup
          label={words.payBy}
          labelHidden
          value={paidBy}
          onChange={setPaidBy}
          choices={[
            { id: 'cash', label: words.cash },
            { id: 'card', label: words.card },
          ]}
        />
        <Segmented
          label={words.answers}
          value={shown}
          onChange={setShown}
          choices={[
            { id: 'all', label: text('common.all') },
            { id: 'accepted', label: words.accepted },
            { id: 'refused', label: words.refused },
          ]}
        />
        <Switch defaultSelected>{words.autoOpen}</Switch>
        <CheckboxGroup
          label={words.bay}
          labelHidden
          value={has}
          onChange={setHas}
          choices={skills.map((id) => ({ id, label: text(`domain.skill.${id}`) }))}
        />
      </div>
    </>
  )
}
