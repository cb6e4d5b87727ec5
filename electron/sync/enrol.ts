import { err, ok, type Result } from '../../core/basics/result.ts'
import type { SyncRefusal } from '../../core/contract/syncViews.ts'
import { addMinutes } from '../../core/basics/instant.ts'
import { enrolAnswer, type EnrolAnswer } from '../../core/wire/protocol.ts'
import { deviceMessage } from '../../core/wire/signing.ts'
import { readSettings } from '../../db/queries/settings.ts'
import { clearJoined, writeJoined } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import { sha256Hex } from './sha256.ts'
import { call } from './transport/call.ts'
import { platformDoor, readUrl, type Patience } from './transport/door.ts'
import { refusalOf } from './trouble.ts'

export type JoinInput = { readonly url: string; readonly code: string; readonly deviceName: string }
export type Joining = { readonly garageName: string; readonly isFirst: boolean }

/**
 * Enrols this PC by a one-time code. A PC with facts brings its own garage, its history is sent from the start; an empty one
 * becomes a PC of the code's garage. Nothing is written before the platform's answer.
 */
export async function enrol(
  garage: SyncGarage,
  { url: typedUrl, code: typedCode, deviceName }: JoinInput,
  programVersion: string,
  patience: Patience,
  signal: AbortSignal,
): Promise<Result<Joining, SyncRefusal>> {
  const { db, deviceKey } = garage
  const url = readUrl(typedUrl)
  if (url === null) return err({ code: 'urlWrong' })
  const code = typedCode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  if (code.length < 8 || code.length > 40) return err({ code: 'codeUnknown' })
  if (deviceKey === null) return err({ code: 'demoStaysHere' })
  const { device, garage: own } = garage.identity()
  const isEmpty = !garage.hasFacts() && readSettings(db).length === 0
  const door = platformDoor(url, patience)
  const json = {
    code,
    device,
    publicKeyHex: deviceKey.publicKeyHex,
    deviceName: deviceName.trim(),
    programVersion,
    garage: isEmpty ? null : own,
    newestJobNo: garage.newestJobNo(),
    signature: deviceKey.sign(deviceMessage('enrol', device, sha256Hex(code))),
  }
  const answered = await call(door, enrolAnswer, { method: 'POST', path: 'enrol', json, signal })
  door.close()
  if (!answered.ok) return err(refusalOf(answered.error))
  if (answered.value === 'notModified') return err({ code: 'answerWrong' })
  const { value: answer } = answered.value
  if (answer.garage !== own && !(isEmpty && garage.adopt(answer.garage))) return err({ code: 'garageDiffers' })
  // A program that ended between the two would be joined, and its older settings would never be told to anybody.
  db.transaction(() => {
    keep(garage, answer, url, json.deviceName)
    if (!isEmpty) garage.announce()
  }).immediate()
  return ok({ garageName: answer.garageName, isFirst: !isEmpty })
}

/** In the caller's transaction. What an earlier joining left says nothing about this one. */
function keep({ db, clock, identity }: SyncGarage, answer: EnrolAnswer, url: URL, deviceName: string): void {
  const now = clock.wallUtcMs()
  const {
    garageName,
    deviceNo,
    historyId,
    accessToken,
    expiresInS,
    refreshToken,
    platformDevice,
    platformKeyHex,
    networkKeyHex,
    linkBase,
  } = answer
  clearJoined(db)
  writeJoined(db, {
    url: url.origin,
    garageName,
    enrolledDevice: identity().device,
    deviceName,
    deviceNo,
    historyId,
    accessToken,
    accessUntilUtcMs: addMinutes(now, expiresInS / 60),
    refreshToken,
    platformDevice,
    platformKeyHex,
    networkKeyHex,
    linkBase,
    joinedAtUtcMs: now,
  })
}
