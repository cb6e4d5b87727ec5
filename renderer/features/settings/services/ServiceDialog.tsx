import { useState } from 'react'
import { rial, type Rial } from '../../../../core/basics/rial.ts'
import type { Service } from '../../../../core/domain/garage/types.ts'
import { type BayKind, bayKinds as allKinds, type Skill, skills as allSkills } from '../../../../core/domain/queue/types.ts'
import { quotedBoundsMin, shortMostChars } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { CheckboxGroup } from '../../../ui/Checkbox.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { RowDialog } from '../RowDialog.tsx'
import { useSave } from '../useSave.ts'

export function ServiceDialog({ service, onClose }: { service: Service | null; onClose: () => void }) {
  const text = useText()
  const [title, setTitle] = useState(service?.title ?? '')
  const [quotedMin, setQuotedMin] = useState<number | null>(service?.quotedMin ?? 30)
  const [priceRial, setPriceRial] = useState<Rial | null>(service === null || service.priceRial === 0 ? null : service.priceRial)
  const [skills, setSkills] = useState<readonly Skill[]>(service?.needs.skills ?? [])
  const [bayKinds, setBayKinds] = useState<readonly BayKind[]>(service?.needs.bayKinds ?? [])
  const [active, setActive] = useState(service?.active ?? true)
  const [wasAsked, setAsked] = useState(false)
  const { save, isSaving, at, besides } = useSave()
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (quotedMin === null) return
    const fields = { title: title.trim(), quotedMin, priceRial: priceRial ?? rial(0), needs: { skills, bayKinds }, active }
    if (await save({ type: 'saveService', serviceId: service?.serviceId ?? null, service: fields })) onClose()
  }
  return (
    <RowDialog
      title={text(service === null ? 'settings.services.add' : 'settings.services.edit')}
      isSaving={isSaving}
      problem={besides('nameMissing', 'nameTaken')}
      onSave={() => void submit()}
      onClose={onClose}
      {...(service === null
        ? {}
        : {
            active: {
              label: text('settings.services.active'),
              say: text('settings.services.activeSay'),
              value: active,
              onChange: setActive,
            },
          })}
    >
      <TextField
        label={text('settings.services.titleField')}
        value={title}
        onChange={setTitle}
        maxLength={shortMostChars}
        error={at('nameMissing', 'nameTaken')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type it
        autoFocus
      />
      <div className="grid grid-cols-2 items-start gap-4">
        <NumberField
          label={text('settings.services.minutes')}
          value={quotedMin}
          onChange={setQuotedMin}
          least={quotedBoundsMin.least}
          most={quotedBoundsMin.most}
          step={5}
          suffix={text('settings.services.minutesSuffix')}
          error={wasAsked && quotedMin === null ? text('settings.services.minutesWrong') : null}
        />
        <MoneyField label={text('settings.services.price')} optional value={priceRial} onChange={setPriceRial} />
      </div>
      <CheckboxGroup
        label={text('settings.services.skills')}
        hint={skills.length === 0 ? text('settings.services.skillsHint') : undefined}
        choices={allSkills.map((id) => ({ id, label: text(`domain.skill.${id}`) }))}
        value={skills}
        onChange={setSkills}
      />
      <CheckboxGroup
        label={text('settings.services.kinds')}
        hint={bayKinds.length === 0 ? text('settings.services.kindsHint') : undefined}
        choices={allKinds.map((id) => ({ id, label: text(`domain.bayKind.${id}`) }))}
        value={bayKinds}
        onChange={setBayKinds}
      />
    </RowDialog>
  )
}
