import { z } from 'zod'
import {
  isUuidV7,
  type BayId,
  type Brand,
  type CommandId,
  type ConsentId,
  type EventId,
  type GarageId,
  type JobId,
  type MaterialId,
  type PersonId,
  type ServiceId,
  type Sha256Hex,
  type DeviceId,
  type LinkId,
  type RequestId,
} from '../basics/ids.ts'
import { isUtcMs, type UtcMs } from '../basics/instant.ts'
import { isRial, type Rial } from '../basics/rial.ts'
import { isMobile, type Mobile } from '../persian/mobile.ts'
import { freeZones } from '../persian/plate.ts'
import { isPlateLetter, type PlateLetter } from '../persian/plateLetters.ts'
import { isProvinceCode } from '../persian/plateProvinces.ts'
import { noteMostChars, shortMostChars } from './bounds.ts'

/** Field schemas shared by everything that crosses an edge: stored events, settings rows, calls of a screen. */

function id<Id extends Brand<string, string>>() {
  return z.custom<Id>((value) => typeof value === 'string' && isUuidV7(value))
}

export const jobId = id<JobId>()
export const eventId = id<EventId>()
export const commandId = id<CommandId>()
export const personId = id<PersonId>()
export const bayId = id<BayId>()
export const serviceId = id<ServiceId>()
export const garageId = id<GarageId>()
export const deviceId = id<DeviceId>()
export const consentId = id<ConsentId>()
export const materialId = id<MaterialId>()
export const requestId = id<RequestId>()
export const linkId = id<LinkId>()

export const sha256 = z.custom<Sha256Hex>((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

export const utcMs = z.custom<UtcMs>((value) => typeof value === 'number' && isUtcMs(value))
export const rial = z.custom<Rial>((value) => typeof value === 'number' && isRial(value))
export const mobile = z.custom<Mobile>((value) => typeof value === 'string' && isMobile(value))

const fiveDigits = z.string().regex(/^\d{5}$/)
export const plate = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fourPart'),
    twoDigits: z.string().regex(/^\d{2}$/),
    letter: z.custom<PlateLetter>((value) => typeof value === 'string' && isPlateLetter(value)),
    threeDigits: z.string().regex(/^\d{3}$/),
    provinceCode: z.string().refine(isProvinceCode),
  }),
  z.strictObject({ kind: z.literal('motorcycle'), district: z.string().regex(/^\d{3}$/), serial: fiveDigits }),
  z.strictObject({ kind: z.literal('freeZone'), zone: z.enum(freeZones), serial: fiveDigits }),
  z.strictObject({ kind: z.literal('historic'), serial: fiveDigits }),
  z.strictObject({ kind: z.literal('protocol'), serial: z.string().regex(/^\d{3,4}$/) }),
])

/** Texts that people type: bounded, well-formed, without control characters, which no keyboard types and which break paper and logs. */
export function text(most: number) {
  return z
    .string()
    .max(most)
    .refine((value) => value.isWellFormed() && !hasControl(value))
}

function hasControl(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    if ((code < 0x20 && code !== 0x0a && code !== 0x09) || code === 0x7f) return true
  }
  return false
}
export const shortText = text(shortMostChars)
export const noteText = text(noteMostChars)
