import { describe, expect, it } from 'vitest'
import type { DeviceId, JobId } from '../../core/basics/ids.ts'
import { deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { newestKey } from '../../db/log/keys.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { deviceKeyOf, newPrivateKey, type DeviceKey } from '../../electron/service/deviceKey/deviceKey.ts'
import { absorb, bring, eventsOf, jobFact, newEventId, newPc, recordAt, type Pc } from '../support/devices.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { booked } from '../support/jobEvents.ts'

const newKey = (): DeviceKey => deviceKeyOf(newPrivateKey(), 'file')
const keyOf = ({ key }: Pc): string | null => key?.publicKeyHex ?? null

function says(pc: Pc, payload: unknown, about: DeviceId = pc.device, v = 1): void {
  recordAt(pc, at('08:00'), { id: newEventId(), stream: deviceStream(about), type: deviceKeyMadeType, v, payload })
}

function announces(pc: Pc): void {
  says(pc, { publicKeyHex: keyOf(pc), keeper: 'file' })
}

let jobs = 9100
const fact = (pc: Pc): void => recordAt(pc, at('08:01'), jobFact(testId<JobId>((jobs += 1)), booked(null)))

describe('the key of a device', () => {
  it('is what it says itself, whatever another writes in its stream', () => {
    const [a, b, c] = [newPc(1, newKey()), newPc(2, newKey()), newPc(3)]
    announces(a)
    announces(b)
    fact(a)
    bring(a, c)
    says(b, { publicKeyHex: keyOf(b), keeper: 'file' }, a.device)
    expect(bring(b, c).damaged).toEqual([])
    expect([newestKey(c.db, a.device), newestKey(c.db, b.device)]).toEqual([keyOf(a), keyOf(b)])
    fact(a)
    expect(bring(a, c)).toMatchObject({ stored: 1, damaged: [] })
  })

  it('may be said in the words of a newer program: its facts are kept, and none of them unsigned', () => {
    const [old, c] = [newPc(1, newKey()), newPc(3)]
    announces(old)
    fact(old)
    bring(old, c)
    const newer: Pc = { ...old, key: newKey() }
    says(newer, { rings: [keyOf(newer)] }, newer.device, 2)
    fact(newer)
    expect(bring(newer, c)).toMatchObject({ stored: 2, damaged: [] })
    fact(newer)
    const [last] = eventsOf(newer).slice(-1)
    if (last === undefined) throw new Error('nothing was recorded')
    expect(absorb(c, [{ ...last, signature: null }])).toMatchObject({ stored: 0, damaged: [last.id] })
    expect(bring(newer, c)).toMatchObject({ stored: 1, damaged: [] })
    expect(newestKey(c.db, newer.device)).toBe('unread')
    expect(firstChainFault(c.db)).toBeNull()
  })

  it('stays what it was when an announcement says no key', () => {
    const [a, c] = [newPc(1, newKey()), newPc(3)]
    announces(a)
    says(a, { publicKeyHex: 'none', keeper: 'safe' })
    fact(a)
    expect(bring(a, c)).toMatchObject({ stored: 3, damaged: [] })
    fact(a)
    expect(bring(a, c)).toMatchObject({ stored: 1, damaged: [] })
    expect(newestKey(c.db, a.device)).toBe(keyOf(a))
    expect(firstChainFault(c.db)).toBeNull()
  })
})
