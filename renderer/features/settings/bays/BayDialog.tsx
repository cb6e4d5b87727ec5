import { useState } from 'react'
import type { Bay } from '../../../../core/domain/garage/types.ts'
import { bayKinds } from '../../../../core/domain/queue/types.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { RowDialog } from '../RowDialog.tsx'
import { useSave } from '../useSave.ts'

export function BayDialog({ bay, onClose }: { bay: Bay | null; onClose: () => void }) {
  const text = useText()
  const [name, setName] = useState(bay?.name ?? '')
  const [kind, setKind] = useState(bay?.kind ?? 'lift')
  const [active, setActive] = useState(bay?.active ?? true)
  const { save, isSaving, at, besides } = useSave()
  const submit = async (): Promise<void> => {
    if (await save({ type: 'saveBay', bayId: bay?.bayId ?? null, bay: { name: name.trim(), kind, active } })) onClose()
  }
  return (
    <RowDialog
      title={text(bay === null ? 'settings.bays.add' : 'settings.bays.edit')}
      isSaving={isSaving}
      problem={besides('nameMissing', 'nameTaken')}
      onSave={() => void submit()}
      onClose={onClose}
      {...(bay === null
        ? {}
        : { active: { label: text('settings.bays.active'), say: text('settings.bays.activeSay'), value: active, onChange: setActive } })}
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
        label={text('settings.bays.kind')}
        value={kind}
        onChange={setKind}
        choices={bayKinds.map((id) => ({ id, label: text(`domain.bayKind.${id}`) }))}
      />
    </RowDialog>
  )
}
