import type { DeviceId, EventId, GarageId, PersonId } from '../../../core/basics/ids.ts'
import { hashedTextOfStored } from '../../../core/wire/envelope.ts'
import { deviceMessage, eventMessage } from '../../../core/wire/signing.ts'
import type { WireEvent } from '../../../core/wire/wireEvent.ts'
import { idOf, newWriter, sha256Hex } from '../../conformance/writer.ts'

/** The example of PROTOCOL.md, from nothing but its givens: a key seed of the bytes 0 to 31, and fixed ids and times. */
const seed = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
const garage = idOf<GarageId>('019aa9c3-5e00-7000-8000-0000000000a1')
const device = idOf<DeviceId>('019aa9c3-5e00-7000-8000-0000000000d1')
const desk = idOf<PersonId>('019aa9c3-5e00-7000-8000-0000000000b1')
const booked = idOf<EventId>('019aa9c3-5e00-7000-8000-0000000000e0')
const wallAtUtcMs = 1_763_800_000_000
const code = '7KQF-2M9D-XR4T'

export function workedExample() {
  const writer = newWriter(seed, device)
  const announced = writer.write(garage, {
    id: idOf<EventId>('019aa9c3-5e00-7000-8000-0000000000e1'),
    stream: `device:${device}`,
    type: 'deviceKeyMade',
    payload: { publicKeyHex: writer.publicKeyHex, keeper: 'safeStorage' },
    wallAtUtcMs,
  })
  const cancelled = writer.write(garage, {
    id: idOf<EventId>('019aa9c3-5e00-7000-8000-0000000000e2'),
    stream: 'job:019aa9c3-5e00-7000-8000-0000000000c1',
    type: 'jobCancelled',
    payload: { by: 'customer', reason: 'مشتری منصرف شد' },
    parents: [booked],
    actor: desk,
    wallAtUtcMs: wallAtUtcMs + 60_000,
  })
  const plainCode = code.replaceAll('-', '')
  const enrolMessage = deviceMessage('enrol', device, sha256Hex(plainCode))
  return {
    events: [announced, cancelled],
    seedHex: seed.toString('hex'),
    publicKeyHex: writer.publicKeyHex,
    hashedTexts: [announced, cancelled].map(hashedText),
    eventMessage: eventMessage(cancelled.hash),
    code,
    enrolMessage,
    enrolSignature: writer.sign(enrolMessage),
    refreshSignature: (refreshToken: string) => writer.sign(deviceMessage('refresh', device, sha256Hex(refreshToken))),
  } as const
}

function hashedText(event: WireEvent): string {
  const { hash: _, signature: __, ...unhashed } = event
  return hashedTextOfStored(unhashed)
}
