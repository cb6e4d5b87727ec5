import type { TimelineEntry } from '../../../core/contract/views.ts'
import { authorSide } from '../../../core/wire/authors.ts'
import type { Text } from '../../i18n/text.ts'

/** Who did it: a person of the garage, the customer on the platform, or the program itself. Empty for a person whose name is gone. */
export function actorWords({ actor, event }: Pick<TimelineEntry, 'actor' | 'event'>, text: Text): string {
  if (authorSide(event.type) === 'platform') return text('domain.customerOnPlatform')
  return actor.name ?? (actor.personId === null ? text('domain.system') : '')
}
