import { err } from '../../core/basics/result.ts'
import type { SyncControl } from './syncControl.ts'

/** Stands in where nothing syncs: behind a database that could not be opened, and in tests of the counter alone. */
export const withoutSync: SyncControl = {
  status: () => ({
    state: 'notJoined',
    trouble: null,
    waiting: 0,
    waitingPhotos: 0,
    oldestWaitingAtUtcMs: null,
    offlineSinceUtcMs: null,
    lastContactUtcMs: null,
    nextTryUtcMs: null,
    live: false,
    receiving: null,
    unread: { newer: 0, invalid: 0 },
    forkedAtUtcMs: null,
    platform: null,
    network: { settings: { listen: false, port: 7443, peers: [] }, addresses: [], listenProblem: null, peers: [] },
  }),
  wake: () => {},
  now: () => {},
  join: notJoined,
  signOut: notJoined,
  newCode: notJoined,
  devices: notJoined,
  revokeDevice: notJoined,
  saveNetwork: notJoined,
  stop: () => Promise.resolve(),
}

function notJoined() {
  return Promise.resolve(err({ code: 'notJoined' } as const))
}
