import { z } from 'zod'
import type { Bay, Person, Profile, Service } from '../domain/garage/types.ts'
import type { VatRate } from '../domain/pricing/types.ts'
import { roles } from '../domain/people/role.ts'
import { bayKinds, skills, type QueueSettings } from '../domain/queue/types.ts'
import { isIsoDate, type IsoDate } from '../persian/jalali.ts'
import type { WorkingHours } from '../persian/workingCalendar.ts'
import { addressMostChars, phoneMostChars, queueMinuteBounds, vatMostPermyriad } from './bounds.ts'
import { bayId, garageId, personId, rial, serviceId, shortText, text } from './fields.ts'
import { needs, quotedMin } from './serviceFields.ts'

/** Schemas of the owner's settings, as stored row by row and as sent by the settings screens. */

export const profileFields = z.strictObject({
  name: shortText,
  phone: text(phoneMostChars),
  address: text(addressMostChars),
  moneyShown: z.enum(['toman', 'rial']),
})
export const profileRow = profileFields.extend({ garageId, demo: z.boolean() }) satisfies z.ZodType<Profile>

const dayMinute = z.int().min(0).max(1440)
const dayHours = z.strictObject({
  intervals: z
    .array(z.strictObject({ fromMinute: dayMinute, toMinute: dayMinute }))
    .max(6)
    .readonly(),
})
const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value))
export const hoursRow = z.strictObject({
  timeZone: z.string().max(64).refine(isTimeZone),
  weekly: z.tuple([dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours]).readonly(),
  holidays: z
    .array(z.strictObject({ date, title: shortText }))
    .max(400)
    .readonly(),
  exceptions: z
    .array(z.strictObject({ date, hours: dayHours }))
    .max(400)
    .readonly(),
}) satisfies z.ZodType<WorkingHours>

function minutes(field: keyof QueueSettings) {
  const [least, most] = queueMinuteBounds[field]
  return z.int().min(least).max(most)
}
export const queueRow = z.strictObject({
  graceMin: minutes('graceMin'),
  earlyWindowMin: minutes('earlyWindowMin'),
  lateDeferralMin: minutes('lateDeferralMin'),
  noSlotDeferralMin: minutes('noSlotDeferralMin'),
  holdMin: minutes('holdMin'),
  promiseMin: minutes('promiseMin'),
  noShowMin: minutes('noShowMin'),
  patienceMin: minutes('patienceMin'),
}) satisfies z.ZodType<QueueSettings>

export const bayFields = z.strictObject({ name: shortText, kind: z.enum(bayKinds), active: z.boolean() })
export const bayRow = bayFields.extend({ bayId }) satisfies z.ZodType<Bay>

export const personFields = z.strictObject({
  name: shortText,
  role: z.enum(roles),
  skills: z.array(z.enum(skills)).readonly(),
  active: z.boolean(),
})
export const personRow = personFields.extend({ personId }) satisfies z.ZodType<Person>

export const serviceFields = z.strictObject({ title: shortText, quotedMin, priceRial: rial, needs, active: z.boolean() })
export const serviceRow = serviceFields.extend({ serviceId }) satisfies z.ZodType<Service>

export const vatRow = z
  .array(z.strictObject({ from: date, ratePermyriad: z.int().min(0).max(vatMostPermyriad) }))
  .max(40)
  .readonly() satisfies z.ZodType<readonly VatRate[]>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
