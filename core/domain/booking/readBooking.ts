import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Result } from '../../basics/result.ts'
import { foldScript } from '../../basics/textFold.ts'
import { formatTimeOfDay, parseDate, parseTimeOfDay } from '../../persian/dateText.ts'
import { foldDigits } from '../../persian/digits.ts'
import { parseMobile, type Mobile } from '../../persian/mobile.ts'
import { plateKey } from '../../persian/plate.ts'
import { parsePlate } from '../../persian/plateText.ts'
import { utcFromZoned } from '../../persian/timeZone.ts'
import { noteMostChars, servicesMost, shortMostChars } from '../../wire/bounds.ts'
import type { RequestedService } from '../job/types.ts'
import type { Customer, Vehicle } from '../job/visit.ts'
import type { RequestedMaterial } from '../materials/types.ts'
import type { Offer } from '../pricing/types.ts'
import { parsePrice } from './price.ts'
import { readMaterials } from './readMaterials.ts'
import { readOffer } from './readOffer.ts'
import { readServices, type ServicesByTitle } from './services.ts'
import { cleanText, quoted } from './text.ts'
import type { BookingProblem, RawBooking } from './types.ts'

/** A row by itself: what could be understood of it, and what could not. Nothing here depends on the time or on other rows. */
export type ReadBooking = {
  readonly row: number
  /** The file's reference, else one made of plate and slot; empty when even those could not be read. */
  readonly ref: string
  readonly slotStartUtcMs: UtcMs | null
  readonly plateTyped: string
  readonly vehicle: Vehicle | null
  readonly customer: Customer
  readonly services: readonly RequestedService[]
  /** Titles of the price list, and what was typed where there is none. */
  readonly serviceTitles: readonly string[]
  readonly withdrawnServices: readonly string[]
  readonly materials: readonly RequestedMaterial[]
  readonly acceptedRial: Rial | null
  readonly offer: Offer | null
  readonly note: string
  readonly problems: readonly BookingProblem[]
}

const mostChars = { ref: shortMostChars, model: shortMostChars, name: shortMostChars, note: noteMostChars } as const

export function readBooking(raw: RawBooking, list: ServicesByTitle, timeZone: string): ReadBooking {
  const problems: BookingProblem[] = []
  const texts = { ref: foldScript(raw.ref), model: cleanText(raw.model), name: cleanText(raw.name), note: cleanText(raw.note) }
  for (const field of ['ref', 'model', 'name', 'note'] as const) {
    if (texts[field].length > mostChars[field]) problems.push({ code: 'tooLong', field, most: mostChars[field] })
  }

  const date = valueOf(parseDate(raw.date), problems, dateProblem(raw.date))
  const minute = valueOf(parseTimeOfDay(withoutSeconds(raw.time)), problems, timeProblem(raw.time))
  const slotStartUtcMs = date === null || minute === null ? null : utcFromZoned(date, minute, timeZone)

  const plate = valueOf(parsePlate(raw.plate), problems, plateProblem(raw.plate))
  const mobile = readMobile(raw.mobile, problems)
  if (texts.name === '' && raw.mobile.trim() === '') problems.push({ code: 'missing', field: 'name' })

  const { found, withdrawn, unknown } = readServices(raw.services, list)
  for (const title of unknown) problems.push({ code: 'unknownService', typed: quoted(title) })
  if (found.length === 0 && unknown.length === 0) problems.push({ code: 'missing', field: 'services' })
  if (found.length > servicesMost) problems.push({ code: 'tooLong', field: 'services', most: servicesMost })

  const materials = readMaterials(raw.materials, raw.price.trim() !== '', problems)
  const priceRial = valueOf(parsePrice(raw.price), problems, { code: 'badPrice', typed: quoted(raw.price) })

  // The local reading rather than the instant, so that a person can recognise it.
  const madeRef =
    plate === null || date === null || minute === null ? '' : foldScript(`${plateKey(plate)}@${date}T${formatTimeOfDay(minute)}`)
  return {
    row: raw.row,
    ref: texts.ref === '' ? madeRef : texts.ref.slice(0, mostChars.ref),
    slotStartUtcMs,
    plateTyped: quoted(raw.plate),
    vehicle: plate === null ? null : { plate, model: texts.model },
    customer: { name: texts.name, mobile },
    services: found,
    serviceTitles: [...found.map((service) => service.title), ...unknown.map(quoted)].slice(0, servicesMost),
    withdrawnServices: withdrawn,
    materials,
    ...readOffer(raw, priceRial, problems),
    note: texts.note,
    problems,
  }
}

function valueOf<T, E>(read: Result<T, E>, problems: BookingProblem[], otherwise: BookingProblem): T | null {
  if (read.ok) return read.value
  problems.push(otherwise)
  return null
}

function dateProblem(typed: string): BookingProblem {
  return typed.trim() === '' ? { code: 'missing', field: 'date' } : { code: 'badDate', typed: quoted(typed) }
}

function timeProblem(typed: string): BookingProblem {
  return typed.trim() === '' ? { code: 'missing', field: 'time' } : { code: 'badTime', typed: quoted(typed) }
}

function plateProblem(typed: string): BookingProblem {
  return typed.trim() === '' ? { code: 'missing', field: 'plate' } : { code: 'badPlate', typed: quoted(typed) }
}

function readMobile(typed: string, problems: BookingProblem[]): Mobile | null {
  return typed.trim() === '' ? null : valueOf(parseMobile(typed), problems, { code: 'badMobile', typed: quoted(typed) })
}

/** Spreadsheets write `09:00` as `09:00:00`. */
function withoutSeconds(time: string): string {
  return foldDigits(time).replace(/^(\s*\d{1,2}:\d{2}):00\s*$/, '$1')
}
