import { assertNever } from '../../core/basics/assertNever.ts'
import type { Mismatch } from '../../core/domain/materials/refusals.ts'
import { specFields, type MaterialSpec } from '../../core/domain/materials/types.ts'
import type { Format } from './format.ts'
import type { Text } from './text.ts'

/** One way in which a part is not what the line asks for: `درجه: 5W-30 به‌جای 10W-40`. What stands on a packet is written as it stands there. */
export function mismatchText(mismatch: Mismatch, text: Text, format: Format): string {
  switch (mismatch.field) {
    case 'kind':
    case 'brand':
    case 'grade':
    case 'partNo':
      return text('domain.mismatch', {
        field: text(`domain.specField.${mismatch.field}`),
        wanted: mismatch.wanted,
        given: mismatch.given === '' ? text('domain.notGiven') : mismatch.given,
      })
    case 'unit':
      return text('domain.mismatchUnit', {
        wanted: text(`domain.unit.${mismatch.wanted}`),
        given: text(`domain.unit.${mismatch.given}`),
      })
    case 'quantity':
      return text(mismatch.left.milli === 0 ? 'domain.mismatchNoneLeft' : 'domain.mismatchQuantity', {
        left: format.quantity(mismatch.left),
        given: format.quantity(mismatch.given),
      })
    default:
      return assertNever(mismatch)
  }
}

/** A spec or a part in a few words, what it is first: `روغن موتور، بهران، 10W-40`. Plain: it may be kept as a title. */
export function specText(spec: MaterialSpec, text: Text): string {
  return specFields
    .map((field) => spec[field] ?? '')
    .filter((part) => part !== '')
    .join(text('common.comma'))
}
