import type { UtcMs } from '../../../../core/basics/instant.ts'
import { maxRial, rial, type Rial } from '../../../../core/basics/rial.ts'
import { onceMilli } from '../../../../core/domain/materials/quantity.ts'
import type { MaterialSpec, Unit } from '../../../../core/domain/materials/types.ts'
import type { Garage, Service } from '../../../../core/domain/garage/types.ts'
import { newestRevision } from '../../../../core/domain/request/state.ts'
import type { MadeOffer, PriceRequest, WantedService } from '../../../../core/domain/request/types.ts'
import type { MoneyUnit } from '../../../i18n/moneyUnit.ts'
import { amountText, readAmount } from '../../../ui/typedAmount.ts'
import { readTypedQuantity } from '../../../ui/typedQuantity.ts'
import type { CataloguePart } from '../../scan/cataloguePart.ts'
import { firstValidity, type ValidityDraft } from './validity.ts'

/** A service of the offer. The title is kept for a service that the list has lost meanwhile. */
export type ServiceDraft = { readonly serviceId: string; readonly title: string; /** As typed. */ readonly price: string }

/** A material of the offer. Numbers are what was typed; they are read when the offer is made. */
export type MaterialDraft = {
  /** Its own for as long as it is on the screen. */
  readonly key: string
  readonly kind: string
  readonly brand: string
  readonly grade: string
  readonly partNo: string
  readonly quantity: string
  readonly unit: Unit
  /** Of one unit, by the catalogue: what the line costs as long as `price` is null. */
  readonly unitPriceRial: Rial | null
  /** Of the whole line. Null: quantity times `unitPriceRial`. */
  readonly price: string | null
}

export type OfferDraft = ValidityDraft & {
  /** The newest revision that was there when this one was begun: somebody else's next one is not overwritten. */
  readonly afterRevision: number | null
  /** What the prices were typed in: the garage may show the other unit by the time they are read. */
  readonly money: MoneyUnit
  readonly services: readonly ServiceDraft[]
  readonly materials: readonly MaterialDraft[]
  readonly vat: 'inside' | 'added'
  readonly note: string
  /** The material whose description is open. */
  readonly openKey: string | null
}

type Start = { readonly garage: Pick<Garage, 'services' | 'hours'>; readonly nowUtcMs: UtcMs; readonly money: MoneyUnit }

/** What the desk begins with: the newest offer to be changed; else what the customer asked for, at the prices of the list. */
export function startOfOffer(request: PriceRequest, { garage, nowUtcMs, money }: Start): OfferDraft {
  const newest = request.offers.at(-1)
  const rest = {
    afterRevision: newestRevision(request),
    money,
    validity: firstValidity(nowUtcMs, garage.hours),
    date: '',
    time: '',
    openKey: null,
  } as const
  if (newest !== undefined) return { ...rest, ...linesOfOffer(newest, money), vat: newest.vat.kind, note: newest.note }
  return {
    ...rest,
    services: wantedOfList(request.wanted.services, garage.services).map((service) => serviceOfList(service, money)),
    materials: request.wanted.materials.map(({ spec, quantity }) => ({
      ...materialOfSpec(spec),
      quantity: String(quantity.milli / onceMilli),
      unit: quantity.unit,
    })),
    vat: 'inside',
    note: '',
  }
}

export function serviceOfList({ serviceId, title, priceRial }: Service, money: MoneyUnit): ServiceDraft {
  return { serviceId, title, price: amountText(priceRial, money) }
}

/** A part of the catalogue. What it is and what it costs are copied: a later change of the catalogue does not reach it. */
export function materialOfCatalogue({ kind, brand, grade, partNo, unit, unitPriceRial }: CataloguePart): MaterialDraft {
  return { ...materialOfSpec({ kind, brand, grade, partNo }), unit, unitPriceRial, price: unitPriceRial === null ? '' : null }
}

export function materialByHand(kind: string): MaterialDraft {
  return materialOfSpec({ kind, brand: null, grade: null, partNo: null })
}

/** The services that the customer named and the list has none of: the desk says what they are. */
export function wantedElsewhere(wanted: readonly WantedService[], services: readonly Service[]): readonly string[] {
  const known = wantedOfList(wanted, services)
  return wanted.filter(({ serviceId }) => known.every((service) => service.serviceId !== serviceId)).map(({ title }) => title)
}

/** What the line costs by the catalogue, to the nearest rial; null when it is typed by hand. */
export function cataloguePriceRial({ price, unitPriceRial, quantity, unit }: MaterialDraft): Rial | null {
  if (price !== null || unitPriceRial === null) return null
  const read = readTypedQuantity(quantity, unit)
  const milli = read.ok ? (read.value?.milli ?? 0) : onceMilli
  return rial(Math.min(maxRial, Math.round((unitPriceRial * milli) / onceMilli)))
}

export function specOf({ kind, brand, grade, partNo }: MaterialDraft): MaterialSpec {
  return { kind: kind.trim(), brand: orNull(brand), grade: orNull(grade), partNo: orNull(partNo) }
}

/** The same amounts in the unit that the garage shows now. What cannot be read stays as it was typed. */
export function inMoney(draft: OfferDraft, money: MoneyUnit): OfferDraft {
  if (draft.money === money) return draft
  const typed = (price: string): string => {
    const read = readAmount(price, draft.money)
    return read.ok ? amountText(read.value, money) : price
  }
  return {
    ...draft,
    money,
    services: draft.services.map((service) => ({ ...service, price: typed(service.price) })),
    materials: draft.materials.map((material) => ({ ...material, price: material.price === null ? null : typed(material.price) })),
  }
}

function linesOfOffer({ services, materials }: MadeOffer, money: MoneyUnit): Pick<OfferDraft, 'services' | 'materials'> {
  return {
    services: services.map(({ serviceId, title, priceRial }) => ({ serviceId, title, price: amountText(priceRial, money) })),
    materials: materials.map(({ spec, quantity, priceRial }) => ({
      ...materialOfSpec(spec),
      quantity: String(quantity.milli / onceMilli),
      unit: quantity.unit,
      price: amountText(priceRial, money),
    })),
  }
}

function materialOfSpec({ kind, brand, grade, partNo }: MaterialSpec): MaterialDraft {
  return {
    key: crypto.randomUUID(),
    kind,
    brand: brand ?? '',
    grade: grade ?? '',
    partNo: partNo ?? '',
    quantity: '1',
    unit: 'piece',
    unitPriceRial: null,
    price: '',
  }
}

function wantedOfList(wanted: readonly WantedService[], services: readonly Service[]): readonly Service[] {
  const found = wanted.flatMap(({ serviceId }) => services.find((service) => service.serviceId === serviceId && service.active) ?? [])
  return [...new Set(found)]
}

/** Unset means "any" (T1). */
function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}
