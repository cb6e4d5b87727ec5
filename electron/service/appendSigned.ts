import type { ActorId, EventId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { deviceEventVersion, deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { eventMessage, type SignatureHex } from '../../core/wire/signing.ts'
import { appendEvents, type NewEvent } from '../../db/log/append.ts'
import { newestAnnouncement } from '../../db/log/keys.ts'
import { readSyncNote } from '../../db/queries/joined.ts'
import type { GarageContext } from './context.ts'
import type { DeviceKey } from './deviceKey/deviceKey.ts'

/**
 * Appends facts under this device's signature, in the caller's transaction. A key that the log does not know yet, the first
 * one or a new one for a lost one, is announced right before the first fact that it signs.
 */
export function appendSigned(context: GarageContext, actor: ActorId, now: UtcMs, events: readonly NewEvent[]): void {
  const { db, deviceKey } = context
  const { serverOffsetMs } = readSyncNote(db)
  const author = { ...context.identity, actor, wallAtUtcMs: now, serverOffsetMs }
  if (deviceKey === null) {
    appendEvents(db, author, events)
    return
  }
  announceKey(context, deviceKey, now)
  appendEvents(db, { ...author, sign: signer(deviceKey) }, events)
}

/** Says in the log which key signs from now on, unless its newest announcement says so already. In the caller's transaction. */
export function announceKey(context: GarageContext, deviceKey: DeviceKey, now: UtcMs): void {
  if (isAnnounced(context, deviceKey)) return
  const { db, identity } = context
  const { publicKeyHex, keeper } = deviceKey
  const announcement = {
    id: context.newId<EventId>(now),
    stream: deviceStream(identity.device),
    type: deviceKeyMadeType,
    v: deviceEventVersion,
    payload: { publicKeyHex, keeper },
  }
  const { serverOffsetMs } = readSyncNote(db)
  appendEvents(db, { ...identity, actor: 'system', wallAtUtcMs: now, serverOffsetMs, sign: signer(deviceKey) }, [announcement])
}

/** Asked of the log each time, not remembered: the transaction that announced it may have been rolled back. */
function isAnnounced({ db, identity }: GarageContext, { publicKeyHex, keeper }: DeviceKey): boolean {
  const said = newestAnnouncement(db, identity.device)
  return said !== null && said !== 'unread' && said.publicKeyHex === publicKeyHex && said.keeper === keeper
}

export function signer(deviceKey: DeviceKey): (hash: string) => SignatureHex {
  return (hash) => deviceKey.sign(eventMessage(hash))
}
