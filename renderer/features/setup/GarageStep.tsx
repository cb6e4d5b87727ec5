import { addressMostChars, phoneMostChars, shortMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { StepProps } from './step.ts'

export function GarageStep({ draft, problems, wasAsked, onChange }: StepProps) {
  const text = useText()
  return (
    <div className="setup-fields">
      <TextField
        label={text('setup.garage.name')}
        placeholder={text('setup.garage.namePlaceholder')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        maxLength={shortMostChars}
        error={wasAsked && problems.garage !== null ? text('setup.nameMissing') : null}
      />
      <TextField
        label={text('setup.garage.phone')}
        optional
        ltr
        inputMode="tel"
        value={draft.phone}
        onChange={(phone) => onChange({ phone })}
        maxLength={phoneMostChars}
      />
      <TextField
        label={text('setup.garage.address')}
        optional
        value={draft.address}
        onChange={(address) => onChange({ address })}
        maxLength={addressMostChars}
      />
      <RadioGroup
        label={text('setup.garage.money')}
        hint={text('setup.garage.moneyHint')}
        value={draft.moneyShown}
        onChange={(moneyShown) => onChange({ moneyShown })}
        choices={[
          { id: 'toman', label: text('common.toman') },
          { id: 'rial', label: text('common.rial') },
        ]}
      />
    </div>
  )
}
