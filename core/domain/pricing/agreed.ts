import { maxRial, rial, type Rial } from '../../basics/rial.ts'
import { gradeOf, itemRial, itemState } from '../consent/state.ts'
import type { Condition, Consent, ConsentGrade, ConsentItem } from '../consent/types.ts'
import type { Job } from '../job/types.ts'
import { onceMilli } from '../materials/quantity.ts'
import type { MaterialSpec, Quantity } from '../materials/types.ts'
import { allocate } from './allocate.ts'
import { basisKey, type Basis, type BasisKey } from './basis.ts'
import type { ClosingState } from './closing.ts'
import { withVat } from './vat.ts'

/** A line that the customer asked for or was asked about. Only a line that is `agreed` can carry work, parts or money. */
export type AgreedLine = {
  readonly basis: Basis
  readonly key: BasisKey
  readonly title: string
  /** Null for work without a part. */
  readonly spec: MaterialSpec | null
  readonly condition: Condition | null
  readonly quantity: Quantity
  /** What the customer agreed to pay for all of it, VAT inside; 0 when he did not agree. */
  readonly agreedRial: Rial
  readonly state: ClosingState
  readonly leftOutReason: string | null
  readonly grade: ConsentGrade | null
}

type Agreement = Pick<Job, 'acceptedRial' | 'offer' | 'services' | 'materials'>

/** The accepted price, VAT inside; for a visit without an offer the sum of what it was quoted. */
export function acceptedRial({ acceptedRial: accepted, offer, services, materials }: Agreement): Rial {
  if (offer !== null) return offer.vat.kind === 'inside' ? offer.amountRial : withVat(offer.amountRial, offer.vat.ratePermyriad)
  const quoted = [...services, ...materials].reduce((sum, { priceRial }) => sum + priceRial, 0)
  return accepted ?? rial(Math.min(maxRial, quoted))
}

/**
 * Every line of the job, in the order of the job's page: services, materials, consent items. The accepted price is shared
 * over the requested lines in the ratio of their list prices, so that they add up to it exactly, whatever the list says.
 * Items that an edit took the place of are left to the record of their request.
 */
export function agreedLines(job: Job): readonly AgreedLine[] {
  return [...requestedLines(job), ...job.consents.flatMap((consent) => consentLines(job, consent))]
}

/** The line, if it can carry work, parts or money. */
export function agreedLine(job: Job, basis: Basis): AgreedLine | null {
  const key = basisKey(basis)
  return agreedLines(job).find((line) => line.key === key) ?? null
}

function requestedLines(job: Job): readonly AgreedLine[] {
  const { services, materials } = job
  const shares = allocate(
    acceptedRial(job),
    [...services, ...materials].map(({ priceRial }) => priceRial),
  )
  const lines = [
    ...services.map(({ serviceId, title }) => ({
      basis: { kind: 'service', serviceId } as const,
      title,
      spec: null,
      quantity: { milli: onceMilli, unit: 'time' } as const,
    })),
    ...materials.map(({ lineNo, spec, quantity }) => ({ basis: { kind: 'material', lineNo } as const, title: spec.kind, spec, quantity })),
  ]
  return lines.map((line, index) => {
    const leftOutReason = reasonLeftOut(job, line.basis)
    return {
      ...line,
      key: basisKey(line.basis),
      condition: null,
      agreedRial: shares[index] ?? rial(0),
      state: leftOutReason === null ? 'agreed' : 'leftOut',
      leftOutReason,
      grade: null,
    }
  })
}

function consentLines(job: Job, consent: Consent): readonly AgreedLine[] {
  return consent.snapshot.items.flatMap((item) => {
    const basis = { kind: 'consent', consentId: consent.consentId, itemNo: item.itemNo } as const
    const leftOutReason = reasonLeftOut(job, basis)
    const state = closingState(consent, item, leftOutReason)
    if (state === null) return []
    const { title, spec, condition, quantity } = item
    return [
      {
        basis,
        key: basisKey(basis),
        title,
        spec,
        condition,
        quantity,
        agreedRial: state === 'agreed' || state === 'leftOut' ? itemRial(item.price) : rial(0),
        state,
        leftOutReason,
        grade: consent.answer === null ? null : gradeOf(consent.answer.evidence),
      },
    ]
  })
}

function closingState(consent: Consent, item: ConsentItem, leftOutReason: string | null): ClosingState | null {
  switch (itemState(consent, item.itemNo)) {
    case 'accepted':
      return leftOutReason === null ? 'agreed' : 'leftOut'
    case 'refused':
      return 'refused'
    case 'later':
      return 'later'
    case 'pending':
      return 'pending'
    case 'withdrawn':
      return 'withdrawn'
    default:
      return null
  }
}

/** Agreed, and by the desk's word not done. */
export function isLeftOut(job: Pick<Job, 'leftOut'>, basis: Basis): boolean {
  return reasonLeftOut(job, basis) !== null
}

function reasonLeftOut({ leftOut }: Pick<Job, 'leftOut'>, basis: Basis): string | null {
  const key = basisKey(basis)
  return leftOut.find((line) => basisKey(line.basis) === key)?.reason ?? null
}
