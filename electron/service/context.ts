import type { DeviceId, GarageId, JobId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { ClockState } from '../../core/domain/job/visit.ts'
import type { QueueInput } from '../../core/domain/queue/types.ts'
import type { WritableDb } from '../../db/connection.ts'
import { lastWallAtUtcMs } from '../../db/log/read.ts'
import { readIdentity, writeIdentity, type Identity } from '../../db/queries/settings.ts'
import { workSums } from '../../db/queries/workSums.ts'
import { watchClock, type Clock } from './clock.ts'
import type { DeviceKey } from './deviceKey/deviceKey.ts'
import { newId, type NewId } from './ids.ts'
import { openJobs } from './openJobs.ts'
import { learntFrom, queueInput, type Learnt } from './queueInput.ts'
import { readGarage } from './readGarage.ts'

/** One open garage: its database and what is kept in memory of it. Everything here can be read again from the database. */
export type GarageContext = {
  readonly db: WritableDb
  readonly clock: Clock
  readonly identity: Identity
  /** What this device signs with; null for a log that nobody is to prove. */
  readonly deviceKey: DeviceKey | null
  /** Of everything that is recorded here. */
  readonly newId: NewId
  readonly garage: () => Garage | null
  /** To be called after the settings were written. */
  readonly forgetGarage: () => void
  /** To be called after this PC took another id, or rows left the log. */
  readonly forgetLog: () => void
  readonly openJobs: () => ReadonlyMap<JobId, Job>
  readonly learnt: () => Learnt
  readonly queueInput: (garage: Garage, nowUtcMs: UtcMs) => QueueInput
  readonly clockState: (nowUtcMs: UtcMs) => ClockState
}

export function garageContext(db: WritableDb, clock: Clock, deviceKey: DeviceKey | null = null, ids: NewId = newId): GarageContext {
  const now = clock.wallUtcMs()
  let identity = readIdentity(db) ?? makeIdentity(db, now)
  const open = openJobs(db)
  const watch = watchClock(clock)
  let garage: Garage | null | undefined
  const learnt = () => learntFrom(workSums(db))
  return {
    db,
    clock,
    get identity() {
      return identity
    },
    deviceKey,
    newId: ids,
    garage: () => (garage === undefined ? (garage = readGarage(db)) : garage),
    forgetGarage: () => {
      garage = undefined
    },
    forgetLog: () => {
      identity = readIdentity(db) ?? identity
      open.forget()
    },
    openJobs: open.read,
    learnt,
    queueInput: (of, nowUtcMs) => queueInput(of, open.read().values(), learnt(), nowUtcMs),
    clockState: (nowUtcMs) => watch.state(nowUtcMs, lastWallAtUtcMs(db)),
  }
}

function makeIdentity(db: WritableDb, nowUtcMs: UtcMs): Identity {
  const identity = { garage: newId<GarageId>(nowUtcMs), device: newId<DeviceId>(nowUtcMs) }
  writeIdentity(db, identity, nowUtcMs)
  return identity
}
