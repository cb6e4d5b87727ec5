import type { Job } from '../../../core/domain/job/types.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { sha256Hex } from '../../support/jobSpec.ts'

/**
 * The terms T1, T4 and T5 stated anew, from the plain facts of a job and without any function of the domain: what a job may
 * never be, whatever was commanded or recorded, in whatever order.
 */
export const terms = [
  'a snapshot is not what was hashed',
  'an item counts as accepted and nobody said yes',
  'work on an item without a yes',
  'work on what was left out',
  'billed above the cap',
  'requested lines billed above the accepted price',
  'a discount above the bill',
  'refunded above paid',
  'paid above the bill',
  'a billed line without a basis',
  'a line billed twice',
  'a line billed above what was agreed for it',
  'more billed than agreed',
  'billed in another unit than agreed',
  'a part used without a basis',
  'a part that is not what was asked for',
  'more taken back than used',
  'more used than agreed',
  'used in another unit than agreed',
] as const
export type Term = (typeof terms)[number]

/** What holds besides where the job was led by commands alone. */
export const promises = ['two open requests', 'more can be asked than the last total that the customer answered to'] as const
export type Promised = (typeof promises)[number]

type AnyBasis = Job['uses'][number]['basis']
type Agreed = {
  readonly milli: number
  readonly unit: string
  /** The most that all of it may cost, as a fraction: a share of the accepted price may be rounded up to the rial. */
  readonly mostOver: bigint
  readonly mostUnder: bigint
  readonly isRequested: boolean
  readonly spec: { readonly [field: string]: string | null } | null
}

/** Returns what is broken, each term once. */
export function brokenTerms(job: Job): readonly Term[] {
  const broken = new Set([...consentTerms(job), ...billTerms(job), ...moneyTerms(job), ...partTerms(job)])
  return terms.filter((term) => broken.has(term))
}

export function brokenPromises(job: Job): readonly Promised[] {
  const open = job.consents.filter(({ items }) => items.some((item) => item.state === 'pending'))
  const lastAnswer = job.consents.findLast((consent) => consent.answer !== null)?.answer ?? null
  const [twoOpen, moreThanTold] = promises
  return [
    ...(open.length > 1 ? [twoOpen] : []),
    ...(lastAnswer !== null && acceptedPrice(job) + consentedSum(job) > lastAnswer.capAfterRial ? [moreThanTold] : []),
  ]
}

function consentTerms({ consents, leftOut }: Job): readonly Term[] {
  const broken: Term[] = []
  const isLeftOut = new Set(leftOut.map((line) => keyOf(line.basis)))
  for (const { consentId, snapshot, snapshotHash, items, answer } of consents) {
    if (sha256Hex(canonicalJson(snapshot)) !== snapshotHash) broken.push('a snapshot is not what was hashed')
    for (const { itemNo, state, startedAtUtcMs } of items) {
      const said = answer?.answers.find((each) => each.itemNo === itemNo)?.decision
      if (state === 'accepted' && said !== 'accepted') broken.push('an item counts as accepted and nobody said yes')
      if (startedAtUtcMs === null) continue
      if (state !== 'accepted') broken.push('work on an item without a yes')
      if (isLeftOut.has(keyOf({ kind: 'consent', consentId, itemNo }))) broken.push('work on what was left out')
    }
  }
  return broken
}

function billTerms(job: Job): readonly Term[] {
  const broken: Term[] = []
  const agreed = agreedByKey(job)
  const seen = new Set<string>()
  let requested = 0
  for (const { basis, quantity, amountRial } of job.bill?.lines ?? []) {
    const key = keyOf(basis)
    if (seen.has(key)) broken.push('a line billed twice')
    seen.add(key)
    const line = agreed.get(key)
    if (line === undefined) {
      broken.push('a billed line without a basis')
      continue
    }
    if (line.isRequested) requested += amountRial
    if (quantity.unit !== line.unit) broken.push('billed in another unit than agreed')
    if (quantity.milli > line.milli) broken.push('more billed than agreed')
    // amount / most > quantity / agreed, without a division.
    const isDear = BigInt(amountRial) * line.mostUnder * BigInt(line.milli) > line.mostOver * BigInt(quantity.milli)
    if (isDear) broken.push('a line billed above what was agreed for it')
  }
  if (requested > acceptedPrice(job)) broken.push('requested lines billed above the accepted price')
  if (billedSum(job) > acceptedPrice(job) + consentedSum(job)) broken.push('billed above the cap')
  return broken
}

function moneyTerms(job: Job): readonly Term[] {
  const broken: Term[] = []
  const toPay = billedSum(job) - (job.bill?.discount?.amountRial ?? 0)
  if (toPay < 0) broken.push('a discount above the bill')
  let paid = 0
  for (const payment of job.payments) {
    const refunded = payment.refunds.reduce((sum, each) => sum + each.amountRial, 0)
    if (refunded > payment.amountRial) broken.push('refunded above paid')
    paid += payment.amountRial - refunded
  }
  if (paid > toPay) broken.push('paid above the bill')
  return broken
}

function partTerms(job: Job): readonly Term[] {
  const broken: Term[] = []
  const agreed = agreedByKey(job)
  const used = new Map<string, number>()
  for (const { basis, part, quantity, takenBackMilli } of job.uses) {
    const key = keyOf(basis)
    const milli = quantity.milli - takenBackMilli
    if (milli < 0) broken.push('more taken back than used')
    used.set(key, (used.get(key) ?? 0) + milli)
    if (milli <= 0) continue
    const line = agreed.get(key)
    if (line === undefined || line.spec === null) {
      broken.push('a part used without a basis')
      continue
    }
    if (quantity.unit !== line.unit) broken.push('used in another unit than agreed')
    const { kind, brand, grade, partNo } = part
    const given: Readonly<Record<string, string | null>> = { kind, brand, grade, partNo }
    // The sequences write every part in one way, so that nothing has to be folded.
    if (Object.entries(line.spec).some(([field, wanted]) => wanted !== null && given[field] !== wanted)) {
      broken.push('a part that is not what was asked for')
    }
  }
  for (const [key, milli] of used) if (milli > (agreed.get(key)?.milli ?? 0)) broken.push('more used than agreed')
  return broken
}

/** What the customer agreed to and nobody left out: of his request the share of the accepted price, of a consent item its price. */
function agreedByKey(job: Job): ReadonlyMap<string, Agreed> {
  const requested = [...job.services, ...job.materials]
  const listed = requested.reduce((sum, each) => sum + each.priceRial, 0)
  const lines = new Map<string, Agreed>()
  for (const each of requested) {
    const isMaterial = 'lineNo' in each
    lines.set(isMaterial ? `m${each.lineNo}` : `s${each.serviceId}`, {
      milli: isMaterial ? each.quantity.milli : 1000,
      unit: isMaterial ? each.quantity.unit : 'time',
      // accepted x price / listed, and less than one rial for the rounding; the bound of a list that costs nothing is the sum.
      mostOver: listed === 0 ? BigInt(acceptedPrice(job)) : BigInt(acceptedPrice(job)) * BigInt(each.priceRial) + BigInt(listed - 1),
      mostUnder: listed === 0 ? 1n : BigInt(listed),
      isRequested: true,
      spec: isMaterial ? each.spec : null,
    })
  }
  for (const { consentId, item } of acceptedItems(job)) {
    const { partRial, labourRial, taxRial } = item.price
    lines.set(keyOf({ kind: 'consent', consentId, itemNo: item.itemNo }), {
      ...item.quantity,
      mostOver: BigInt(partRial + labourRial + taxRial),
      mostUnder: 1n,
      isRequested: false,
      spec: item.spec,
    })
  }
  for (const { basis } of job.leftOut) lines.delete(keyOf(basis))
  return lines
}

function acceptedItems({ consents }: Job) {
  return consents.flatMap(({ consentId, snapshot, items }) =>
    snapshot.items.flatMap((item) =>
      items.some(({ itemNo, state }) => itemNo === item.itemNo && state === 'accepted') ? [{ consentId, item }] : [],
    ),
  )
}

function consentedSum(job: Job): number {
  return acceptedItems(job).reduce((sum, { item: { price } }) => sum + price.partRial + price.labourRial + price.taxRial, 0)
}

function acceptedPrice({ offer, acceptedRial, services, materials }: Job): number {
  if (offer === null) return acceptedRial ?? [...services, ...materials].reduce((sum, each) => sum + each.priceRial, 0)
  return offer.amountRial + (offer.vat.kind === 'added' ? Math.floor((offer.amountRial * offer.vat.ratePermyriad) / 10_000) : 0)
}

function billedSum({ bill }: Job): number {
  return (bill?.lines ?? []).reduce((sum, line) => sum + line.amountRial, 0)
}

function keyOf(basis: AnyBasis): string {
  if (basis.kind === 'service') return `s${basis.serviceId}`
  return basis.kind === 'material' ? `m${basis.lineNo}` : `c${basis.consentId}.${basis.itemNo}`
}
