import { devicesAnswer } from '../../core/wire/protocol.ts'
import { heads, knownDeviceNames, writeKnownDevices, type Joined } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import type { Caller } from './tokens.ts'

/** A PC may be given another name: the names are asked for again this often, in ms. */
const namesEveryMs = 3_600_000

/** What the garage's PCs are called, as the platform says: at the start, after the line broke, every hour, and when a PC is new here. */
export type DeviceNames = {
  readonly isDue: () => boolean
  /** The line broke: names may have changed meanwhile. */
  readonly wasAway: () => void
  /** Without an answer the names that are known stay, and are asked for again after the next round. */
  readonly fetch: (signal: AbortSignal) => Promise<void>
}

export function deviceNames({ db, clock, tell }: SyncGarage, caller: Caller, { platformDevice }: Joined): DeviceNames {
  let fetchedAtMs: number | null = null
  /** Devices that the platform has no name for: those that a PC wrote under before it got a new id. */
  const nameless = new Set<string>([platformDevice])

  const isNew = (): boolean => {
    const known = knownDeviceNames(db)
    return heads(db).some(({ device }) => !known.has(device) && !nameless.has(device))
  }
  return {
    isDue: () => fetchedAtMs === null || clock.monotonicMs() - fetchedAtMs >= namesEveryMs || isNew(),
    wasAway: () => {
      fetchedAtMs = null
    },
    fetch: async (signal) => {
      const answered = await caller.call(devicesAnswer, { method: 'GET', path: 'devices', signal })
      if (!answered.ok || answered.value === 'notModified' || signal.aborted) return
      const { devices } = answered.value.value
      const before = knownDeviceNames(db)
      db.transaction(() => writeKnownDevices(db, devices)).immediate()
      fetchedAtMs = clock.monotonicMs()
      const named = knownDeviceNames(db)
      for (const { device } of heads(db)) if (!named.has(device)) nameless.add(device)
      if (devices.some(({ device, name }) => before.get(device) !== name)) tell(['sync'])
    },
  }
}
