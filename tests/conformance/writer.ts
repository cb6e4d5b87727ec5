import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { uuidV7From, isUuidV7, type ActorId, type Brand, type DeviceId, type EventId, type GarageId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { deviceEventVersion, deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { nextHlc, type Hlc } from '../../core/wire/hlc.ts'
import { eventMessage, isPublicKeyHex, isSha256Hex, isSignatureHex, type PublicKeyHex, type SignatureHex } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'

/** A device that writes facts as PROTOCOL.md says, and nothing of the program's own: what a server is tried with. */
export type Writer = {
  readonly device: DeviceId
  readonly publicKeyHex: PublicKeyHex
  readonly sign: (message: string) => SignatureHex
  /** The next link of the chain. */
  readonly write: (garage: GarageId, fact: Fact) => WireEvent
  /** Says the key: what a device's chain begins with. */
  readonly announce: (garage: GarageId) => WireEvent
  /** Takes this hash for the newest link's and signs it: for events that are changed after they were written. */
  readonly seal: (hash: string) => SignatureHex
  readonly head: () => { readonly dseq: number; readonly hash: string }
  /** The same device and key, going on from another place in its chain: what a copied data folder does. */
  readonly copy: () => Writer
}

export type Fact = {
  readonly stream: string
  readonly type: string
  readonly v?: number
  readonly payload: unknown
  /** Instead of `payload`: a text that need not be canonical JSON. */
  readonly payloadText?: string
  readonly parents?: readonly EventId[]
  readonly actor?: ActorId
  readonly id?: EventId
  readonly wallAtUtcMs?: number
}

type Chain = { dseq: number; hash: string; hlc: Hlc | null }
type Key = { readonly publicKeyHex: PublicKeyHex; readonly sign: (message: string) => SignatureHex }

export function newWriter(seed: Buffer = randomBytes(32), device: DeviceId = newId<DeviceId>()): Writer {
  return writerAt(device, keyOf(seed), { dseq: 0, hash: chainStart, hlc: null })
}

function writerAt(device: DeviceId, key: Key, chain: Chain): Writer {
  const write = (garage: GarageId, fact: Fact): WireEvent => {
    const wallAtUtcMs = utcMs(fact.wallAtUtcMs ?? Date.now())
    const hlc = nextHlc(chain.hlc, wallAtUtcMs)
    const unhashed = {
      id: fact.id ?? newId<EventId>(),
      garage,
      device,
      dseq: chain.dseq + 1,
      hlc,
      wallAtUtcMs,
      serverOffsetMs: null,
      actor: fact.actor ?? 'system',
      type: fact.type,
      v: fact.v ?? 1,
      stream: fact.stream,
      parents: fact.parents ?? [],
      payload: fact.payloadText ?? canonicalJson(fact.payload),
      prevHash: chain.hash,
    }
    const hash = sha256Hex(hashedTextOfStored(unhashed))
    Object.assign(chain, { dseq: unhashed.dseq, hash, hlc })
    return { ...unhashed, hash, signature: key.sign(eventMessage(hash)) }
  }
  return {
    device,
    ...key,
    write,
    announce: (garage) =>
      write(garage, {
        stream: deviceStream(device),
        type: deviceKeyMadeType,
        v: deviceEventVersion,
        payload: { publicKeyHex: key.publicKeyHex, keeper: 'memory' },
      }),
    seal: (hash) => {
      Object.assign(chain, { hash })
      return key.sign(eventMessage(hash))
    },
    head: () => ({ dseq: chain.dseq, hash: chain.hash }),
    copy: () => writerAt(device, key, { ...chain }),
  }
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8.
const pkcs8Before = Buffer.from('302e020100300506032b657004220420', 'hex')

export function keyOf(seed: Buffer): Key {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Before, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicKeyHex = Buffer.from(x, 'base64url').toString('hex')
  if (!isPublicKeyHex(publicKeyHex)) throw new Error('an Ed25519 public key has 32 bytes')
  return {
    publicKeyHex,
    sign: (message) => {
      const signature = sign(null, Buffer.from(message, 'utf8'), privateKey).toString('hex')
      if (!isSignatureHex(signature)) throw new Error('an Ed25519 signature has 64 bytes')
      return signature
    },
  }
}

export function sha256Hex(content: string | Uint8Array) {
  const hex = createHash('sha256').update(content).digest('hex')
  if (!isSha256Hex(hex)) throw new Error('SHA-256 has 64 hexadecimal digits')
  return hex
}

export function newId<Id extends Brand<string, string>>(): Id {
  return idOf<Id>(uuidV7From(Date.now(), randomBytes(10)))
}

export function idOf<Id extends Brand<string, string>>(text: string): Id {
  if (!isId<Id>(text)) throw new Error(`not an id: ${text}`)
  return text
}

function isId<Id extends Brand<string, string>>(text: string): text is Id {
  return isUuidV7(text)
}
