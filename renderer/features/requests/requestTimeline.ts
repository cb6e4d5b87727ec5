import { assertNever } from '../../../core/basics/assertNever.ts'
import type { RequestPage } from '../../../core/contract/syncViews.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import { offerToPayRial } from '../../../core/domain/request/state.ts'

type Entry = RequestPage['timeline'][number]
export type EntryWords = {
  readonly icon: IconName
  readonly title: string
  readonly facts: readonly string[]
  readonly look?: 'done' | 'danger'
}

/** Who did it and what else is to be known of it, each a part of its own. */
export function whoAndFacts(entry: Entry, { facts }: EntryWords, text: Text): readonly string[] {
  const who = entry.actorName ?? text(entry.side === 'customer' ? 'requests.timeline.customer' : 'domain.system')
  return [who, ...facts].filter((part) => part !== '')
}

export function entryWords({ event }: Entry, text: Text, format: Format): EntryWords {
  switch (event.type) {
    case 'priceAsked':
      return {
        icon: 'message',
        title: text('requests.timeline.priceAsked'),
        facts: [text('requests.timeline.answerBy', { time: format.dateTime(event.answerByUtcMs) })],
      }
    case 'priceRequestTakenBack':
      return { icon: 'undo', title: text('requests.timeline.priceRequestTakenBack'), facts: [event.reason] }
    case 'offerAccepted':
      return { icon: 'done', title: text('requests.timeline.offerAccepted', { no: event.revision }), facts: [], look: 'done' }
    case 'offerMade':
      return {
        icon: event.revision === 1 ? 'card' : 'pencil',
        title: event.revision === 1 ? text('requests.timeline.offerMade') : text('requests.timeline.offerRevised', { no: event.revision }),
        facts: [
          `${format.money(offerToPayRial(event))} ${text(`common.${format.moneyUnit}`)}`,
          text('requests.timeline.validUntil', { time: format.dateTime(event.validUntilUtcMs) }),
        ],
      }
    case 'offerWithdrawn':
      return { icon: 'undo', title: text('requests.timeline.offerWithdrawn', { no: event.revision }), facts: [event.reason] }
    case 'priceRequestDeclined':
      return { icon: 'forbidden', title: text('requests.timeline.priceRequestDeclined'), facts: [event.reason] }
    case 'crossingNoted':
      return { icon: 'eye', title: text('requests.timeline.crossingNoted'), facts: [event.note] }
    default:
      return assertNever(event)
  }
}
