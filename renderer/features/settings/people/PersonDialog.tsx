import { useState } from 'react'
import type { Person } from '../../../../core/domain/garage/types.ts'
import { type Role, roles } from '../../../../core/domain/people/role.ts'
import { type Skill, skills as allSkills } from '../../../../core/domain/queue/types.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { CheckboxGroup } from '../../../ui/Checkbox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { RowDialog } from '../RowDialog.tsx'
import { useSave } from '../useSave.ts'

export function PersonDialog({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const text = useText()
  const [name, setName] = useState(person?.name ?? '')
  const [role, setRole] = useState<Role>(person?.role ?? 'mechanic')
  const [skills, setSkills] = useState<readonly Skill[]>(person?.skills ?? [])
  const [active, setActive] = useState(person?.active ?? true)
  const { save, isSaving, at, besides } = useSave()
  const submit = async (): Promise<void> => {
    const fields = { name: name.trim(), role, skills: role === 'mechanic' ? skills : [], active }
    if (await save({ type: 'savePerson', personId: person?.personId ?? null, person: fields })) onClose()
  }
  return (
    <RowDialog
      title={text(person === null ? 'settings.people.add' : 'settings.people.edit')}
      isSaving={isSaving}
      problem={besides('nameMissing', 'nameTaken', 'lastOwner')}
      onSave={() => void submit()}
      onClose={onClose}
      {...(person === null
        ? {}
        : {
            active: { label: text('settings.people.active'), say: text('settings.people.activeSay'), value: active, onChange: setActive },
          })}
    >
      <TextField
        label={text('settings.name')}
        value={name}
        onChange={setName}
        maxLength={shortMostChars}
        error={at('nameMissing', 'nameTaken')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type it
        autoFocus
      />
      <Select
        label={text('settings.people.role')}
        value={role}
        onChange={setRole}
        error={at('lastOwner')}
        choices={roles.map((id) => ({ id, label: text(`domain.role.${id}`) }))}
      />
      {role === 'mechanic' && (
        <CheckboxGroup
          label={text('settings.people.skills')}
          choices={allSkills.map((id) => ({ id, label: text(`domain.skill.${id}`) }))}
          value={skills}
          onChange={setSkills}
        />
      )}
    </RowDialog>
  )
}
