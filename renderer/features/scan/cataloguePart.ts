import { useQuery } from '@tanstack/react-query'
import { barcodeKey } from '../../../core/domain/materials/catalogue.ts'
import type { Rial } from '../../../core/basics/rial.ts'
import { type Material, specFields } from '../../../core/domain/materials/types.ts'
import type { CatalogueAnswer } from '../../../core/wire/protocol.ts'
import { client } from '../../client/client.ts'

/** A line of the platform's catalogue. It names a part and knows no price. */
export type PlatformPart = CatalogueAnswer['materials'][number]

/** What both catalogues say of a part; the price of the garage's own alone. */
export type CataloguePart = Pick<Material, 'kind' | 'brand' | 'grade' | 'partNo' | 'unit'> & { readonly unitPriceRial: Rial | null }

export function withoutPrice({ kind, brand, grade, partNo, unit }: PlatformPart): CataloguePart {
  return { kind, brand, grade, partNo, unit, unitPriceRial: null }
}

/** What the platform's catalogue has beside the garage's own lines, once something was typed. */
export function usePlatformParts(typed: string, limit: number, own: readonly Material[], isOn = true): readonly PlatformPart[] {
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['garage', 'platformMaterials', typed, limit],
    queryFn: () => client.platformMaterials({ text: typed, limit }),
    enabled: isOn && typed !== '',
    placeholderData: (before) => before,
  })
  if (data === undefined || typed === '' || !isOn || isPlaceholderData) return []
  return data.filter((part) => own.every((material) => !isSamePart(part, material)))
}

function isSamePart(part: PlatformPart, material: Material): boolean {
  const [theirs, ours] = [part.barcode ?? '', material.barcode ?? '']
  if (theirs !== '' && ours !== '') return barcodeKey(theirs) === barcodeKey(ours)
  return specFields.every((field) => (part[field] ?? '') === (material[field] ?? ''))
}

/** The part that the platform's catalogue knows by a barcode that the garage's own does not have. */
export async function platformPartOf(code: string): Promise<PlatformPart | null> {
  const key = barcodeKey(code)
  const [part] = await client.platformMaterials({ text: code, limit: 1 })
  return part !== undefined && part.barcode !== null && key !== '' && barcodeKey(part.barcode) === key ? part : null
}
