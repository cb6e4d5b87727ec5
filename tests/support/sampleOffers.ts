import type { Random } from '../../core/basics/random.ts'
import { rial } from '../../core/basics/rial.ts'
import type { RequestedMaterial } from '../../core/domain/materials/types.ts'
import { demoServices } from '../../electron/service/demo/garage.ts'
import { serviceMaterials, type Make } from './serviceMaterials.ts'
import { pick } from './sampleBookingsPeople.ts'

export type SampleMaterial = Omit<RequestedMaterial, 'lineNo'>

/** The accepted offer of a sample booking, as its file says it. */
export type SampleOffer = { readonly offer: string; readonly offerRevision: number; readonly vat: string }

/**
 * The materials that these services need: in their usual makes, or with a random source in one of those that are had, at
 * a price near the usual one.
 */
export function sampleMaterials(services: readonly string[], random: Random | null): readonly SampleMaterial[] {
  return services
    .flatMap((title) => serviceMaterials[title] ?? [])
    .map(({ kind, quantity, makes }) => {
      const { brand, grade, partNo, priceRial } = chosen(makes, random)
      const factor = random === null ? 1 : 0.95 + random() * 0.1
      return { spec: { kind, brand, grade, partNo }, quantity, priceRial: rial(toHundredThousand(priceRial * factor)) }
    })
}

/** Three of four take the usual make; some do not mind whose it is. */
function chosen(makes: readonly Make[], random: Random | null): Make {
  const [usual] = makes
  if (usual === undefined) throw new Error('a material is had in some make')
  if (random === null || random() < 0.75) return usual
  const other = pick(random, makes)
  return random() < 0.3 ? { ...other, brand: null, partNo: null } : other
}

/** What the garage's list and the materials come to, in whole ten thousands of toman. */
export function listedRial(services: readonly string[], materials: readonly SampleMaterial[]): number {
  const wages = services.reduce((sum, title) => sum + (demoServices.find((service) => service.title === title)?.priceRial ?? 0), 0)
  return toHundredThousand(materials.reduce((sum, { priceRial }) => sum + priceRial, wages))
}

/** Most offers are the sum of their lines; one of six was rounded down for the customer. */
export function offeredRial(listed: number, random: Random | null): number {
  return random !== null && random() < 1 / 6 ? Math.max(1_000_000, Math.floor((listed * 0.97) / 1_000_000) * 1_000_000) : listed
}

/** Most offers are accepted as first made, VAT inside. */
export function sampleOffer(ref: string, random: Random | null): SampleOffer {
  const number = ref.replace(/\D/g, '')
  if (random === null) return { offer: `OF-${number}`, offerRevision: 1, vat: '' }
  return {
    offer: `OF-${number}`,
    offerRevision: random() < 0.85 ? 1 : 2 + Math.floor(random() * 2),
    vat: random() < 0.04 ? 'added 10%' : '',
  }
}

function toHundredThousand(amount: number): number {
  return Math.round(amount / 100_000) * 100_000
}
