import { canonicalJson } from '../../core/wire/canonical.ts'
import { hashedText } from '../../core/wire/envelope.ts'
import type { ProofData, ProvenEvent } from '../../core/wire/proof.ts'
import { sealLine, withProof } from '../../core/wire/proofFile.ts'
import { eventMessage, sealMessage } from '../../core/wire/signing.ts'
import { checkProof, type ProofReport } from '../../core/wire/proofCheck/check.ts'
import { nodeTools } from '../../electron/care/proofTools.ts'
import { deviceKeyOf, newPrivateKey, type DeviceKey } from '../../electron/service/deviceKey/deviceKey.ts'
import { proofPage } from '../../electron/service/proof/proofPage.ts'
import { sha256Hex } from '../../electron/service/sha256.ts'

/** Proofs changed by people of different skill: with and without new hashes, with and without the device's own key. */

export const otherKey: DeviceKey = deviceKeyOf(newPrivateKey(), 'file')

/** The event with another payload, everything else left as it was. */
export function withPayload(event: ProvenEvent, change: (payload: Record<string, unknown>) => object): ProvenEvent {
  return { ...event, payload: canonicalJson(change(JSON.parse(event.payload))) }
}

/** Every event of this type changed. */
export function changing(data: ProofData, type: string, change: (payload: Record<string, unknown>) => object): ProofData {
  return { ...data, events: data.events.map((event) => (event.type === type ? withPayload(event, change) : event)) }
}

/** Hashes and chain made to fit again, as far as the proof shows them. */
export function rehashed(data: ProofData): ProofData {
  const hashes = new Map<string, string>()
  const before = new Map<string, string>()
  const all = [...data.keys, ...data.events].toSorted((a, b) => a.dseq - b.dseq)
  const made = new Map(
    all.map((event) => {
      const place = `${event.device}:${event.dseq}`
      const prevHash = hashes.get(`${event.device}:${event.dseq - 1}`) ?? event.prevHash
      const { hash: _, signature: __, payload, ...rest } = event
      const hash = sha256Hex(hashedText({ ...rest, prevHash, payload: JSON.parse(payload) }))
      before.set(place, prevHash)
      hashes.set(place, hash)
      return [event.id, { ...event, prevHash, hash }]
    }),
  )
  const again = (event: ProvenEvent): ProvenEvent => made.get(event.id) ?? event
  return { ...data, keys: data.keys.map(again), events: data.events.map(again) }
}

export function resigned(data: ProofData, key: DeviceKey): ProofData {
  const sign = (event: ProvenEvent): ProvenEvent => ({ ...event, signature: key.sign(eventMessage(event.hash)) })
  return { ...data, keys: data.keys.map(sign), events: data.events.map(sign) }
}

/** What a holder of the device's key can do: everything fits again. */
export function forged(data: ProofData, key: DeviceKey): ProofData {
  return resigned(rehashed(data), key)
}

export function sealed(data: ProofData, key: DeviceKey, page = proofPage()): string {
  const unsealed = withProof(page, data)
  if (unsealed === null) throw new Error('the page has a place for a proof')
  const sha256 = sha256Hex(unsealed)
  return `${unsealed}${sealLine(sha256, key.sign(sealMessage(sha256)))}`
}

export async function checked(html: string, expectedKey: string | null = null): Promise<ProofReport> {
  return await checkProof(Buffer.from(html, 'utf8'), nodeTools, { expectedKey })
}

export function flipped(bytes: Uint8Array, position: number, mask: number): Uint8Array {
  const changed = new Uint8Array(bytes)
  changed[position] = (bytes[position] ?? 0) ^ mask
  return changed
}
