import { searchKey } from '../../basics/textFold.ts'
import type { Job } from '../job/types.ts'
import type { AgreedLine } from '../pricing/agreed.ts'
import type { Mismatch, NearestLine } from './refusals.ts'
import { specFields, type GivenPart, type MaterialSpec, type Quantity } from './types.ts'
import { netUsedMilli } from './uses.ts'

/** T1: a part matches a spec when every set field reads the same once scripts, digits and blanks are folded. Unset means "any". */
export function mismatches(spec: MaterialSpec, part: MaterialSpec): readonly Mismatch[] {
  return specFields.flatMap((field) => {
    const wanted = spec[field]
    if (wanted === null || wanted.trim() === '') return []
    const given = part[field] ?? ''
    return searchKey(wanted) === searchKey(given) ? [] : [{ field, wanted, given }]
  })
}

/** What keeps a part from being logged on a line as the job stands: the fields, the unit, more than is left. Also asked when a logged part is folded. */
export function mismatchesOf(job: Job, line: AgreedLine, part: GivenPart, quantity: Quantity): readonly Mismatch[] {
  if (line.spec === null) return []
  const { unit, milli } = line.quantity
  if (quantity.unit !== unit) return [...mismatches(line.spec, part), { field: 'unit', wanted: unit, given: quantity.unit }]
  const leftMilli = milli - netUsedMilli(job.uses, line.basis)
  const over: readonly Mismatch[] =
    quantity.milli > leftMilli ? [{ field: 'quantity', left: { milli: leftMilli, unit }, given: quantity }] : []
  return [...mismatches(line.spec, part), ...over]
}

/** The line that a part comes nearest to: of the same kind, the fewest fields different, the earlier line of two equals. */
export function nearestLine(
  candidates: readonly { readonly line: AgreedLine; readonly mismatches: readonly Mismatch[] }[],
): NearestLine | null {
  const near = candidates
    .filter((each) => each.mismatches.every(({ field }) => field !== 'kind'))
    .toSorted((a, b) => a.mismatches.length - b.mismatches.length)[0]
  return near === undefined ? null : { basis: near.line.basis, title: near.line.title, mismatches: near.mismatches }
}
