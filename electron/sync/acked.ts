import type { DeviceId } from '../../core/basics/ids.ts'
import type { WritableDb } from '../../db/connection.ts'
import { readAcked, writeAcked } from '../../db/queries/sync.ts'
import type { Acked } from './push.ts'

/** What the platform acknowledged, kept in the database: after a restart only what is new is sent. */
export function keptAcked(db: WritableDb, peer: string): Acked {
  const known = new Map(readAcked(db, peer))
  return {
    of: (device) => known.get(device) ?? 0,
    note: (device, dseq) => {
      if (known.get(device) === dseq) return
      writeAcked(db, peer, device, dseq)
      known.set(device, dseq)
    },
  }
}

/** What another PC of the garage has: it is asked for at each meeting, so nothing of it is kept. */
export function heardAcked(): Acked {
  const known = new Map<DeviceId, number>()
  return { of: (device) => known.get(device) ?? 0, note: (device, dseq) => known.set(device, dseq) }
}
