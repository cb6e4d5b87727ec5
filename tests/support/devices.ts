import type { DeviceId, EventId, JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { eventMessage } from '../../core/wire/signing.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import type { WritableDb } from '../../db/connection.ts'
import { absorbEvents, type Absorbed } from '../../db/log/absorb.ts'
import { appendEvents, type NewEvent } from '../../db/log/append.ts'
import type { ChainLink } from '../../db/log/holes.ts'
import { refold, touching } from '../../db/projections/refold.ts'
import { eventsAfterSeq } from '../../db/queries/sync.ts'
import { writeIdentity } from '../../db/queries/settings.ts'
import type { DeviceKey } from '../../electron/service/deviceKey/deviceKey.ts'
import { author } from './author.ts'
import { temporaryDatabase } from './database.ts'
import { at } from './garage.ts'
import { testId } from './ids.ts'

/** One PC of the garage with a database of its own. */
export type Pc = { readonly db: WritableDb; readonly device: DeviceId; readonly key: DeviceKey | null }

export function newPc(n: number, key: DeviceKey | null = null): Pc {
  const device = testId<DeviceId>(50 + n)
  const db = temporaryDatabase()
  writeIdentity(db, { garage: author.garage, device }, at('08:00'))
  return { db, device, key }
}

let made = 0
export const newEventId = (): EventId => testId<EventId>(3_000_000 + (made += 1))

/** Records and folds in one transaction. */
export function recordAt({ db, device, key }: Pc, wallAtUtcMs: UtcMs, ...events: readonly NewEvent[]): void {
  const sign = key === null ? undefined : (hash: string) => key.sign(eventMessage(hash))
  db.transaction(() => {
    appendEvents(db, { ...author, device, wallAtUtcMs, sign }, events)
    refold(db, touching(events.map(({ stream }) => stream)))
  }).immediate()
}

export function jobFact(jobId: JobId, event: JobEvent): NewEvent {
  return { id: newEventId(), stream: jobStream(jobId), type: event.type, v: eventVersion(event.type), payload: payloadOf(event) }
}

export function eventsOf({ db }: Pick<Pc, 'db'>): readonly WireEvent[] {
  return eventsAfterSeq(db, 0, 1_000_000, null).map(({ event }) => event)
}

export function absorb({ db }: Pick<Pc, 'db'>, events: readonly ChainLink[], platformDevice: DeviceId | null = null): Absorbed {
  return db.transaction(() => absorbEvents(db, events, { platformDevice })).immediate()
}

/** What the one has and the other has not. */
export function bring(from: Pc, to: Pc): Absorbed {
  return absorb(to, eventsOf(from))
}
