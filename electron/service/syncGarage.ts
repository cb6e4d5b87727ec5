import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { Change, ChangeTopic } from '../../core/contract/views.ts'
import type { CatalogueAnswer } from '../../core/wire/protocol.ts'
import { isDiskFull, type WritableDb } from '../../db/connection.ts'
import { absorbEvents, type AbsorbOptions, type Absorbed } from '../../db/log/absorb.ts'
import type { ChainLink } from '../../db/log/holes.ts'
import { recordAgain, setAsideForeign } from '../../db/log/forked.ts'
import { lastSeq } from '../../db/log/read.ts'
import { refold, touching, type Refolded } from '../../db/projections/refold.ts'
import { newestJobNo } from '../../db/queries/jobs.ts'
import { writePlatformMaterials } from '../../db/queries/platformMaterials.ts'
import { changeIdentity, isOwnDevice, type Identity } from '../../db/queries/settings.ts'
import { readJoined, writeCursor, writeSyncNote } from '../../db/queries/sync.ts'
import { announceKey, signer } from './appendSigned.ts'
import type { Clock } from './clock.ts'
import type { GarageContext } from './context.ts'
import type { DeviceKey } from './deviceKey/deviceKey.ts'
import { newId } from './ids.ts'
import { announceRows } from './settings.ts'

/** Where a server stands after what was pulled from it. */
export type CursorAt = { readonly peer: string; readonly historyId: string; readonly gseq: number }

/** The open garage as sync needs it. Another one is open after `onGarageChanged` (the demo was entered or left). */
export type SyncGarage = {
  readonly db: WritableDb
  readonly clock: Clock
  readonly deviceKey: DeviceKey | null
  readonly isDemo: () => boolean
  /** Asked for each time: a fork gives this PC a new id. */
  readonly identity: () => Identity
  /** Whether anything was ever recorded here: a PC that joins a garage as a further one has no facts yet. */
  readonly hasFacts: () => boolean
  readonly newestJobNo: () => number
  /** After facts were committed, by the counter or by `absorb`. The returned function ends it. */
  readonly onCommitted: (listener: () => void) => () => void
  /**
   * Takes events in and moves the cursor with them, in one transaction, and tells the screens. The cursor stays where it was
   * when anything was not stored (a gap, a fork, damage); a full disk leaves everything as it was.
   * @param cursor null for events that another PC pushes
   */
  readonly absorb: (links: readonly ChainLink[], cursor: CursorAt | null) => Result<Absorbed, { readonly code: 'diskFull' }>
  /** An empty PC becomes one of this garage. False when it holds facts. */
  readonly adopt: (garage: GarageId) => boolean
  /** Says by events what the log does not say yet: this device's key, and settings of older programs. Before the first push. */
  readonly announce: () => void
  /**
   * Gives this PC a new device id; what was pulled is asked for again from the start.
   * @param forkedFromDseq from there on the facts of a fork are recorded again under the new one; null when only the id changes
   * @param forked under which id they stand: the present one, or one that this PC wrote under before
   */
  readonly replaceDevice: (forkedFromDseq: number | null, forked?: DeviceId) => DeviceId
  /** Whether this PC writes or ever wrote under an id. */
  readonly isOwn: (device: DeviceId) => boolean
  /** Another device's events that the platform holds otherwise are set aside; the platform's are pulled again, from the start. */
  readonly setAside: (device: DeviceId, fromDseq: number) => void
  /** The platform's catalogue, whole, in the place of the one before. */
  readonly keepCatalogue: (catalogue: CatalogueAnswer) => void
  /** Tells the screens that sync stands otherwise than before. */
  readonly tell: (topics: readonly ChangeTopic[]) => void
}

export type SyncGarageOptions = {
  readonly publish: (change: Change) => void
  readonly onCommitted: (listener: () => void) => () => void
}

export function syncGarage(context: GarageContext, { publish, onCommitted }: SyncGarageOptions): SyncGarage {
  const { db, clock } = context
  const now = (): UtcMs => clock.wallUtcMs()
  const restart = (): void => {
    db.prepare('DELETE FROM peer_cursor').run()
    writeSyncNote(db, { forkedAtUtcMs: now(), historyId: null })
  }
  const committed = (refolded: Refolded): void => {
    if (refolded.settings) context.forgetGarage()
    publish(changeOf(refolded))
  }
  return {
    db,
    clock,
    deviceKey: context.deviceKey,
    isDemo: () => context.garage()?.profile.demo === true,
    identity: () => context.identity,
    hasFacts: () => lastSeq(db) > 0,
    newestJobNo: () => newestJobNo(db),
    onCommitted,
    absorb: (links, cursor) => {
      const run = db.transaction((): Absorbed => {
        const absorbed = absorbEvents(db, links, platformSide(db))
        const isWhole = absorbed.gaps.length + absorbed.forks.length + absorbed.damaged.length === 0
        if (cursor !== null && isWhole) writeCursor(db, cursor.peer, cursor.historyId, cursor.gseq)
        return absorbed
      })
      try {
        const absorbed = run.immediate()
        if (absorbed.stored + absorbed.holes > 0) committed(absorbed)
        return ok(absorbed)
      } catch (error) {
        if (isDiskFull(error)) return err({ code: 'diskFull' })
        throw error
      }
    },
    adopt: (garage) => {
      if (lastSeq(db) > 0 || context.garage() !== null) return false
      changeIdentity(db, { ...context.identity, garage })
      context.forgetLog()
      return true
    },
    announce: () => {
      db.transaction(() => {
        announceRows(context, now())
        if (context.deviceKey !== null) announceKey(context, context.deviceKey, now())
      }).immediate()
      publish({ topics: ['sync'], jobIds: [] })
    },
    isOwn: (device) => isOwnDevice(db, device),
    replaceDevice: (forkedFromDseq, forked) => {
      const { device: present, garage } = context.identity
      const from = forked ?? present
      const to = newId<DeviceId>(now())
      db.transaction(() => {
        changeIdentity(db, { garage, device: to })
        context.forgetLog()
        if (context.deviceKey !== null) announceKey(context, context.deviceKey, now())
        if (forkedFromDseq !== null) {
          const sign = context.deviceKey === null ? null : signer(context.deviceKey)
          recordAgain(db, { from, fromDseq: forkedFromDseq, to, sign, movedAtUtcMs: now() })
        }
        restart()
      }).immediate()
      context.forgetLog()
      publish({ topics: ['sync'], jobIds: [] })
      return to
    },
    setAside: (device, fromDseq) => {
      const refolded = db
        .transaction(() => {
          const streams = setAsideForeign(db, device, fromDseq, now())
          db.prepare('DELETE FROM peer_cursor').run()
          return refold(db, touching(streams))
        })
        .immediate()
      context.forgetLog()
      committed(refolded)
    },
    keepCatalogue: (catalogue) => {
      db.transaction(() => {
        writePlatformMaterials(db, catalogue.materials)
        writeSyncNote(db, { catalogueVersion: catalogue.version })
      }).immediate()
      publish({ topics: ['garage'], jobIds: [] })
    },
    tell: (topics) => publish({ topics, jobIds: [] }),
  }
}

function platformSide(db: WritableDb): AbsorbOptions {
  const joined = readJoined(db)
  return { platformDevice: joined?.platformDevice ?? null, platformKeyHex: joined?.platformKeyHex ?? null }
}

function changeOf({ jobIds, requestIds, settings }: Refolded): Change {
  const topics: ChangeTopic[] = ['sync']
  if (jobIds.length > 0) topics.push('today', 'jobs')
  if (requestIds.length > 0) topics.push('requests')
  if (settings) topics.push('garage', 'today')
  return { topics: [...new Set(topics)], jobIds }
}
