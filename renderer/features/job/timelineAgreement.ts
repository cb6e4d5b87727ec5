import { assertNever } from '../../../core/basics/assertNever.ts'
import { rial, type Rial } from '../../../core/basics/rial.ts'
import type { ConsentEvent } from '../../../core/domain/consent/events.ts'
import type { MaterialEvent } from '../../../core/domain/materials/events.ts'
import type { MaterialSpec, Quantity } from '../../../core/domain/materials/types.ts'
import { billTotals } from '../../../core/domain/pricing/bill.ts'
import type { PricingEvent } from '../../../core/domain/pricing/events.ts'
import type { Format } from '../../i18n/format.ts'
import { specText } from '../../i18n/mismatchText.ts'
import type { Text } from '../../i18n/text.ts'
import type { LineTitles } from './lineTitles.ts'
import type { EntryWords } from './entryWords.ts'
import { answerWords } from './timelinePlatform.ts'

/** What was requested, used, found, consented to, billed and paid, in words. */
export function agreementWords(
  event: MaterialEvent | ConsentEvent | PricingEvent,
  titles: LineTitles,
  text: Text,
  format: Format,
): EntryWords {
  const unit = text(`common.${format.moneyUnit}`)
  const amountOf = (amountRial: Rial) => ({ amount: format.money(amountRial), unit })
  const reason = (why: string): readonly string[] => (why.trim() === '' ? [] : [text('job.timeline.reason', { reason: why })])
  const listed = (names: readonly string[]): string => names.join(text('common.comma'))
  const part = (spec: MaterialSpec): string => unbroken(specText(spec, text))
  const amount = (quantity: Quantity): string => format.quantity(quantity).replaceAll(' ', '\u00a0')
  switch (event.type) {
    case 'workRequested': {
      const { materials, offer } = event
      return {
        icon: 'box',
        title:
          materials.length === 0
            ? text('job.timeline.workRequestedNoParts')
            : text('job.timeline.workRequested', { count: materials.length }),
        facts: [
          ...(materials.length === 0 ? [] : [listed(materials.map(({ spec }) => spec.kind))]),
          ...(offer === null
            ? []
            : [text('job.timeline.offer', { offerId: unbroken(offer.offerId), revision: offer.revision, ...amountOf(offer.amountRial) })]),
        ],
      }
    }
    case 'partUsed':
      return {
        icon: 'box',
        title: text('job.timeline.partUsed', { part: part(event.part), quantity: amount(event.quantity) }),
        facts: [text(`domain.partSource.${event.source}`)],
      }
    case 'partTakenBack': {
      const use = titles.use(event.useId)
      return {
        icon: 'undo',
        title: text('job.timeline.partTakenBack', {
          part: use === null ? '' : part(use.part),
          quantity: use === null ? '' : amount({ ...use.quantity, milli: event.milli }),
        }),
        facts: reason(event.reason),
      }
    }
    case 'lineLeftOut':
      return { icon: 'cross', title: text('job.timeline.leftOut', { title: titles.line(event.basis) }), facts: reason(event.reason) }
    case 'lineTakenIn':
      return { icon: 'undo', title: text('job.timeline.takenIn', { title: titles.line(event.basis) }), facts: [] }
    case 'findingReported':
      return {
        icon: 'flag',
        title: text('job.timeline.finding', { title: event.title }),
        facts: [
          text(`domain.safety.${event.grade}`),
          ...(event.photos.length === 0 ? [] : [text('job.timeline.photos', { count: event.photos.length })]),
          ...(event.note === '' ? [] : [event.note]),
        ],
      }
    case 'findingDropped':
      return {
        icon: 'cross',
        title: text('job.timeline.findingDropped', { title: titles.finding(event.findingId) }),
        facts: reason(event.reason),
      }
    case 'consentAsked': {
      const { items, capBeforeRial, capIfAllRial } = event.snapshot
      return {
        icon: 'pencil',
        title: text('job.timeline.asked', { count: items.length }),
        facts: [
          listed(items.map(({ title }) => title)),
          text('job.timeline.askedSum', amountOf(rial(Math.max(0, capIfAllRial - capBeforeRial)))),
          ...(event.supersedes === null ? [] : [text('job.timeline.askedAgain')]),
        ],
      }
    }
    case 'consentShown':
      return { icon: event.channel === 'call' ? 'phone' : 'eye', title: text(`job.timeline.shown.${event.channel}`), facts: [] }
    case 'consentLinkMade':
      return { icon: 'link', title: text('job.timeline.linkMade'), facts: [] }
    case 'consentAnswered':
      return answerWords(event, text, format)
    case 'consentPostponed':
      return {
        icon: 'phone',
        title: text('job.timeline.postponed'),
        facts: [
          ...(event.callAgainAtUtcMs === null ? [] : [text('job.timeline.callAgain', { at: format.dateTime(event.callAgainAtUtcMs) })]),
          ...(event.note === '' ? [] : [event.note]),
        ],
      }
    case 'consentWithdrawn':
      return {
        icon: 'undo',
        title: text('job.timeline.consentWithdrawn', { items: listed(titles.items(event.consentId, event.itemNos)) }),
        facts: [event.by.name, ...reason(event.reason)],
      }
    case 'consentVoided':
      return {
        icon: 'forbidden',
        title: text(`job.timeline.voided.${event.cause}`, { items: listed(titles.items(event.consentId, event.itemNos)) }),
        facts: reason(event.reason),
      }
    case 'itemStartTakenBack':
      return {
        icon: 'undo',
        title: text('job.timeline.itemStartTakenBack', { title: listed(titles.items(event.consentId, [event.itemNo])) }),
        facts: [],
      }
    case 'itemStarted':
      return {
        icon: 'play',
        title: text('job.timeline.itemStarted', { title: listed(titles.items(event.consentId, [event.itemNo])) }),
        facts: [],
      }
    case 'billSet':
      return {
        icon: 'file',
        title: text('job.timeline.billSet', amountOf(billTotals(event).toPayRial)),
        facts:
          event.discount === null
            ? []
            : [text('job.timeline.discount', { ...amountOf(event.discount.amountRial), reason: event.discount.reason })],
      }
    case 'paymentTaken':
      return {
        icon: 'card',
        title: text('job.timeline.paid', amountOf(event.amountRial)),
        facts: [
          text(`domain.paymentMethod.${event.method}`),
          ...(event.reference === '' ? [] : [text('job.timeline.reference', { reference: event.reference })]),
        ],
        look: 'done',
      }
    case 'paymentRefunded':
      return {
        icon: 'undo',
        title: text('job.timeline.refunded', amountOf(event.amountRial)),
        facts: [text(`domain.paymentMethod.${event.method}`), ...reason(event.reason)],
      }
    case 'debtRecorded':
      return {
        icon: 'clock',
        title: text('job.timeline.owed', amountOf(event.amountRial)),
        facts: [
          ...(event.dueDate === null ? [] : [text('job.timeline.dueOn', { date: format.dayMonthYear(event.dueDate) })]),
          ...(event.note === '' ? [] : [event.note]),
        ],
      }
    default:
      return assertNever(event)
  }
}

/** `10W-40` stays in one piece at the end of a narrow line: half a code, in text that runs the other way, reads as another one. */
function unbroken(codes: string): string {
  return codes.replaceAll(/(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])/g, '-\u2060')
}
