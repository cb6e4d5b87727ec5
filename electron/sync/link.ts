import type { DeviceId } from '../../core/basics/ids.ts'
import { readJoined, readSyncNote, writeJoined } from '../../db/queries/sync.ts'
import { bell } from './bell.ts'
import { contactNote } from './contact.ts'
import { deviceNames } from './deviceNames.ts'
import { exchangeFacts } from './factLane.ts'
import type { SyncGarage } from './garage.ts'
import type { LinkStatus } from './linkStatus.ts'
import { keepLive } from './live.ts'
import { exchangePhotos, photosWait } from './photoLane.ts'
import { platformServer } from './platformServer.ts'
import { waitingDevices } from './push.ts'
import type { Timing } from './timing.ts'
import { signedInCaller, type Caller } from './tokens.ts'
import { platformDoor } from './transport/door.ts'

/** This PC's connection to its platform, from the moment it is joined until it is stopped. */
export type Link = {
  readonly status: () => LinkStatus
  readonly caller: Caller
  /** Facts that the platform has not acknowledged, by device. */
  readonly waiting: () => readonly { readonly device: DeviceId; readonly afterDseq: number }[]
  /** Done, or once tried without luck. */
  readonly ready: Promise<void>
  readonly wake: () => void
  readonly now: () => void
  readonly stop: () => Promise<void>
}

export type LinkOptions = {
  readonly garage: SyncGarage
  readonly timing: Timing
  readonly onStatus: () => void
  /** The platform gave the garage's PCs another key for their network. */
  readonly onNetworkKey: () => void
}

/** Null when the garage is not joined. */
export function startLink({ garage, timing, onStatus, onNetworkKey }: LinkOptions): Link | null {
  const { db, clock, deviceKey } = garage
  const joined = readJoined(db)
  const url = joined === null ? null : URL.parse(joined.url)
  if (joined === null || url === null || deviceKey === null) return null

  const over = new AbortController()
  const { signal } = over
  const facts = bell(timing.pause)
  const photos = bell(timing.pause)
  const door = platformDoor(url, timing.patience)
  const caller = signedInCaller(door, {
    device: joined.enrolledDevice,
    sign: deviceKey.sign,
    tokens: () => readJoined(db) ?? joined,
    keep: (tokens, networkKeyHex) => {
      const now = readJoined(db)
      if (now === null) return
      writeJoined(db, { ...now, ...tokens, networkKeyHex })
      if (now.networkKeyHex !== networkKeyHex) onNetworkKey()
    },
  })

  let status: LinkStatus = {
    trouble: null,
    working: false,
    live: false,
    offlineSinceUtcMs: null,
    lastContactUtcMs: readSyncNote(db).lastContactUtcMs,
    nextTryUtcMs: null,
    receiving: null,
  }
  const say = (changed: Partial<LinkStatus>): void => {
    status = { ...status, ...changed }
    onStatus()
  }

  const noteContact = contactNote(garage)
  const platform = platformServer({
    garage,
    caller,
    joined,
    onContact: (serverUtcMs) => {
      noteContact(serverUtcMs)
      status = { ...status, lastContactUtcMs: clock.wallUtcMs(), offlineSinceUtcMs: null }
    },
    onNewDevice: onStatus,
  })
  const { outbox } = platform.server
  const factLane = exchangeFacts(
    {
      garage,
      timing,
      bell: facts,
      platform,
      names: deviceNames(garage, caller, joined),
      status: () => status,
      say,
      onDone: () => {
        if (photosWait(garage)) photos.ring('facts')
      },
    },
    signal,
  )
  const isAway = (): boolean => status.trouble !== null || status.offlineSinceUtcMs !== null
  const lanes = [
    factLane.ended,
    exchangePhotos({ garage, caller, timing, bell: photos, isAway, onDone: onStatus }, signal),
    keepLive({
      caller,
      pause: timing.pause,
      random: timing.random,
      silenceMostMs: timing.silenceMostMs,
      signal,
      onHead: () => facts.ring('facts'),
      onState: (live) => {
        say({ live })
        if (live) facts.ring('reached')
        else if (!signal.aborted) factLane.probe()
      },
    }),
  ]
  return {
    status: () => status,
    caller,
    waiting: () => waitingDevices(outbox).map(({ device }) => ({ device, afterDseq: outbox.acked.of(device) })),
    ready: factLane.ready,
    wake: () => facts.ring('facts'),
    now: () => {
      facts.ring('person')
      photos.ring('person')
    },
    stop: async () => {
      over.abort()
      await Promise.allSettled(lanes)
      door.close()
    },
  }
}
