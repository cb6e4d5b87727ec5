import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DeviceId, JobId } from '../../core/basics/ids.ts'
import { jobNoMost } from '../../core/wire/bounds.ts'
import { deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { codeAnswer, enrolAnswer } from '../../core/wire/protocol.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { makeCodeFor } from '../../platform/access/codes.ts'
import { newKeyPair } from '../../platform/access/keys.ts'
import { newId } from '../../platform/access/newId.ts'
import { inTransaction } from '../../platform/database/pool.ts'
import { takeJobNo } from '../../platform/log/garage.ts'
import type { Platform } from '../../platform/server.ts'
import { booked } from '../support/jobEvents.ts'
import { startTestPlatform } from '../support/platform.ts'
import {
  alarmCodes,
  announcement,
  call,
  enrolBody,
  enrolledPc,
  have,
  note,
  post,
  pullAll,
  push,
  refreshTokens,
  writes,
  type TestPc,
} from '../support/platformPc.ts'

async function twoPcs(): Promise<{ readonly platform: Platform; readonly pc: TestPc; readonly other: TestPc }> {
  const platform = await startTestPlatform()
  const pc = await enrolledPc(platform)
  return { platform, pc, other: await joins(platform, pc) }
}

async function joins(platform: Platform, { garage }: TestPc, who: Parameters<typeof enrolledPc>[2] = {}): Promise<TestPc> {
  return await enrolledPc(platform, (await makeCodeFor(platform.database, garage, 'x', Date.now())).code, who)
}

async function revoke(platform: Platform, by: TestPc, { device }: TestPc): Promise<void> {
  const { status } = await call(platform, `/v1/devices/${device}/revoke`, z.unknown(), post({}, by.enrolled.accessToken))
  expect(status).toBe(204)
}

/** The chain of the one, brought with the tokens of the other, signed from here on with a key that nobody enrolled. */
const posing = (as: TestPc, by: TestPc): TestPc => ({ ...as, keys: newKeyPair(), enrolled: by.enrolled, head: { ...as.head } })

describe('a key that somebody made up', () => {
  it('does not take over the chain of an enrolled device, before or after its first fact', async () => {
    const { platform, pc, other } = await twoPcs()
    const early = posing(other, pc)
    expect((await push(platform, early, [announcement(early), note(early)])).problem?.code).toBe('signatureWrong')
    expect((await push(platform, other, [announcement(other), note(other)])).value?.ackedDseq).toBe(2)
    const late = posing(other, pc)
    expect((await push(platform, late, [announcement(late), note(late)])).problem?.code).toBe('signatureWrong')
    expect((await push(platform, other, [note(other)])).value?.ackedDseq).toBe(3)
    expect(await alarmCodes(platform, pc)).toEqual(['signatureWrong'])
  })

  it("does not come in with the device's own token either", async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    await push(platform, pc, [announcement(pc)])
    const thief = posing(pc, pc)
    expect((await push(platform, thief, [announcement(thief)])).problem?.code).toBe('signatureWrong')
  })

  it("does not write as the platform: what it says of itself stays the platform's", async () => {
    const { platform, pc } = await twoPcs()
    const [head] = (await have(platform, pc)).heads
    const chain = { device: pc.enrolled.platformDevice, head: { dseq: head?.dseq ?? 0, hash: head?.hash ?? '', hlc: null } }
    const evil: TestPc = { ...posing(pc, pc), ...chain }
    expect((await push(platform, evil, [announcement(evil)])).problem?.code).toBe('signatureWrong')
    expect((await have(platform, pc)).heads).toEqual([head])
  })

  it("is kept apart when it is said in another device's stream", async () => {
    const { platform, pc, other } = await twoPcs()
    const payload = { publicKeyHex: newKeyPair().publicKeyHex, keeper: 'file' }
    const own = announcement(pc)
    const wrong = [pc.enrolled.platformDevice, other.device].map((device) =>
      writes(pc, { stream: deviceStream(device), type: deviceKeyMadeType, payload }),
    )
    expect((await push(platform, pc, [own, ...wrong])).value).toMatchObject({ ackedDseq: 3, quarantined: 2 })
    const ids = new Set((await pullAll(platform, other)).map(({ event }) => event.id))
    expect(wrong.filter(({ id }) => ids.has(id))).toEqual([])
    expect(await alarmCodes(platform, pc)).toEqual(['wrongAuthor', 'wrongAuthor'])
  })
})

describe('a key that the device itself changed', () => {
  it('counts after a new enrolment', async () => {
    const { platform, pc, other } = await twoPcs()
    await push(platform, other, [announcement(other)])
    const renewed: TestPc = { ...(await joins(platform, pc, { device: other.device })), head: other.head }
    expect((await push(platform, renewed, [announcement(renewed), note(renewed)])).value?.ackedDseq).toBe(3)
  })

  it('counts in what it recorded before it came, push by push', async () => {
    const platform = await startTestPlatform()
    const keys = [newKeyPair(), newKeyPair(), newKeyPair()]
    const pc = await enrolledPc(platform, undefined, keys[2] === undefined ? {} : { keys: keys[2] })
    for (const [index, key] of keys.entries()) {
      const then: TestPc = { ...pc, keys: key }
      expect((await push(platform, then, [announcement(then), note(then)])).value?.ackedDseq).toBe(2 * index + 2)
      pc.head = then.head
    }
  })

  it('may be said by a newer program: the one that it was enrolled with goes on', async () => {
    const { platform, pc, other } = await twoPcs()
    await push(platform, other, [announcement(other)])
    const renewed: TestPc = { ...(await joins(platform, pc, { device: other.device })), head: other.head }
    const said = { stream: deviceStream(other.device), type: deviceKeyMadeType, v: 2, payload: { rings: [renewed.keys.publicKeyHex] } }
    expect((await push(platform, renewed, [writes(renewed, said)])).value).toMatchObject({ ackedDseq: 2, quarantined: 0 })
    expect((await push(platform, renewed, [note(renewed)])).value?.ackedDseq).toBe(3)
    const late = posing(renewed, pc)
    expect((await push(platform, late, [note(late)])).problem?.code).toBe('signatureWrong')
  })
})

describe('a PC that was shut out', () => {
  it('finds that the codes which it made are worth nothing, and its network has another key', async () => {
    const { platform, pc, other } = await twoPcs()
    const { value } = await call(platform, '/v1/codes', codeAnswer, post({}, other.enrolled.accessToken))
    await revoke(platform, pc, other)
    const again = enrolBody(value?.code ?? '', { device: other.device, keys: other.keys, brings: null })
    expect((await call(platform, '/v1/enrol', enrolAnswer, post(again))).problem?.code).toBe('codeUnknown')
    const first = await refreshTokens(platform, pc)
    expect(first.value?.networkKeyHex).not.toBe(other.enrolled.networkKeyHex)
    await revoke(platform, pc, other)
    expect((await refreshTokens(platform, pc)).value?.networkKeyHex).toBe(first.value?.networkKeyHex)
  })

  it('leaves its number to the next one, and gets another when it is let in again', async () => {
    const { platform, pc, other } = await twoPcs()
    const third = await joins(platform, pc)
    await revoke(platform, pc, other)
    const next = await joins(platform, pc)
    const back = await joins(platform, pc, { device: other.device })
    expect([pc, other, third, next, back].map(({ enrolled }) => enrolled.deviceNo)).toEqual([1, 2, 3, 2, 4])
    await revoke(platform, pc, third)
    expect((await joins(platform, pc, { device: third.device })).enrolled.deviceNo).toBe(3)
  })
})

describe('the number of the next job', () => {
  const opened = (pc: TestPc, jobNo: number): WireEvent => {
    const event = booked(null, { jobNo })
    return writes(pc, {
      stream: jobStream(newId<JobId>(Date.now())),
      type: event.type,
      v: eventVersion(event.type),
      payload: payloadOf(event),
    })
  }

  it('follows the jobs that were opened, not whatever names a number', async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    const stream = jobStream(newId<JobId>(Date.now()))
    const events = [
      announcement(pc),
      opened(pc, 37),
      writes(pc, { stream, type: 'somethingNew', payload: { jobNo: 999 } }),
      writes(pc, { stream, type: 'jobOpened', v: 9, payload: { jobNo: 999 } }),
      opened(pc, jobNoMost + 1),
      opened(pc, Number.MAX_SAFE_INTEGER),
    ]
    expect((await push(platform, pc, events)).value).toMatchObject({ ackedDseq: 6, quarantined: 2 })
    expect(await inTransaction(platform.database, (client) => takeJobNo(client, pc.garage))).toBe(40)
  })

  it('is not moved beyond its bound by an enrolment', async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    const { code } = await makeCodeFor(platform.database, pc.garage, 'x', Date.now())
    const body = enrolBody(code, { device: newId<DeviceId>(Date.now()), keys: newKeyPair(), brings: null })
    const { status } = await call(platform, '/v1/enrol', enrolAnswer, post({ ...body, newestJobNo: jobNoMost + 1 }))
    expect(status).toBe(400)
  })
})
