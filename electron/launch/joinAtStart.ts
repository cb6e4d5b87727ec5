import { hostname } from 'node:os'
import type { SyncControl } from '../service/syncControl.ts'

/** The demo starts a platform of its own and hands its address and a code to the garage's program, which joins it by itself. */
export async function joinAtStart(sync: SyncControl): Promise<void> {
  const { PISHKHAN_JOIN_URL: url, PISHKHAN_JOIN_CODE: code } = process.env
  if (url === undefined || code === undefined) return
  const joined = await sync.join({ url, code, deviceName: hostname().slice(0, 80) })
  // A service that was killed and started again has joined already.
  if (!joined.ok && joined.error.code !== 'alreadyJoined') console.error(`The platform was not joined: ${joined.error.code}`)
}
