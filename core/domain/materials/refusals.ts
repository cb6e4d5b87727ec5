import type { ClosingState } from '../pricing/closing.ts'
import type { Basis } from '../pricing/basis.ts'
import type { GivenPart, Quantity, SpecField, Unit } from './types.ts'

/** One way in which a part is not what a line asks for. */
export type Mismatch =
  | { readonly field: SpecField; readonly wanted: string; readonly given: string }
  | { readonly field: 'unit'; readonly wanted: Unit; readonly given: Unit }
  /** More than the line has left. */
  | { readonly field: 'quantity'; readonly left: Quantity; readonly given: Quantity }

/** The line that a part comes nearest to, and what differs. */
export type NearestLine = { readonly basis: Basis; readonly title: string; readonly mismatches: readonly Mismatch[] }

export type MaterialRefusal =
  | { readonly code: 'quantityWrong' }
  | { readonly code: 'quantityNotWhole'; readonly unit: Unit }
  /** Two ways out: the right part, or a finding that the customer is asked about. */
  | { readonly code: 'partMismatch'; readonly part: GivenPart; readonly nearest: NearestLine | null }
  | { readonly code: 'unknownLine' }
  | { readonly code: 'lineHasNoPart' }
  | { readonly code: 'lineLeftOut' }
  /** The customer has not answered, or not with yes. */
  | { readonly code: 'lineNotAgreed'; readonly state: ClosingState }
  | { readonly code: 'unknownUse' }
  | { readonly code: 'moreThanUsed'; readonly left: Quantity }
  | { readonly code: 'kindMissing' }
  /** What was agreed with the customer changes only by his consent (T5). */
  | { readonly code: 'requestIsAgreed' }
