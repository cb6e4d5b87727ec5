import type { DeviceId, EventId } from '../../basics/ids.ts'
import { canonicalJson } from '../canonical.ts'
import { announcedKey } from '../deviceEvents.ts'
import { chainStart, hashedText } from '../envelope.ts'
import { jobStream } from '../jobEvents.ts'
import type { ProofData, ProvenEvent } from '../proof.ts'
import { eventMessage, type PublicKeyHex } from '../signing.ts'
import type { At, EventFault, KeyFault } from './fault.ts'
import type { ProofTools } from './tools.ts'

/** Every event of the proof with its place: first those that announce keys, since the others rest on them. */
export function placesOf({ keys, events }: Pick<ProofData, 'keys' | 'events'>): readonly At[] {
  return [...placed('keys', keys), ...placed('events', events)]
}

function placed(list: At['list'], of: readonly ProvenEvent[]): readonly At[] {
  return of.map((event, index) => ({ list, n: index + 1, event }))
}

/** Whether each event still says what its hash was taken over. */
export async function hashFault(data: ProofData, { sha256Hex }: ProofTools): Promise<EventFault | null> {
  for (const at of placesOf(data)) {
    const text = hashedTextOf(at.event)
    if (text === null || (await sha256Hex(text)) !== at.event.hash) return { code: 'eventHash', at }
  }
  return null
}

/** Null when the payload is not the one canonical text of its value. */
function hashedTextOf(event: ProvenEvent): string | null {
  const { hash: _, signature: __, payload, ...rest } = event
  try {
    const value: unknown = JSON.parse(payload)
    return canonicalJson(value) === payload ? hashedText({ ...rest, payload: value }) : null
  } catch {
    return null
  }
}

/**
 * Whether the events belong together and none is missing between them: each names the one before it in its job, a device's
 * numbers and stamps only grow, and neighbours in a device's chain name each other's hash. Of the links over other jobs'
 * events only the hash is here.
 */
export function linkFault(data: ProofData): EventFault | null {
  const places = placesOf(data)
  const seen = new Set<EventId>()
  const newest = new Map<DeviceId, ProvenEvent>()
  for (const at of places) {
    const { event, list } = at
    if (event.garage !== data.garage.garageId || (list === 'events' && event.stream !== jobStream(data.jobId))) {
      return { code: 'eventForeign', at }
    }
    if (list === 'keys') continue
    const fits = seen.size === 0 ? event.parents.length === 0 : event.parents.length > 0 && event.parents.every((id) => seen.has(id))
    const before = newest.get(event.device)
    const grows = before === undefined || (event.dseq > before.dseq && event.hlc > before.hlc)
    if (!fits || !grows || seen.has(event.id)) return { code: 'chainLink', at }
    seen.add(event.id)
    newest.set(event.device, event)
  }
  return neighbourFault(places)
}

function neighbourFault(places: readonly At[]): EventFault | null {
  const inChains = places.toSorted((a, b) => compare(a.event.device, b.event.device) || a.event.dseq - b.event.dseq)
  for (const [index, at] of inChains.entries()) {
    const { event } = at
    const before = inChains[index - 1]?.event
    if (event.dseq === 1 && event.prevHash !== chainStart) return { code: 'chainLink', at }
    if (before?.device !== event.device) continue
    if (before.dseq === event.dseq || (before.dseq + 1 === event.dseq && before.hash !== event.prevHash)) return { code: 'chainLink', at }
  }
  return null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The keys that a device announced, each from its number in the device's chain on. Damage in an announcement throws. */
type Announced = { readonly fromDseq: number; readonly key: PublicKeyHex }

export function announcedKeys({ keys }: Pick<ProofData, 'keys'>): ReadonlyMap<DeviceId, readonly Announced[]> {
  const byDevice = new Map<DeviceId, Announced[]>()
  for (const event of keys) {
    const announced = announcedKey(event)
    if (announced === null) continue
    const known = byDevice.get(event.device) ?? []
    byDevice.set(
      event.device,
      [...known, { fromDseq: event.dseq, key: announced.publicKeyHex }].toSorted((a, b) => a.fromDseq - b.fromDseq),
    )
  }
  return byDevice
}

/** Whether each event is signed by its device, with the key that was the device's when it was written. */
export async function signatureFault(data: ProofData, { isSigned }: ProofTools): Promise<KeyFault | EventFault | null> {
  for (const [index, event] of data.keys.entries()) {
    if (!isAnnouncement(event)) return { code: 'eventUnreadable', at: { list: 'keys', n: index + 1, event } }
  }
  const keys = announcedKeys(data)
  for (const at of placesOf(data)) {
    const { device, dseq, hash, signature } = at.event
    const known = keys.get(device) ?? []
    const own = known.findLast(({ fromDseq }) => fromDseq <= dseq)
    if (signature === null) {
      if (own !== undefined) return { code: 'signatureMissing', at }
      continue
    }
    if (own === undefined) return { code: 'keyUnknown', at, device }
    if (await isSigned(own.key, eventMessage(hash), signature)) continue
    for (const { key } of known) {
      if (await isSigned(key, eventMessage(hash), signature)) return { code: 'keyChanged', at, device }
    }
    return { code: 'signature', at }
  }
  return null
}

function isAnnouncement(event: ProvenEvent): boolean {
  try {
    return announcedKey(event) !== null
  } catch {
    return false
  }
}
