import { useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/Chip.tsx'

export function ActiveChip({ active }: { active: boolean }) {
  const text = useText()
  return active ? (
    <Chip look="ready" icon="check">
      {text('settings.active')}
    </Chip>
  ) : (
    <Chip look="noShow" icon="cross">
      {text('settings.inactive')}
    </Chip>
  )
}
