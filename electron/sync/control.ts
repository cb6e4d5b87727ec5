import { err, ok, type Result } from '../../core/basics/result.ts'
import type { DeviceLine, NetworkSettings, SyncRefusal } from '../../core/contract/syncViews.ts'
import { codeAnswer, devicesAnswer } from '../../core/wire/protocol.ts'
import { clearJoined, leaveTokens, readJoined, readSyncNote, writeNetwork, writeSyncNote } from '../../db/queries/sync.ts'
import type { SyncControl } from '../service/syncControl.ts'
import { realPause } from './bell.ts'
import { enrol } from './enrol.ts'
import type { SyncGarage } from './garage.ts'
import { checkMark, makeMark } from './installation.ts'
import { startLink, type Link } from './link.ts'
import { startNeighbours, usualNetwork, type Neighbours } from './neighbours.ts'
import { standOf } from './status.ts'
import { usualTiming, type Timing } from './timing.ts'
import { readPeerAddress } from './transport/door.ts'
import { isFinal, refusalOf } from './trouble.ts'

/** Of the service what sync stands on. */
export type SyncSource = {
  readonly garageForSync: () => SyncGarage | null
  readonly onGarageChanged: (listener: () => void) => () => void
}

export type SyncOptions = {
  readonly source: SyncSource
  readonly dataFolder: string
  /** Where this PC notes which data folders are its own (`defaultMarksFolder`). */
  readonly marksFolder: string
  readonly programVersion: string
  readonly timing?: Partial<Timing>
}

/** How long a joining waits for the garage's settings and history before it says that it worked, in ms. */
const firstFillMs = 20_000

/** Sync as the program uses it. It begins at once, and goes on by itself until it is stopped. */
export function createSync({ source, dataFolder, marksFolder, programVersion, timing: given }: SyncOptions): SyncControl {
  const timing: Timing = { ...usualTiming, ...given }
  const over = new AbortController()
  let garage: SyncGarage | null = null
  let link: Link | null = null
  let neighbours: Neighbours | null = null
  let unlisten: (() => void) | null = null
  let told = ''

  const stand = (): ReturnType<SyncControl['status']> => ({
    ...standOf(garage, link),
    network: neighbours?.status() ?? { settings: usualNetwork, addresses: [], listenProblem: null, peers: [] },
  })
  /** The screens are told what a person would notice: not each contact, nor each look for news. */
  const tell = (): void => {
    if (garage === null || over.signal.aborted) return
    const { lastContactUtcMs: _, nextTryUtcMs: __, network, ...rest } = stand()
    const now = JSON.stringify([rest, network.addresses, network.listenProblem, network.peers.map(({ state }) => state)])
    if (now === told) return
    told = now
    garage.tell(['sync'])
  }

  /** One start or stop at a time. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work, work)
    turn = done.catch(() => {})
    return done
  }
  const halt = async (): Promise<void> => {
    const [ending, leaving] = [link, neighbours]
    link = null
    neighbours = null
    await Promise.all([ending?.stop(), leaving?.stop()])
  }
  const begin = async (): Promise<void> => {
    if (garage === null || garage.isDemo() || over.signal.aborted) return
    link = startLink({ garage, timing, onStatus: tell, onNetworkKey: () => void inTurn(renewNeighbours) })
    neighbours = await startNeighbours(garage, timing, tell)
    tell()
  }
  const renewNeighbours = async (): Promise<void> => {
    const leaving = neighbours
    neighbours = null
    await leaving?.stop()
    if (garage !== null && !garage.isDemo() && !over.signal.aborted) neighbours = await startNeighbours(garage, timing, tell)
    tell()
  }
  const wake = (): void => {
    link?.wake()
    neighbours?.wake()
    tell()
  }
  const follow = (): void => {
    unlisten?.()
    garage = source.garageForSync()
    told = ''
    if (garage === null) return
    unlisten = garage.onCommitted(wake)
    if (!garage.isDemo()) markInstallation(garage, marksFolder, dataFolder)
  }

  // Before anything can be written: a copied database gets its new id now.
  follow()
  void inTurn(begin)
  const unfollow = source.onGarageChanged(() => {
    const halted = halt()
    follow()
    void inTurn(async () => {
      await halted
      await begin()
    })
  })

  /** A call to the platform that a person waits for. */
  const ask = async <Value>(
    make: (link: Link, signal: AbortSignal) => Promise<Result<Value, SyncRefusal>>,
  ): Promise<Result<Value, SyncRefusal>> => (link === null ? err({ code: 'notJoined' }) : await make(link, over.signal))

  return {
    status: stand,
    wake,
    now: () => {
      link?.now()
      neighbours?.now()
    },
    join: async (input) =>
      await inTurn(async () => {
        if (garage === null || garage.isDemo()) return err({ code: 'demoStaysHere' })
        const trouble = link?.status().trouble ?? null
        if (readJoined(garage.db) !== null && (trouble === null || !isFinal(trouble))) return err({ code: 'alreadyJoined' })
        const joined = await enrol(garage, input, programVersion, timing.patience, over.signal)
        if (!joined.ok) return joined
        await halt()
        await begin()
        const begun: Link | null = link
        if (!joined.value.isFirst) await Promise.race([begun?.ready, realPause(firstFillMs, over.signal)])
        return joined
      }),
    signOut: async () =>
      await ask(async (on, signal) => {
        const { waiting, waitingPhotos } = stand()
        if (waiting + waitingPhotos > 0) return err({ code: 'factsUnsent', waiting: waiting + waitingPhotos })
        const trouble = on.status().trouble
        const left = await on.caller.bytes({ method: 'POST', path: 'sign-out', signal }, 100_000)
        // The platform knows this PC no more: there is nothing to leave.
        if (!left.ok && left.error.code !== 'notSignedIn' && (trouble === null || !isFinal(trouble))) return err(refusalOf(left.error))
        return await inTurn(async () => {
          await halt()
          if (garage !== null) clearJoined(garage.db)
          await begin()
          return ok(null)
        })
      }),
    newCode: async () =>
      await ask(async ({ caller }, signal) => {
        const made = await caller.call(codeAnswer, { method: 'POST', path: 'codes', signal })
        if (!made.ok) return err(refusalOf(made.error))
        return made.value === 'notModified' ? err({ code: 'answerWrong' }) : ok(made.value.value)
      }),
    devices: async () =>
      await ask(async ({ caller }, signal) => {
        const read = await caller.call(devicesAnswer, { method: 'GET', path: 'devices', signal })
        if (!read.ok) return err(refusalOf(read.error))
        if (read.value === 'notModified') return err({ code: 'answerWrong' })
        const own = garage === null ? null : readJoined(garage.db)?.enrolledDevice
        return ok(
          read.value.value.devices.map(({ device, deviceNo, name, enrolledAtUtcMs, lastSeenUtcMs, revokedAtUtcMs }): DeviceLine => ({
            device,
            deviceNo,
            name,
            isThisOne: device === own,
            enrolledAtUtcMs,
            lastSeenUtcMs,
            revokedAtUtcMs,
          })),
        )
      }),
    revokeDevice: async (device) =>
      await ask(async ({ caller }, signal) => {
        const revoked = await caller.bytes({ method: 'POST', path: `devices/${device}/revoke`, signal }, 100_000)
        return revoked.ok ? ok(null) : err(refusalOf(revoked.error))
      }),
    saveNetwork: async (network) =>
      await inTurn(async () => {
        if (garage === null || garage.isDemo()) return err({ code: 'demoStaysHere' })
        const problem = networkProblem(network)
        if (problem !== null) return err(problem)
        writeNetwork(garage.db, { ...network, peers: [...new Set(network.peers.map((peer) => peer.trim()))] })
        await renewNeighbours()
        return ok(null)
      }),
    stop: async () => {
      over.abort()
      unfollow()
      unlisten?.()
      const halted = halt()
      await inTurn(async () => {
        await halted
        await halt()
      })
    },
  }
}

function networkProblem({ port, peers }: NetworkSettings): SyncRefusal | null {
  if (!Number.isInteger(port) || port < 1024 || port > 65_535) return { code: 'portWrong' }
  return peers.every((peer) => readPeerAddress(peer.trim()) !== null) ? null : { code: 'addressWrong' }
}

/** Where this PC cannot note its data folders, a copy is found by the platform, as a fork. */
function markInstallation(garage: SyncGarage, marksFolder: string, dataFolder: string): void {
  const inside = readSyncNote(garage.db).installationMark
  const found = checkMark(marksFolder, dataFolder, inside)
  if (found === 'own') return
  const made = makeMark(marksFolder, dataFolder)
  if (made === null) return
  if (found === 'copied') {
    leaveTokens(garage.db)
    garage.replaceDevice(null)
  }
  writeSyncNote(garage.db, { installationMark: made })
}
