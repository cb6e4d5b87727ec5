import { type FormEvent, useState } from 'react'
import type { Profile } from '../../../core/domain/garage/types.ts'
import { addressMostChars, phoneMostChars, shortMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { SaveBar } from './SaveBar.tsx'
import { SectionHead } from './SectionHead.tsx'
import type { SectionProps } from './section.ts'
import { useSave } from './useSave.ts'

type Fields = Pick<Profile, 'name' | 'phone' | 'address' | 'moneyShown'>

export function GarageSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const { name, phone, address, moneyShown } = garage.profile
  const saved: Fields = { name, phone, address, moneyShown }
  const [changed, setChanged] = useState<Partial<Fields>>({})
  const fields = { ...saved, ...changed }
  const { save, isSaving, at, besides } = useSave()
  const submit = async (): Promise<void> => {
    const trimmed = { ...fields, name: fields.name.trim(), phone: fields.phone.trim(), address: fields.address.trim() }
    if (await save({ type: 'saveProfile', profile: trimmed })) setChanged({})
  }
  const set = (part: Partial<Fields>): void => setChanged({ ...changed, ...part })
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SectionHead title={text('settings.section.garage')} say={text('settings.garage.say')} />
      <TextField
        label={text('settings.garage.name')}
        value={fields.name}
        onChange={(next) => set({ name: next })}
        maxLength={shortMostChars}
        error={at('nameMissing', 'nameTaken')}
        isDisabled={isReadOnly}
      />
      <TextField
        label={text('settings.garage.phone')}
        optional
        ltr
        inputMode="tel"
        value={fields.phone}
        onChange={(next) => set({ phone: next })}
        maxLength={phoneMostChars}
        isDisabled={isReadOnly}
      />
      <TextField
        label={text('settings.garage.address')}
        optional
        value={fields.address}
        onChange={(next) => set({ address: next })}
        maxLength={addressMostChars}
        isDisabled={isReadOnly}
      />
      <RadioGroup
        label={text('settings.garage.money')}
        hint={text('settings.garage.moneyHint')}
        value={fields.moneyShown}
        onChange={(next) => set({ moneyShown: next })}
        isDisabled={isReadOnly}
        choices={[
          { id: 'toman', label: text('common.toman') },
          { id: 'rial', label: text('common.rial') },
        ]}
      />
      {!isReadOnly && (
        <SaveBar
          isChanged={Object.keys(changed).length > 0}
          isSaving={isSaving}
          problem={besides('nameMissing', 'nameTaken')}
          onDiscard={() => setChanged({})}
        />
      )}
    </form>
  )
}
