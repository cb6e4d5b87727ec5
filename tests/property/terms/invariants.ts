import type { Job } from '../../../core/domain/job/types.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { sha256Hex } from '../../support/jobSpec.ts'

/**
 * The terms T1, T4 and T5 stated anew, from the plain facts of a job and without any function of the domain: what a job
 * may never be, whatever was commanded or recorded. Returns what is broken.
 */
export function brokenTerms(job: Job): readonly string[] {
  const broken: string[] = []
  const priceOf = new Map<string, number>()
  const accepted = new Map<string, { milli: number }>()
  const asked = new Set([...job.services.map((each) => `s${each.serviceId}`), ...job.materials.map((each) => `m${each.lineNo}`)])

  for (const { consentId, snapshot, snapshotHash, items, answer } of job.consents) {
    if (sha256Hex(canonicalJson(snapshot)) !== snapshotHash) broken.push('a snapshot is not what was hashed')
    for (const item of snapshot.items) {
      const key = `c${consentId}${item.itemNo}`
      const status = items.find((each) => each.itemNo === item.itemNo)
      const said = answer?.answers.find((each) => each.itemNo === item.itemNo)?.decision
      if (status?.state === 'accepted') {
        if (said !== 'accepted') broken.push('an item counts as accepted and nobody said yes')
        priceOf.set(key, item.price.partRial + item.price.labourRial + item.price.taxRial)
        accepted.set(key, { milli: item.quantity.milli })
        asked.add(key)
      } else if (status?.startedAtUtcMs !== null) broken.push('work on an item without a yes')
    }
  }

  const { offer } = job
  const quoted = [...job.services, ...job.materials].reduce((sum, each) => sum + each.priceRial, 0)
  const offered =
    offer === null
      ? null
      : offer.amountRial + (offer.vat.kind === 'added' ? Math.floor((offer.amountRial * offer.vat.ratePermyriad) / 10_000) : 0)
  const cap = (offered ?? job.acceptedRial ?? quoted) + [...priceOf.values()].reduce((sum, price) => sum + price, 0)

  const billed = (job.bill?.lines ?? []).reduce((sum, line) => sum + line.amountRial, 0)
  if (billed > cap) broken.push(`billed ${billed} above the cap ${cap}`)
  const toPay = billed - (job.bill?.discount?.amountRial ?? 0)
  if (toPay < 0) broken.push('a discount above the bill')
  let paid = 0
  for (const payment of job.payments) {
    const refunded = payment.refunds.reduce((sum, each) => sum + each.amountRial, 0)
    if (refunded > payment.amountRial) broken.push('refunded above paid')
    paid += payment.amountRial - refunded
  }
  if (paid > toPay) broken.push(`paid ${paid} above the bill ${toPay}`)

  const leftOut = new Set(job.leftOut.map((line) => keyOf(line.basis)))
  for (const { basis, amountRial } of job.bill?.lines ?? []) {
    const key = keyOf(basis)
    if (!asked.has(key) || leftOut.has(key)) broken.push('a billed line without a basis')
    if (amountRial > (priceOf.get(key) ?? Infinity)) broken.push('an item billed above its price')
  }
  for (const { consentId, items } of job.consents) {
    if (items.some((item) => item.startedAtUtcMs !== null && leftOut.has(`c${consentId}${item.itemNo}`)))
      broken.push('work on what was left out')
  }
  const used = new Map<string, number>()
  for (const use of job.uses) used.set(keyOf(use.basis), (used.get(keyOf(use.basis)) ?? 0) + use.quantity.milli - use.takenBackMilli)
  for (const [key, milli] of used) {
    if (milli < 0) broken.push('more taken back than used')
    if (milli > 0 && (!asked.has(key) || leftOut.has(key))) broken.push('a part used without a basis')
    const agreed = accepted.get(key) ?? job.materials.find((each) => `m${each.lineNo}` === key)?.quantity
    if (milli > (agreed?.milli ?? 0)) broken.push('more used than agreed')
  }
  return broken
}

type AnyBasis = Job['uses'][number]['basis']

function keyOf(basis: AnyBasis): string {
  if (basis.kind === 'service') return `s${basis.serviceId}`
  return basis.kind === 'material' ? `m${basis.lineNo}` : `c${basis.consentId}${basis.itemNo}`
}
