import type { ConsentId } from '../../basics/ids.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Condition, ConsentGrade } from '../consent/types.ts'
import type { MaterialSpec, Quantity } from '../materials/types.ts'
import type { Basis } from './basis.ts'

/** What keeps a job from being closed, and so what has to be put right (T1). */
export type Difference =
  /** Billed is more or less than used. */
  | {
      readonly code: 'billedNotUsed'
      readonly basis: Basis
      readonly used: Quantity
      readonly billed: Quantity
      readonly agreedForUsedRial: Rial
    }
  /** Agreed, not used, not left out. */
  | { readonly code: 'untouched'; readonly basis: Basis }
  | { readonly code: 'consentUnanswered'; readonly consentId: ConsentId }

/** `later`: put off by the customer, and so not agreed; may be asked again. */
export type ClosingState = 'agreed' | 'refused' | 'later' | 'leftOut' | 'withdrawn' | 'pending'

/** One row of requested / consented / used / billed. */
export type ClosingRow = {
  readonly basis: Basis
  readonly title: string
  readonly spec: MaterialSpec | null
  readonly condition: Condition | null
  readonly state: ClosingState
  /** Null where the row comes from a consent. */
  readonly requested: Quantity | null
  /** Null where the row was requested from the start. */
  readonly consented: Quantity | null
  readonly consentGrade: ConsentGrade | null
  readonly used: Quantity
  readonly billed: Quantity | null
  /** What the customer agreed to pay for the whole row, VAT inside. */
  readonly agreedRial: Rial
  readonly usedRial: Rial
  readonly billedRial: Rial | null
  readonly leftOutReason: string | null
  /** Whether parts are logged on it, or work is done by finishing or starting. */
  readonly hasPart: boolean
  readonly difference: Difference | null
}

/** T4's meter. */
export type CapMeter = {
  /** The accepted price, or for a visit without an offer the sum of what was quoted; VAT inside. */
  readonly acceptedRial: Rial
  readonly consentedRial: Rial
  readonly capRial: Rial
  readonly usedRial: Rial
  /** Sum of the bill's lines before the discount. */
  readonly billedRial: Rial
  readonly discountRial: Rial
  /** What the customer is asked for: lines less discount. */
  readonly toPayRial: Rial
  /** Payments less refunds. */
  readonly paidRial: Rial
  readonly leftRial: Rial
}
