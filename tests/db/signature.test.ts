import { describe, expect, it } from 'vitest'
import type { EventId } from '../../core/basics/ids.ts'
import { deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { eventMessage } from '../../core/wire/signing.ts'
import type { WritableDb } from '../../db/connection.ts'
import { appendEvents, type NewEvent } from '../../db/log/append.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { deviceKeyOf, newPrivateKey, type DeviceKey } from '../../electron/service/deviceKey/deviceKey.ts'
import { author } from '../support/author.ts'
import { temporaryDatabase } from '../support/database.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'

const key = deviceKeyOf(newPrivateKey(), 'file')
const other = deviceKeyOf(newPrivateKey(), 'file')

let made = 0
const fact = (): NewEvent => ({ id: testId<EventId>(8000 + (made += 1)), stream: 'job:x', type: 'workFinished', v: 1, payload: {} })
const announcement = ({ publicKeyHex }: DeviceKey): NewEvent => ({
  ...fact(),
  stream: deviceStream(author.device),
  type: deviceKeyMadeType,
  payload: { publicKeyHex, keeper: 'file' },
})

function append(db: WritableDb, event: NewEvent, signer: DeviceKey | null): void {
  const sign = signer === null ? undefined : (hash: string) => signer.sign(eventMessage(hash))
  db.transaction(() => appendEvents(db, { ...author, wallAtUtcMs: at('09:00'), sign }, [event])).immediate()
}

describe('signatures in the log', () => {
  it('hold from the announcement of a key on; what was recorded before stays unsigned', () => {
    const db = temporaryDatabase()
    append(db, fact(), null)
    append(db, announcement(key), key)
    append(db, fact(), key)
    append(db, announcement(other), other)
    append(db, fact(), other)
    expect(firstChainFault(db)).toBeNull()
    expect(db.prepare('SELECT signature IS NULL FROM event ORDER BY seq').pluck().all()).toEqual([1, 0, 0, 0, 0])
  })

  it('are missing, by a key that nobody announced, or by another than the newest: each is named', () => {
    const cases: readonly (readonly [DeviceKey | null, DeviceKey | null, string])[] = [
      [key, null, 'signatureMissing'],
      [null, key, 'keyUnknown'],
      [key, other, 'signature'],
    ]
    for (const [announced, signer, code] of cases) {
      const db = temporaryDatabase()
      if (announced !== null) append(db, announcement(announced), announced)
      append(db, fact(), signer)
      expect(firstChainFault(db)).toEqual({ device: author.device, dseq: announced === null ? 1 : 2, code })
    }
  })

  it('are 128 lower-case hexadecimal digits or nothing, by the database itself', () => {
    const db = temporaryDatabase()
    append(db, announcement(key), key)
    for (const wrong of ["'00'", 'upper(signature)', "replace(signature, '0', 'g') || 'g'"]) {
      const copy = `INSERT INTO event (id, garage, device, dseq, hlc, wall_at_utc_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature)
        SELECT id || 'x', garage, device, dseq + 1, hlc, wall_at_utc_ms, actor, type, v, stream, parents, payload, prev_hash, hash, ${wrong} FROM event`
      expect(() => db.exec(copy)).toThrow('CHECK')
    }
  })
})
