import type { UtcMs } from '../../../../core/basics/instant.ts'
import { isRial, maxRial, rial, type Rial } from '../../../../core/basics/rial.ts'
import { err, ok, type Result } from '../../../../core/basics/result.ts'
import type { Garage } from '../../../../core/domain/garage/types.ts'
import type { Quantity } from '../../../../core/domain/materials/types.ts'
import { vatToday } from '../../../../core/domain/pricing/vat.ts'
import type { RequestCommand } from '../../../../core/domain/request/commands.ts'
import { materialsMost, servicesMost } from '../../../../core/wire/bounds.ts'
import type { OfferVat } from '../../../../core/domain/pricing/types.ts'
import { type AmountProblem, readAmount } from '../../../ui/typedAmount.ts'
import { type QuantityProblem, readTypedQuantity } from '../../../ui/typedQuantity.ts'
import { cataloguePriceRial, type MaterialDraft, type OfferDraft, specOf } from './offerDraft.ts'
import { validUntil, type ValidityProblem } from './validity.ts'

export type ServiceProblems = { readonly price?: AmountProblem; readonly unlisted?: true }
export type MaterialProblems = { readonly kind?: 'missing'; readonly quantity?: QuantityProblem; readonly price?: AmountProblem }

/** What is wrong with an offer, by the line and field that can mend it. */
export type OfferProblems = {
  readonly services: Readonly<Record<string, ServiceProblems>>
  readonly materials: Readonly<Record<string, MaterialProblems>>
  readonly whole: 'empty' | 'tooManyServices' | 'tooManyMaterials' | null
  readonly validity: ValidityProblem | null
}

type MadeFields = Omit<Extract<RequestCommand, { type: 'makeOffer' }>, 'type' | 'requestId'>

/** The offer as a command carries it, or everything that is wrong with it. */
export function readOffer(draft: OfferDraft, garage: Garage, nowUtcMs: UtcMs): Result<MadeFields, OfferProblems> {
  const services = draft.services.map((service) => {
    const listed = garage.services.find(({ serviceId, active }) => serviceId === service.serviceId && active)
    return { id: service.serviceId, listed, price: readAmount(service.price, draft.money) }
  })
  const materials = draft.materials.map((material) => ({
    material,
    quantity: readQuantity(material),
    price: readPrice(material, draft),
  }))
  const until = validUntil(draft, nowUtcMs, garage.hours)
  const made = services.flatMap(({ listed, price }) =>
    listed !== undefined && price.ok ? [{ serviceId: listed.serviceId, priceRial: price.value }] : [],
  )
  const parts = materials.flatMap(({ material, quantity, price }) =>
    quantity.ok && price.ok && material.kind.trim() !== ''
      ? [{ spec: specOf(material), quantity: quantity.value, priceRial: price.value }]
      : [],
  )
  const whole = wholeProblem(draft)
  if (until.ok && whole === null && made.length === services.length && parts.length === materials.length) {
    return ok({
      services: made,
      materials: parts,
      vat: vatOf(draft, garage, nowUtcMs),
      validUntilUtcMs: until.value,
      note: draft.note.trim(),
      afterRevision: draft.afterRevision,
    })
  }
  return err({
    services: problemsBy(services, ({ id, listed, price }) => [
      id,
      { ...(listed === undefined ? { unlisted: true as const } : {}), ...(price.ok ? {} : { price: price.error }) },
    ]),
    materials: problemsBy(materials, ({ material, quantity, price }) => [
      material.key,
      {
        ...(material.kind.trim() === '' ? { kind: 'missing' as const } : {}),
        ...(quantity.ok ? {} : { quantity: quantity.error }),
        ...(price.ok ? {} : { price: price.error }),
      },
    ]),
    whole,
    validity: until.ok ? null : until.error,
  })
}

export function vatOf({ vat }: Pick<OfferDraft, 'vat'>, garage: Garage, nowUtcMs: UtcMs): OfferVat {
  return vat === 'inside' ? { kind: 'inside' } : { kind: 'added', ratePermyriad: vatToday(garage, nowUtcMs) }
}

/** What the lines come to as far as they can be read while they are being typed; null beyond the largest amount there is. */
export function sumSoFarRial(draft: OfferDraft): Rial | null {
  const prices = [
    ...draft.services.map(({ price }) => readAmount(price, draft.money)),
    ...draft.materials.map((material) => readPrice(material, draft)),
  ]
  const sum = prices.reduce((all: number, price) => all + (price.ok ? price.value : 0), 0)
  return isRial(sum) ? sum : null
}

/** Beyond it no offer is recorded. */
export const offerMostRial = rial(maxRial)

function wholeProblem({ services, materials }: OfferDraft): OfferProblems['whole'] {
  if (services.length === 0) return 'empty'
  if (services.length > servicesMost) return 'tooManyServices'
  return materials.length > materialsMost ? 'tooManyMaterials' : null
}

function problemsBy<Item, Problems extends object>(
  items: readonly Item[],
  problemsOf: (item: Item) => readonly [key: string, Problems],
): Readonly<Record<string, Problems>> {
  return Object.fromEntries(items.map(problemsOf).filter(([, problems]) => Object.keys(problems).length > 0))
}

function readQuantity({ quantity, unit }: MaterialDraft): Result<Quantity, QuantityProblem> {
  const read = readTypedQuantity(quantity, unit)
  if (!read.ok) return read
  return read.value === null ? err('empty') : ok(read.value)
}

function readPrice(material: MaterialDraft, { money }: OfferDraft): Result<Rial, AmountProblem> {
  const byCatalogue = cataloguePriceRial(material)
  return byCatalogue === null ? readAmount(material.price ?? '', money) : ok(byCatalogue)
}
