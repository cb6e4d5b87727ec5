import type { Text } from '../../../i18n/text.ts'
import type { ItemDraft } from './itemDraft.ts'
import type { DefaultWords } from './readItem.ts'

/** What stands where the desk wrote nothing: a part of the catalogue is asked for in one press, and each sentence can be changed. */
export function defaultWords({ title, kind, hasPart, safety }: ItemDraft, text: Text): DefaultWords {
  const part = hasPart && kind.trim() !== '' ? kind.trim() : title.trim()
  return { reason: part === '' ? '' : text('consent.ask.reasonOfPart', { part }), ifRefused: text(`consent.ask.ifRefusedOf.${safety}`) }
}
