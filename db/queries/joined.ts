import type { DeviceId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { PublicKeyHex } from '../../core/wire/signing.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

/** The platform that this PC is joined to. Tokens are worthless without the device's key. */
export type Joined = {
  readonly url: string
  readonly garageName: string
  /** Under which this PC was enrolled; what it writes under may be a newer one (`replaceDevice`). */
  readonly enrolledDevice: DeviceId
  readonly deviceName: string
  readonly deviceNo: number
  readonly historyId: string
  readonly accessToken: string
  readonly accessUntilUtcMs: UtcMs
  readonly refreshToken: string
  readonly platformDevice: DeviceId
  readonly platformKeyHex: PublicKeyHex
  readonly networkKeyHex: string
  readonly linkBase: string
  readonly joinedAtUtcMs: UtcMs
}

const joinedColumns = `
url, garage_name AS garageName, enrolled_device AS enrolledDevice, device_name AS deviceName, device_no AS deviceNo, history_id AS historyId, access_token AS accessToken,
access_until_utc_ms AS accessUntilUtcMs, refresh_token AS refreshToken, platform_device AS platformDevice, platform_key_hex AS platformKeyHex,
network_key_hex AS networkKeyHex, link_base AS linkBase, joined_at_utc_ms AS joinedAtUtcMs`

export function readJoined(db: ReadableDb): Joined | null {
  return statement<[], Joined>(db, `SELECT ${joinedColumns} FROM joined WHERE id = 1`).get() ?? null
}

/** Writes the row over whatever was there: at the enrolment, and whenever a token was refreshed. */
export function writeJoined(db: WritableDb, joined: Joined): void {
  const sql = `
INSERT OR REPLACE INTO joined (id, url, garage_name, enrolled_device, device_name, device_no, history_id, access_token, access_until_utc_ms,
  refresh_token, platform_device, platform_key_hex, network_key_hex, link_base, joined_at_utc_ms)
VALUES (1, @url, @garageName, @enrolledDevice, @deviceName, @deviceNo, @historyId, @accessToken, @accessUntilUtcMs, @refreshToken,
  @platformDevice, @platformKeyHex, @networkKeyHex, @linkBase, @joinedAtUtcMs)`
  statement<[object], never>(db, sql).run(joined)
}

/** In a copied data folder: tokens and number are the other PC's. What is left says where to join again. */
export function leaveTokens(db: WritableDb): void {
  statement<[], never>(db, "UPDATE joined SET access_token = '', refresh_token = '' WHERE id = 1").run()
}

/** Whether the tokens and the number are this PC's own. */
export function isSignedIn({ refreshToken }: Pick<Joined, 'refreshToken'>): boolean {
  return refreshToken !== ''
}

/** This PC's number on the platform; null while it has none of its own. */
export function ownDeviceNo(db: ReadableDb): number | null {
  const joined = readJoined(db)
  return joined !== null && isSignedIn(joined) ? joined.deviceNo : null
}

/** After a sign-out: nothing of the platform is left, the facts stay. */
export function clearJoined(db: WritableDb): void {
  for (const table of ['joined', 'peer_cursor', 'peer_ack', 'peer_photo']) statement<[], never>(db, `DELETE FROM ${table}`).run()
}

/** What this PC notes of its own sync. */
export type SyncNote = {
  /** Wall clock minus the platform's clock at the last contact, in ms; null before the first one. */
  readonly serverOffsetMs: number | null
  readonly lastContactUtcMs: UtcMs | null
  readonly forkedAtUtcMs: UtcMs | null
  readonly installationMark: string | null
  /** Of this database as a server to other PCs. */
  readonly historyId: string | null
  readonly catalogueVersion: number
}

const noteColumns = `
server_offset_ms AS serverOffsetMs, last_contact_utc_ms AS lastContactUtcMs, forked_at_utc_ms AS forkedAtUtcMs,
installation_mark AS installationMark, history_id AS historyId, catalogue_version AS catalogueVersion`

export function readSyncNote(db: ReadableDb): SyncNote {
  const note = statement<[], SyncNote>(db, `SELECT ${noteColumns} FROM sync_note WHERE id = 1`).get()
  if (note === undefined) throw new Error('the schema has one row of sync notes')
  return note
}

export function writeSyncNote(db: WritableDb, changed: Partial<SyncNote>): void {
  const sql = `
UPDATE sync_note SET server_offset_ms = @serverOffsetMs, last_contact_utc_ms = @lastContactUtcMs, forked_at_utc_ms = @forkedAtUtcMs,
  installation_mark = @installationMark, history_id = @historyId, catalogue_version = @catalogueVersion WHERE id = 1`
  statement<[object], never>(db, sql).run({ ...readSyncNote(db), ...changed })
}

export type NetworkRow = { readonly listen: boolean; readonly port: number; readonly peers: readonly string[] }

export function readNetwork(db: ReadableDb): NetworkRow | null {
  const sql = 'SELECT listen, port, peers FROM network WHERE id = 1'
  const row = statement<[], { listen: 0 | 1; port: number; peers: string }>(db, sql).get()
  if (row === undefined) return null
  const peers: readonly string[] = JSON.parse(row.peers)
  return { listen: row.listen === 1, port: row.port, peers }
}

export function writeNetwork(db: WritableDb, { listen, port, peers }: NetworkRow): void {
  const sql = 'INSERT OR REPLACE INTO network (id, listen, port, peers) VALUES (1, ?, ?, ?)'
  statement<[number, number, string], never>(db, sql).run(listen ? 1 : 0, port, JSON.stringify(peers))
}

export type KnownDevice = { readonly device: DeviceId; readonly deviceNo: number; readonly name: string }

/** Names are kept when a PC left: its facts stay. */
export function writeKnownDevices(db: WritableDb, devices: readonly KnownDevice[]): void {
  const sql = 'INSERT OR REPLACE INTO known_device (device, device_no, name) VALUES (@device, @deviceNo, @name)'
  for (const { device, deviceNo, name } of devices) statement<[object], never>(db, sql).run({ device, deviceNo, name })
}

export function knownDeviceNames(db: ReadableDb): ReadonlyMap<DeviceId, string> {
  const rows = statement<[], { device: DeviceId; name: string }>(db, 'SELECT device, name FROM known_device').all()
  return new Map(rows.map(({ device, name }) => [device, name]))
}
