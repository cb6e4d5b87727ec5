import { randomBytes, randomInt } from 'node:crypto'
import { isUuidV7, type Brand, type DeviceId, type GarageId } from '../../core/basics/ids.ts'

/**
 * A token names its garage and device (16 bytes each) before 24 random bytes: whoever checks it looks into one garage's
 * partition alone. The database keeps its SHA-256.
 */
export function newToken(garage: GarageId, device: DeviceId): string {
  return Buffer.concat([uuidBytes(garage), uuidBytes(device), randomBytes(24)]).toString('base64url')
}

export type TokenOwner = { readonly garage: GarageId; readonly device: DeviceId }

/** Whose it says it is; null for what is no token of ours. */
export function tokenOwner(token: string): TokenOwner | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 56 || bytes.toString('base64url') !== token) return null
  const garage = uuidText(bytes.subarray(0, 16))
  const device = uuidText(bytes.subarray(16, 32))
  return isId<GarageId>(garage) && isId<DeviceId>(device) ? { garage, device } : null
}

/** Crockford's base 32: no I, L, O or U, so that a code can be read out over the phone. 60 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 3
const groupLength = 4

export function newCode(): string {
  return Array.from({ length: groups }, newGroup).join('-')
}

function newGroup(): string {
  return Array.from({ length: groupLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}

/** As it is hashed: dashes, blanks and case are how people write it down. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase()
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function isId<Id extends Brand<string, string>>(id: string): id is Id {
  return isUuidV7(id)
}
