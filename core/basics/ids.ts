/** Brands keep a bay's id from being passed where a mechanic's is wanted. At run time every id is a plain string. */
declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

export type JobId = Brand<string, 'JobId'>
export type EventId = Brand<string, 'EventId'>
export type CommandId = Brand<string, 'CommandId'>
export type PersonId = Brand<string, 'PersonId'>
export type BayId = Brand<string, 'BayId'>
export type ServiceId = Brand<string, 'ServiceId'>
export type ConsentId = Brand<string, 'ConsentId'>
export type MaterialId = Brand<string, 'MaterialId'>
export type GarageId = Brand<string, 'GarageId'>
export type DeviceId = Brand<string, 'DeviceId'>
export type RequestId = Brand<string, 'RequestId'>
export type LinkId = Brand<string, 'LinkId'>

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256Hex = Brand<string, 'Sha256Hex'>

/** Who did it: a named person, the program itself when a rule's time has come, or from the platform the customer and the platform itself. */
export type ActorId = PersonId | 'system' | 'customer' | 'platform'

// RFC 9562: version nibble 7, variant bits 10.
const uuidV7Pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function isUuidV7(text: string): boolean {
  return uuidV7Pattern.test(text)
}

export function isJobId(text: string): text is JobId {
  return isUuidV7(text)
}

/**
 * Builds a UUIDv7 from its parts, so that core stays free of clocks and entropy.
 * @param utcMs whole milliseconds since 1970, 0 to 2^48 - 1
 * @param entropy 10 random bytes; version and variant bits are overwritten
 */
export function uuidV7From(utcMs: number, entropy: Uint8Array): string {
  if (!Number.isSafeInteger(utcMs) || utcMs < 0 || utcMs >= 2 ** 48) throw new RangeError(`instant out of range: ${utcMs}`)
  if (entropy.length !== 10) throw new RangeError(`10 bytes of entropy wanted, got ${entropy.length}`)
  const time = utcMs.toString(16).padStart(12, '0')
  const [a = 0, b = 0, c = 0, ...rest] = entropy
  const randA = hex((a & 0x0f) | 0x70) + hex(b)
  const randB = hex((c & 0x3f) | 0x80) + hex(rest[0] ?? 0)
  const node = rest.slice(1).map(hex).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${randA}-${randB}-${node}`
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
