import type { EventId } from '../../basics/ids.ts'
import type { Basis } from '../pricing/basis.ts'
import type { Offer } from '../pricing/types.ts'
import type { GivenPart, PartSource, Quantity, RequestedMaterial } from './types.ts'

export type MaterialEvent =
  /** The requested materials and, for a booking, the accepted offer: written with the opening, and again while a visit without an offer waits. */
  | { readonly type: 'workRequested'; readonly materials: readonly RequestedMaterial[]; readonly offer: Offer | null }
  | { readonly type: 'partUsed'; readonly basis: Basis; readonly part: GivenPart; readonly quantity: Quantity; readonly source: PartSource }
  | { readonly type: 'partTakenBack'; readonly useId: EventId; readonly milli: number; readonly reason: string }
