import type { NetworkSettings, NetworkStatus } from '../../core/contract/syncViews.ts'
import { readJoined, readNetwork } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import { openHub, type Hub } from './hub/hub.ts'
import { startPeer, type Peer } from './network.ts'
import type { Timing } from './timing.ts'

/** What is offered before anybody chose: not listening. */
export const usualNetwork: NetworkSettings = { listen: false, port: 7443, peers: [] }

/** The other PCs on the garage's network: those that this one looks for, and those that it lets in. */
export type Neighbours = {
  readonly status: () => NetworkStatus
  readonly wake: () => void
  readonly now: () => void
  readonly stop: () => Promise<void>
}

/** Without a key, which the platform gives when a PC joins, nobody is looked for and nobody let in. */
export async function startNeighbours(garage: SyncGarage, timing: Timing, onStatus: () => void): Promise<Neighbours> {
  const settings = readNetwork(garage.db) ?? usualNetwork
  const joined = readJoined(garage.db)
  const key = joined === null ? null : { garage: garage.identity().garage, keyHex: joined.networkKeyHex }
  const opened = key !== null && settings.listen ? await openHub(garage, key, settings.port) : null
  const hub: Hub | null = opened?.ok === true ? opened.value : null
  const peers =
    key === null
      ? []
      : settings.peers.flatMap((address): readonly Peer[] => {
          const peer = startPeer({ garage, key, address, timing, onStatus })
          return peer === null ? [] : [peer]
        })
  return {
    status: () => ({
      settings,
      addresses: hub?.addresses() ?? [],
      listenProblem: !settings.listen || hub !== null ? null : key === null ? 'notJoined' : 'portTaken',
      peers: peers.map((peer) => peer.status()),
    }),
    wake: () => peers.forEach((peer) => peer.wake()),
    now: () => peers.forEach((peer) => peer.now()),
    stop: async () => {
      await Promise.all([hub?.close(), ...peers.map((peer) => peer.stop())])
    },
  }
}
