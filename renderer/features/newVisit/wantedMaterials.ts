import type { Rial } from '../../../core/basics/rial.ts'
import type { JobAccount } from '../../../core/contract/views.ts'
import { onceMilli } from '../../../core/domain/materials/quantity.ts'
import type { Material, MaterialSpec, Quantity, RequestedMaterial, Unit } from '../../../core/domain/materials/types.ts'
import { amountFor } from '../../../core/domain/pricing/allocate.ts'
import { basisKey } from '../../../core/domain/pricing/basis.ts'

/** A material that a visit asks for, while its quantity may still be changed. */
export type WantedMaterial = {
  /** Of the row on the screen. */
  readonly key: string
  readonly spec: MaterialSpec
  readonly unit: Unit
  /** Null while the field holds no quantity. */
  readonly quantity: Quantity | null
  /** A quantity with its price, from which every other quantity's is reckoned: typing to and fro rounds nothing away. */
  readonly priced: { readonly milli: number; readonly priceRial: Rial }
}

export function wantedOfCatalogue({ materialId, kind, brand, grade, partNo, unit, unitPriceRial }: Material): WantedMaterial {
  return {
    key: materialId,
    spec: { kind, brand, grade, partNo },
    unit,
    quantity: { milli: onceMilli, unit },
    priced: { milli: onceMilli, priceRial: unitPriceRial },
  }
}

/** What a visit asks for already. Without an offer a line's agreed price is the price that it was quoted at. */
export function wantedOfJob({ rows }: Pick<JobAccount, 'rows'>): readonly WantedMaterial[] {
  return rows.flatMap(({ basis, spec, requested, agreedRial }) =>
    basis.kind === 'material' && spec !== null && requested !== null
      ? [
          {
            key: basisKey(basis),
            spec,
            unit: requested.unit,
            quantity: requested,
            priced: { milli: requested.milli, priceRial: agreedRial },
          },
        ]
      : [],
  )
}

/** The same part once more is one more of it, not a second line. */
export function withOneMore(wanted: readonly WantedMaterial[], material: Material): readonly WantedMaterial[] {
  const index = wanted.findIndex(({ key }) => key === material.materialId)
  const before = wanted[index]
  if (before === undefined) return [...wanted, wantedOfCatalogue(material)]
  return wanted.with(index, { ...before, quantity: { milli: (before.quantity?.milli ?? 0) + onceMilli, unit: before.unit } })
}

export function priceOf({ quantity, priced }: WantedMaterial): Rial | null {
  return quantity === null ? null : amountFor(priced.priceRial, quantity.milli, priced.milli)
}

export function totalRial(wanted: readonly WantedMaterial[]): number {
  return wanted.reduce((sum, material) => sum + (priceOf(material) ?? 0), 0)
}

/** As a command carries them; null while a quantity is missing. */
export function materialsToSend(wanted: readonly WantedMaterial[]): readonly Omit<RequestedMaterial, 'lineNo'>[] | null {
  const whole = wanted.flatMap((material) => {
    const priceRial = priceOf(material)
    return material.quantity === null || priceRial === null ? [] : [{ spec: material.spec, quantity: material.quantity, priceRial }]
  })
  return whole.length === wanted.length ? whole : null
}
