import type { Needs } from '../../../core/domain/queue/types.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'

/** `ترمز، جک یا چال`: every skill, and any one of the bay kinds; empty when nothing is asked. */
export function needsWords({ skills, bayKinds }: Needs, text: Text, format: Format): string {
  const kinds = format.list(
    bayKinds.map((kind) => text(`domain.bayKind.${kind}`)),
    'or',
  )
  return [...skills.map((skill) => text(`domain.skill.${skill}`)), kinds].filter((part) => part !== '').join(text('common.listComma'))
}
