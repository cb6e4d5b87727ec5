import { addMinutes } from '../../basics/instant.ts'
import { maxRial, rial } from '../../basics/rial.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { canonicalJson } from '../../wire/canonical.ts'
import type { JobContext, JobDecision } from '../job/context.ts'
import type { Job } from '../job/types.ts'
import { quantityProblem } from '../materials/quantity.ts'
import { capRial } from '../pricing/cap.ts'
import type { ConsentCommand, NewConsentItem } from './commands.ts'
import { changeProblem, voidedItems } from './change.ts'
import type { ConsentEvent } from './events.ts'
import type { ConsentRefusal } from './refusals.ts'
import { isOpen, openConsent, validUntil } from './state.ts'
import type { ConsentItem, ConsentSnapshot } from './types.ts'

type AskCommand = Extract<ConsentCommand, { type: 'askConsent' }>

/**
 * Asks. One request is open at a time, so that the new total that a customer sees is the one that his yes makes. An edit of
 * what was asked or accepted is a new request: the old items are superseded or voided, never changed.
 */
export function decideAsk({ items, replaces }: AskCommand, job: Job, context: JobContext): JobDecision {
  if (items.length === 0) return err({ code: 'itemsMissing' })
  for (const [index, item] of items.entries()) {
    const problem = itemProblem(item, index + 1, job)
    if (problem !== null) return err(problem)
    if (!item.photos.every(context.isPhotoKept)) return err({ code: 'photoUnknown' })
  }
  const voided = replaces === null ? ok(null) : replacedBy(replaces, job)
  if (!voided.ok) return voided
  const open = openConsent(job)
  if (open !== null && open.consentId !== replaces?.consentId) return err({ code: 'consentOpen', consentId: open.consentId })

  const asked = snapshotOf(items, voided.value?.job ?? job, context)
  if (!asked.ok) return asked
  const snapshot = asked.value
  const request: ConsentEvent = {
    type: 'consentAsked',
    snapshot,
    snapshotHash: context.sha256Hex(canonicalJson(snapshot)),
    supersedes: replaces?.consentId ?? null,
  }
  return ok([...(voided.value?.events ?? []), request])
}

function itemProblem(
  { title, reason, ifRefused, price, quantity, findingId, spec }: NewConsentItem,
  itemNo: number,
  job: Job,
): ConsentRefusal | null {
  if (title.trim() === '' || (spec !== null && spec.kind.trim() === '')) return { code: 'itemTitleMissing', itemNo }
  if (reason.trim() === '') return { code: 'itemReasonMissing', itemNo }
  if (ifRefused.trim() === '') return { code: 'itemIfRefusedMissing', itemNo }
  const total = price.partRial + price.labourRial + price.taxRial
  if (total <= 0 || total > maxRial) return { code: 'itemPriceWrong', itemNo }
  if (quantityProblem(quantity) !== null) return { code: 'itemQuantityWrong', itemNo }
  const known = findingId === null || job.findings.some((finding) => finding.findingId === findingId && finding.droppedFor === null)
  return known ? null : { code: 'unknownFinding' }
}

type Replaced = { readonly events: readonly ConsentEvent[]; readonly job: Job }

/** What an edit takes away first: accepted items that are changed are voided; an open request is superseded by the new one itself. */
function replacedBy({ consentId, itemNos }: NonNullable<AskCommand['replaces']>, job: Job): Result<Replaced, ConsentRefusal> {
  const consent = job.consents.find((each) => each.consentId === consentId)
  if (consent === undefined) return err({ code: 'unknownConsent' })
  if (isOpen(consent)) return ok({ events: [], job })
  for (const itemNo of itemNos) {
    const problem = changeProblem(job, consentId, itemNo)
    if (problem !== null) return err(problem)
  }
  if (itemNos.length === 0) return err({ code: 'consentNotOpen', states: consent.items.map((item) => item.state) })
  const events = [{ type: 'consentVoided', consentId, itemNos, cause: 'edited', reason: '' } as const]
  return ok({ events, job: { ...job, consents: job.consents.map((each) => (each === consent ? voidedItems(each, itemNos) : each)) } })
}

function snapshotOf(items: readonly NewConsentItem[], job: Job, context: JobContext): Result<ConsentSnapshot, ConsentRefusal> {
  const finder = new Map(job.findings.map((finding) => [finding.findingId, finding.by]))
  const numbered = items.map((item, index): ConsentItem => {
    const foundBy = item.findingId === null ? null : (finder.get(item.findingId) ?? null)
    return { itemNo: index + 1, ...trimmed(item), foundBy }
  })
  const capBeforeRial = capRial(job)
  let capIfAll: number = capBeforeRial
  for (const { itemNo, price } of numbered) {
    capIfAll += price.partRial + price.labourRial + price.taxRial
    if (capIfAll > maxRial) return err({ code: 'itemPriceWrong', itemNo })
  }
  const extraMin = numbered.reduce((sum, item) => sum + item.extraMin, 0)
  const { nowUtcMs, readyUtcMs, place } = context
  return ok({
    format: 1,
    consentId: context.newConsentId,
    consentNo: job.consents.length + 1,
    jobId: job.jobId,
    jobNo: job.jobNo,
    bookingRef: job.origin.kind === 'booking' ? job.origin.bookingRef : null,
    offer: job.offer,
    ...place,
    customer: job.customer,
    vehicle: { ...job.vehicle, ...job.facts },
    items: numbered,
    capBeforeRial,
    capIfAllRial: rial(capIfAll),
    readyBeforeUtcMs: readyUtcMs,
    readyIfAllUtcMs: readyUtcMs === null ? null : addMinutes(readyUtcMs, extraMin),
    askedAtUtcMs: nowUtcMs,
    validUntilUtcMs: validUntil(nowUtcMs),
    askedBy: context.actorId,
    clock: context.clock,
  })
}

function trimmed(item: NewConsentItem): NewConsentItem {
  const { title, reason, ifRefused, alternatives } = item
  return { ...item, title: title.trim(), reason: reason.trim(), ifRefused: ifRefused.trim(), alternatives: alternatives.trim() }
}
