import type { NearestLine } from '../../../core/domain/materials/refusals.ts'
import type { GivenPart, Material, Quantity } from '../../../core/domain/materials/types.ts'
import type { PlatformPart } from '../scan/cataloguePart.ts'
import type { TypedPart } from './fitting.ts'

export type HandDraft = TypedPart & { readonly quantity: Quantity; readonly barcode: string | null }

/** How far somebody is who logs a part that stands on no line's button. */
export type EntryStep =
  | { readonly kind: 'find' }
  /** Found in the catalogue: how much of it. */
  | { readonly kind: 'amount'; readonly material: Material; readonly source: 'catalogue' | 'barcode' }
  | { readonly kind: 'hand'; readonly draft: HandDraft }
  /** The barcode stands on no line of the catalogue. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** Not what was agreed: the right part, or a finding. `back` is where the right one is chosen. */
  | { readonly kind: 'mismatch'; readonly part: GivenPart; readonly nearest: NearestLine | null; readonly back: EntryStep }

export const emptyHand: HandDraft = {
  kind: '',
  brand: '',
  grade: '',
  partNo: '',
  barcode: null,
  quantity: { milli: 1000, unit: 'piece' },
}

/** A part that the platform's catalogue names and the garage's own does not: as if it had been typed. */
export function handOfPlatform({ kind, brand, grade, partNo, barcode, unit }: PlatformPart): HandDraft {
  return { kind, brand: brand ?? '', grade: grade ?? '', partNo: partNo ?? '', barcode, quantity: { milli: 1000, unit } }
}
