import { z } from 'zod'
import type { DeviceId } from '../basics/ids.ts'
import type { PublicKeyHex } from './signing.ts'
import { publicKeyHex } from './wireEvent.ts'

/** What a device says about itself, in a stream of its own. */

export const deviceEventVersion = 1
export const deviceKeyMadeType = 'deviceKeyMade'

/**
 * Who keeps the private key: the system's own vault (Electron's safeStorage), a file that its owner alone may read, or,
 * where neither could be written, the running program until it ends.
 */
export const keyKeepers = ['safeStorage', 'file', 'memory'] as const
export type KeyKeeper = (typeof keyKeepers)[number]

/** From this event on, itself included, the device signs with the key that is named here. */
const deviceKeyMade = z.strictObject({ publicKeyHex, keeper: z.enum(keyKeepers) })
export type DeviceKeyMade = { readonly publicKeyHex: PublicKeyHex; readonly keeper: KeyKeeper }

export function deviceStream(id: DeviceId): string {
  return `device:${id}`
}

/** The device whose stream this is; null for every other stream. */
export function deviceStreamOwner(stream: string): string | null {
  return stream.startsWith('device:') ? stream.slice(7) : null
}

type StoredEvent = { readonly type: string; readonly v: number; readonly stream: string; readonly device: string; readonly payload: string }

/** The key that a stored event announces for the device that wrote it; null for every other event. Damage throws. */
export function announcedKey({ type, v, stream, device, payload }: StoredEvent): DeviceKeyMade | null {
  if (type !== deviceKeyMadeType || v > deviceEventVersion || stream !== `device:${device}`) return null
  return deviceKeyMade.parse(JSON.parse(payload))
}

/** For the protocol's document (platform/openapi). */
export { deviceKeyMade as deviceKeyMadeSchema }
