import type { ConsentItem, ConsentSnapshot, ShownText } from '../../../core/domain/consent/types.ts'
import { itemRial } from '../../../core/domain/consent/state.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import { plateWords } from '../../ui/plate/plateText.ts'

/** Of the words that a request is put in (i18n, `consent.shown`): whoever changes them or their order counts it up. */
export const shownVersion = '1'

export type Labelled = { readonly label: string; readonly say: string }

export type ShownItem = {
  readonly itemNo: number
  readonly title: string
  readonly safety: string
  /** Brand, part number, grade, condition; quantity; how much later. */
  readonly facts: readonly string[]
  readonly reason: Labelled
  readonly ifRefused: Labelled
  readonly alternatives: Labelled | null
  readonly oldPart: string | null
  readonly amount: string
  /** What of it is part, labour and tax; null where it is one alone. */
  readonly priceParts: string | null
}

/** A request in the words that the customer gets: the screen is drawn from these, and the record keeps these. */
export type ShownRequest = {
  readonly garage: string
  readonly job: string
  readonly plate: string
  readonly heading: string
  readonly lead: string
  readonly items: readonly ShownItem[]
  readonly unit: string
  readonly capBefore: Labelled
  readonly totalIfAll: Labelled
  readonly readyIfAll: Labelled
  readonly validUntil: string
  readonly promise: string
}

type Writing = { readonly text: Text; readonly format: Format }

export function shownRequest(snapshot: ConsentSnapshot, garageName: string, writing: Writing): ShownRequest {
  const { text, format } = writing
  const { customer, vehicle, items, jobNo, capBeforeRial, capIfAllRial, validUntilUtcMs } = snapshot
  const name = customer.name.trim()
  const model = vehicle.model.trim()
  const count = items.length
  return {
    garage: garageName,
    job: text(model === '' ? 'common.jobNo' : 'consent.shown.carAndJob', { model, no: jobNo }),
    plate: text('consent.shown.plate', { plate: plateWords(vehicle.plate, text, format) }),
    heading: name === '' ? text('consent.shown.heading', { count }) : text('consent.shown.headingNamed', { count, name }),
    lead: text('consent.shown.lead', { count }),
    items: items.map((item) => shownItem(item, writing)),
    unit: text(`common.${format.moneyUnit}`),
    capBefore: { label: text('consent.shown.capBefore'), say: format.money(capBeforeRial) },
    totalIfAll: { label: text('consent.shown.totalIfAll'), say: format.money(capIfAllRial) },
    readyIfAll: { label: text('consent.shown.readyIfAll'), say: readyWords(snapshot, writing) },
    validUntil: text('consent.shown.validUntil', { until: format.dateTime(validUntilUtcMs) }),
    promise: text('consent.shown.promise'),
  }
}

/** What is on the counter's screen, as one text; the page behind a link shows the very same. */
export function counterText(snapshot: ConsentSnapshot, garageName: string, writing: Writing): ShownText {
  const request = shownRequest(snapshot, garageName, writing)
  const body = [request.garage, request.job, request.plate, request.heading, request.lead, ...askedLines(request, writing), request.promise]
  return { language: writing.format.language, version: shownVersion, body: body.join('\n') }
}

/** What the customer reads on his own phone. */
export const linkText = counterText

/** What is read aloud over the telephone. */
export function callText(snapshot: ConsentSnapshot, garageName: string, writing: Writing): ShownText {
  const { text, format } = writing
  const request = shownRequest(snapshot, garageName, writing)
  const body = [
    text('consent.shown.callOpening', { garage: garageName }),
    request.job,
    request.plate,
    request.heading,
    request.lead,
    ...askedLines(request, writing),
    request.promise,
    text('consent.shown.callClosing'),
  ]
  return { language: format.language, version: shownVersion, body: body.join('\n') }
}

/** Everything between greeting and promise; an empty line before each item. */
function askedLines(request: ShownRequest, { format }: Writing): readonly string[] {
  const { items, unit, capBefore, totalIfAll, readyIfAll, validUntil } = request
  return [
    ...items.flatMap((item) => ['', `${format.digits(item.itemNo)}. ${item.title}`, ...itemLines(item, unit)]),
    '',
    line({ ...capBefore, say: `${capBefore.say} ${unit}` }),
    line({ ...totalIfAll, say: `${totalIfAll.say} ${unit}` }),
    line(readyIfAll),
    validUntil,
  ]
}

function itemLines({ safety, facts, reason, ifRefused, alternatives, oldPart, amount, priceParts }: ShownItem, unit: string) {
  return [
    [safety, ...facts].join(' · '),
    line(reason),
    line(ifRefused),
    ...(alternatives === null ? [] : [line(alternatives)]),
    ...(oldPart === null ? [] : [oldPart]),
    `${amount} ${unit}${priceParts === null ? '' : ` (${priceParts})`}`,
  ]
}

function line({ label, say }: Labelled): string {
  return `${label} ${say}`
}

/** Also for the desk, which reads the same facts. */
export function shownItem(item: ConsentItem, { text, format }: Writing): ShownItem {
  const { itemNo, title, grade, reason, ifRefused, alternatives, oldPartBack, price } = item
  const parts = [
    { key: 'partPrice', rial: price.partRial },
    { key: 'labourPrice', rial: price.labourRial },
    { key: 'taxPrice', rial: price.taxRial },
  ] as const
  const paid = parts.filter((part) => part.rial > 0)
  return {
    itemNo,
    title,
    safety: text(`domain.safety.${grade}`),
    facts: factsOf(item, { text, format }),
    reason: { label: text('consent.shown.reason'), say: reason },
    ifRefused: { label: text('consent.shown.ifRefused'), say: ifRefused },
    alternatives: alternatives === '' ? null : { label: text('consent.shown.alternatives'), say: alternatives },
    oldPart: oldPartBack === null ? null : text(oldPartBack ? 'consent.shown.oldPartBack' : 'consent.shown.oldPartKept'),
    amount: format.money(itemRial(price)),
    priceParts:
      paid.length < 2 ? null : format.list(paid.map((part) => text(`consent.shown.${part.key}`, { amount: format.money(part.rial) }))),
  }
}

function factsOf({ title, spec, condition, quantity, extraMin }: ConsentItem, { text, format }: Writing): readonly string[] {
  const part = [
    // The title often is the kind itself.
    spec === null || title.includes(spec.kind) ? null : spec.kind,
    spec?.brand ?? null,
    spec?.grade ?? null,
    spec === null || spec.partNo === null ? null : text('consent.shown.partNo', { partNo: spec.partNo }),
    condition === null ? null : text(`domain.condition.${condition}`),
  ].filter((word) => word !== null)
  return [
    ...(part.length === 0 ? [] : [part.join(text('common.comma'))]),
    ...(quantity.unit === 'time' && quantity.milli === 1000 ? [] : [format.quantity(quantity)]),
    extraMin === 0 ? text('consent.shown.noLater') : text('consent.shown.laterBy', { minutes: format.minutes(extraMin) }),
  ]
}

function readyWords({ items, readyBeforeUtcMs, readyIfAllUtcMs }: ConsentSnapshot, { text, format }: Writing): string {
  const extraMin = items.reduce((sum, item) => sum + item.extraMin, 0)
  if (extraMin === 0) return text('consent.shown.noLater')
  if (readyBeforeUtcMs === null || readyIfAllUtcMs === null) return text('consent.shown.laterBy', { minutes: format.minutes(extraMin) })
  return text('consent.shown.readyInstead', { after: format.time(readyIfAllUtcMs), before: format.time(readyBeforeUtcMs) })
}
