import { isRial } from '../../../../core/basics/rial.ts'
import { units } from '../../../../core/domain/materials/types.ts'
import { type Guard, has, isNumber, isText, listOf, oneOf, orNull } from '../../../stores/guards.ts'
import type { MaterialDraft, OfferDraft, ServiceDraft } from './offerDraft.ts'
import { validities } from './validity.ts'

/** Offers on their way, by the id of their request. */
export type Offers = Readonly<Record<string, OfferDraft>>

/** What this version wrote, and nothing else. */
export function readOffers(stored: string | null): Offers {
  try {
    const kept: unknown = JSON.parse(stored ?? '{}')
    const entries: readonly (readonly [string, unknown])[] = Object.entries(kept ?? {})
    return Object.fromEntries(entries.flatMap(([id, draft]) => (isOfferDraft(draft) ? [[id, draft] as const] : [])))
  } catch {
    return {}
  }
}

function isOfferDraft(value: unknown): value is OfferDraft {
  return (
    has(value, 'afterRevision', orNull(isNumber)) &&
    has(value, 'money', oneOf(['toman', 'rial'])) &&
    has(value, 'services', listOf(isService)) &&
    has(value, 'materials', listOf(isMaterial)) &&
    has(value, 'vat', oneOf(['inside', 'added'])) &&
    has(value, 'validity', oneOf(validities)) &&
    has(value, 'date', isText) &&
    has(value, 'time', isText) &&
    has(value, 'note', isText) &&
    has(value, 'openKey', orNull(isText))
  )
}

function isService(value: unknown): value is ServiceDraft {
  return has(value, 'serviceId', isText) && has(value, 'title', isText) && has(value, 'price', isText)
}

const isPrice: Guard<MaterialDraft['unitPriceRial']> = (value): value is MaterialDraft['unitPriceRial'] =>
  value === null || (isNumber(value) && isRial(value))

function isMaterial(value: unknown): value is MaterialDraft {
  return (
    has(value, 'key', isText) &&
    has(value, 'kind', isText) &&
    has(value, 'brand', isText) &&
    has(value, 'grade', isText) &&
    has(value, 'partNo', isText) &&
    has(value, 'quantity', isText) &&
    has(value, 'unit', oneOf(units)) &&
    has(value, 'unitPriceRial', isPrice) &&
    has(value, 'price', orNull(isText))
  )
}
