import type { ActorId, EventId, MaterialId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Basis } from '../pricing/basis.ts'

/** `time` counts how often a work is done ("1 بار"). */
export type Unit = 'piece' | 'pair' | 'set' | 'litre' | 'metre' | 'kilogram' | 'time'
export const units: readonly Unit[] = ['piece', 'pair', 'set', 'litre', 'metre', 'kilogram', 'time']
/** What cannot be had in parts: its quantity is a whole number. */
export const wholeUnits: readonly Unit[] = ['piece', 'pair', 'set', 'time']

/** Thousandths of the unit, so that 0.3 + 0.1 litre is exactly 0.4. Whole, 1 to `mostMilli`. */
export type Quantity = { readonly milli: number; readonly unit: Unit }
export const mostMilli = 10_000_000

/** What must match (T1). An unset field means "any". Compared by the folded text (core/basics/textFold). */
export type MaterialSpec = {
  /** What it is, e.g. "روغن موتور". */
  readonly kind: string
  readonly brand: string | null
  readonly grade: string | null
  readonly partNo: string | null
}
export const specFields = ['kind', 'brand', 'grade', 'partNo'] as const
export type SpecField = (typeof specFields)[number]

/** What the customer asked for, at the price that holds for the whole line. Lines are numbered from 1 within their job. */
export type RequestedMaterial = {
  readonly lineNo: number
  readonly spec: MaterialSpec
  readonly quantity: Quantity
  readonly priceRial: Rial
}

/** What was really put in: the fields as read from the packet, the catalogue or the hand. */
export type GivenPart = MaterialSpec & {
  readonly barcode: string | null
  /** The line of the catalogue that it was taken from; null when typed by hand. */
  readonly materialId: MaterialId | null
}

/** How the part came into the log. */
export type PartSource = 'requested' | 'barcode' | 'catalogue' | 'hand'
export const partSources: readonly PartSource[] = ['requested', 'barcode', 'catalogue', 'hand']

/** One logged use. What was taken back of it stands beside it: the fact of logging stays. */
export type PartUse = {
  /** The event that recorded it. */
  readonly useId: EventId
  readonly basis: Basis
  readonly part: GivenPart
  readonly quantity: Quantity
  readonly source: PartSource
  readonly takenBackMilli: number
  readonly atUtcMs: UtcMs
  readonly by: ActorId
}

/** A line of the garage's catalogue: a plain row of the owner's, the last writer wins. Its price is of one unit, and is copied wherever it is quoted. */
export type Material = {
  readonly materialId: MaterialId
  readonly kind: string
  readonly brand: string | null
  readonly grade: string | null
  readonly partNo: string | null
  readonly barcode: string | null
  readonly unit: Unit
  readonly unitPriceRial: Rial
  readonly active: boolean
}
