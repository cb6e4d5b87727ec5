import { searchKey } from '../../../core/basics/textFold.ts'
import type { Rial } from '../../../core/basics/rial.ts'
import type { MaterialSpec, Quantity } from '../../../core/domain/materials/types.ts'
import { vatHeldRial } from '../../../core/domain/pricing/vat.ts'
import { offerToPayRial } from '../../../core/domain/request/state.ts'
import type { MadeOffer } from '../../../core/domain/request/types.ts'

/** What became of a line from one offer to the next. */
export type LineChange = 'same' | 'new' | 'changed' | 'gone'

export type OfferCell = { readonly priceRial: Rial; readonly quantity: Quantity | null; readonly change: LineChange }

export type OfferRow = {
  readonly key: string
  readonly title: string
  readonly spec: MaterialSpec | null
  /** One for each offer, in their order; null where the offer has no such line and the one before it had none either. */
  readonly cells: readonly (OfferCell | { readonly change: 'gone' } | null)[]
}

type Line = {
  readonly key: string
  readonly title: string
  readonly spec: MaterialSpec | null
  readonly priceRial: Rial
  readonly quantity: Quantity | null
}

/** Offers beside each other, a row for everything that any of them holds. The first offer has nothing that it could differ from. */
export function offerRows(offers: readonly MadeOffer[]): readonly OfferRow[] {
  const columns = offers.map((offer) => new Map(linesOf(offer).map((line) => [line.key, line])))
  const lines = new Map(columns.flatMap((column) => [...column]))
  return [...lines.values()].map(({ key, title, spec }) => ({
    key,
    title,
    spec,
    cells: columns.map((column, index) => {
      const line = column.get(key)
      const before = columns[index - 1]?.get(key)
      if (line === undefined) return before === undefined ? null : { change: 'gone' }
      return { priceRial: line.priceRial, quantity: line.quantity, change: index === 0 ? 'same' : changeOf(before, line) }
    }),
  }))
}

/** The VAT in what is to be paid; inside, by the rate of the day on which it is looked at. */
export function offerVatRial({ amountRial, vat }: Pick<MadeOffer, 'amountRial' | 'vat'>, todayPermyriad: number): number {
  return vat.kind === 'inside' ? vatHeldRial(amountRial, todayPermyriad) : offerToPayRial({ amountRial, vat }) - amountRial
}

function changeOf(before: Line | undefined, { priceRial, quantity }: Line): LineChange {
  if (before === undefined) return 'new'
  const isSame = before.priceRial === priceRial && before.quantity?.milli === quantity?.milli && before.quantity?.unit === quantity?.unit
  return isSame ? 'same' : 'changed'
}

function linesOf({ services, materials }: MadeOffer): readonly Line[] {
  return [
    ...services.map(({ serviceId, title, priceRial }) => ({ key: serviceId, title, spec: null, priceRial, quantity: null })),
    ...numbered(materials.map(({ spec, priceRial, quantity }) => ({ key: specKey(spec), title: spec.kind, spec, priceRial, quantity }))),
  ]
}

/** The same part on two lines is two lines. */
function numbered(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, index) => {
    const earlier = lines.slice(0, index).filter(({ key }) => key === line.key).length
    return { ...line, key: `${line.key} ${earlier}` }
  })
}

function specKey({ kind, brand, grade, partNo }: MaterialSpec): string {
  return [kind, brand, grade, partNo].map((part) => searchKey(part ?? '')).join('|')
}
