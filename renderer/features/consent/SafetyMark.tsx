import type { SafetyGrade } from '../../../core/domain/consent/types.ts'
import { useText } from '../../i18n/text.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'

const marks: Readonly<Record<SafetyGrade, IconName>> = { unsafe: 'warning', soon: 'clock', advisory: 'info' }

/** A triangle, a clock or an i, and the word: colour comes last. */
export function SafetyMark({ grade }: { grade: SafetyGrade }) {
  return (
    <span className={`safety ${grade}`}>
      <Icon name={marks[grade]} size="m" />
      {useText()(`domain.safety.${grade}`)}
    </span>
  )
}
