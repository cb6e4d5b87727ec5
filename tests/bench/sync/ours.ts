import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { utcMs } from '../../../core/basics/instant.ts'
import { pushMostEvents } from '../../../core/sync/batches.ts'
import type { WireEvent } from '../../../core/wire/wireEvent.ts'
import { closeDatabase, openDatabase } from '../../../db/connection.ts'
import { heads, platformPeer, readJoined, unsent, writeJoined } from '../../../db/queries/sync.ts'
import { countEvents } from './counts.ts'
import { systemClock } from '../../../electron/service/clock.ts'
import { garageContext } from '../../../electron/service/context.ts'
import { fileDeviceKey } from '../../../electron/service/deviceKey/fileKey.ts'
import { syncGarage, type SyncGarage } from '../../../electron/service/syncGarage.ts'
import { keptAcked } from '../../../electron/sync/acked.ts'
import { enrol } from '../../../electron/sync/enrol.ts'
import { pullNext, type Inbox } from '../../../electron/sync/pull.ts'
import { pushNext, type Outbox } from '../../../electron/sync/push.ts'
import { signedInCaller, type Caller } from '../../../electron/sync/tokens.ts'
import { platformDoor, usualPatience } from '../../../electron/sync/transport/door.ts'
import { codeAnswer } from '../../../core/wire/protocol.ts'
import { writeHistory } from '../history.ts'

/** A PC as the program makes it: the real database, the real outbox and inbox, without the service's door. */
export type BenchPc = {
  readonly garage: SyncGarage
  readonly events: () => readonly WireEvent[]
  readonly close: () => void
}

const never = new AbortController().signal

export function pcWithHistory(folder: string, events: number): BenchPc {
  mkdirSync(folder, { recursive: true })
  writeHistory(folder, events, utcMs(Date.now()))
  return openPc(folder)
}

export function openPc(folder: string): BenchPc {
  mkdirSync(folder, { recursive: true })
  const opened = openDatabase(join(folder, 'garage.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  const db = opened.value
  const context = garageContext(db, systemClock, fileDeviceKey(join(folder, 'device.key')))
  const garage = syncGarage(context, { publish: () => {}, onCommitted: () => () => {} })
  return {
    garage,
    events: () => heads(db).flatMap(({ device }) => unsent(db, device, 0, 1_000_000)),
    close: () => closeDatabase(db),
  }
}

export async function joinAt({ garage }: BenchPc, url: string, code: string): Promise<Caller> {
  const { db, deviceKey } = garage
  const joined = await enrol(garage, { url, code, deviceName: 'bench' }, 'bench', usualPatience, never)
  if (!joined.ok || deviceKey === null) throw new Error(joined.ok ? 'no key' : joined.error.code)
  const row = readJoined(db)
  const at = URL.parse(row?.url ?? '')
  if (row === null || at === null) throw new Error('a joined PC has an address')
  return signedInCaller(platformDoor(at, { idleMs: 120_000, wholeMs: 600_000 }), {
    device: row.enrolledDevice,
    sign: deviceKey.sign,
    tokens: () => readJoined(db) ?? row,
    keep: (tokens, networkKeyHex) => writeJoined(db, { ...(readJoined(db) ?? row), ...tokens, networkKeyHex }),
  })
}

export async function anotherCode(caller: Caller): Promise<string> {
  const answered = await caller.call(codeAnswer, { method: 'POST', path: 'codes', signal: never })
  if (!answered.ok || answered.value === 'notModified') throw new Error('no code')
  return answered.value.value.code
}

/** Everything that waits, by the program's own outbox: read, packed, sent, acknowledged, noted. */
export async function pushAll({ garage }: BenchPc, caller: Caller): Promise<void> {
  const joined = readJoined(garage.db)
  const outbox: Outbox = {
    db: garage.db,
    caller,
    historyId: () => joined?.historyId ?? '',
    acked: keptAcked(garage.db, platformPeer),
    isSkipped: (device) => device === joined?.platformDevice,
    mostEvents: pushMostEvents,
  }
  for (;;) {
    const step = await pushNext(outbox, never)
    if (step.kind === 'nothing') return
    if (step.kind !== 'sent') throw new Error(`push: ${JSON.stringify(step)}`)
  }
}

/** Everything that is there, by the program's own inbox: checked, stored, folded, projected, the cursor with it. */
export async function pullAll({ garage }: BenchPc, caller: Caller): Promise<number> {
  const inbox: Inbox = {
    garage,
    peer: platformPeer,
    caller,
    exclude: () => garage.identity().device,
    unchanged: null,
    chunk: 100,
    incomplete: new Set(),
    onFork: 'stop',
  }
  for (;;) {
    const step = await pullNext(inbox, readJoined(garage.db)?.historyId ?? null, never)
    if (step.kind !== 'page') throw new Error(`pull: ${JSON.stringify(step)}`)
    if (!step.more) return countEvents(garage.db)
  }
}
