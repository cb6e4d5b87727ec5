import { describe, expect, it } from 'vitest'
import type { DeviceId, GarageId, JobId } from '../../core/basics/ids.ts'
import { newKeyPair } from '../../platform/access/keys.ts'
import { newId } from '../../platform/access/newId.ts'
import { makeCodeFor } from '../../platform/access/codes.ts'
import { beginNewHistory } from '../../platform/log/garage.ts'
import type { Platform } from '../../platform/server.ts'
import { sealAny } from './sealAny.ts'
import { startTestPlatform } from '../support/platform.ts'
import {
  alarmCodes,
  announcement,
  enrolledPc,
  have,
  note,
  pull,
  pullAll,
  pullLinks,
  push,
  resealed,
  writes,
  type TestPc,
} from '../support/platformPc.ts'

async function garage(): Promise<{ readonly platform: Platform; readonly pc: TestPc }> {
  const platform = await startTestPlatform()
  return { platform, pc: await enrolledPc(platform) }
}

async function secondPc(platform: Platform, { garage: id }: TestPc): Promise<TestPc> {
  return await enrolledPc(platform, (await makeCodeFor(platform.database, id, 'x', Date.now())).code)
}

/** The facts of one device that are to be had from the platform. */
async function pulledOf(platform: Platform, pc: TestPc, device = pc.device): Promise<readonly string[]> {
  return (await pullAll(platform, pc)).filter(({ event }) => event.device === device).map(({ event }) => event.id)
}

describe('what is pushed can be pulled', () => {
  it('gives facts back byte for byte, in the order in which they came, after the announcement of the platform', async () => {
    const { platform, pc } = await garage()
    const events = [announcement(pc), note(pc), note(pc, newId<JobId>(Date.now()), 'پراید «سفید»\n\\ "۱۲" 🚗')]
    const pushed = await push(platform, pc, events)
    expect(pushed.value).toMatchObject({ ackedDseq: 3, headHash: pc.head.hash, quarantined: 0 })
    const all = await pullAll(platform, pc)
    expect(all.map(({ gseq }) => gseq)).toEqual([1, 2, 3, 4])
    expect(all[0]?.event).toMatchObject({ type: 'deviceKeyMade', device: pc.enrolled.platformDevice })
    expect(all.slice(1).map(({ event }) => event)).toEqual(events)
  })

  it('stores nothing twice, whole or in part', async () => {
    const { platform, pc } = await garage()
    const events = [announcement(pc), note(pc), note(pc)]
    await push(platform, pc, events.slice(0, 2))
    expect((await push(platform, pc, events)).value?.ackedDseq).toBe(3)
    expect((await push(platform, pc, events)).value?.ackedDseq).toBe(3)
    expect((await push(platform, pc, events.slice(1, 2))).value?.ackedDseq).toBe(3)
    expect(await pulledOf(platform, pc)).toEqual(events.map(({ id }) => id))
  })

  it('asks for what is missing', async () => {
    const { platform, pc } = await garage()
    const events = [announcement(pc), note(pc), note(pc)]
    const answer = await push(platform, pc, events.slice(2))
    expect([answer.status, answer.problem]).toEqual([409, { code: 'gap', expectedDseq: 1 }])
    expect(await pulledOf(platform, pc)).toEqual([])
  })

  it('takes a device that never was enrolled from another PC of the garage, by its own signatures', async () => {
    const { platform, pc } = await garage()
    const other: TestPc = { ...pc, device: newId<DeviceId>(Date.now()), keys: newKeyPair(), head: { ...pc.head } }
    const events = [announcement(other), note(other)]
    expect((await push(platform, other, events)).value?.ackedDseq).toBe(2)
    expect(await pulledOf(platform, pc, other.device)).toEqual(events.map(({ id }) => id))
  })
})

describe('a fact is never turned away', () => {
  const job = newId<JobId>(Date.now())
  const odd: readonly (readonly [string, (pc: TestPc) => unknown])[] = [
    ['invalidEvent', (pc) => writes(pc, { stream: `job:${job}`, type: 'jobCancelled', payload: { by: 'nobody', reason: 7 } })],
    ['invalidEvent', (pc) => writes(pc, { stream: `job:${job}`, type: 'workFinished', payload: { more: true } })],
    ['invalidEvent', (pc) => resealed(pc, note(pc), { payload: '{ "by":"garage","reason":"" }' })],
    ['invalidEvent', (pc) => resealed(pc, note(pc), { stream: 'job:\0' })],
    ['wrongAuthor', (pc) => writes(pc, { stream: `job:${job}`, type: 'bookingCancelled', payload: { reason: '' } })],
    ['tooLarge', (pc) => note(pc, job, 'ب'.repeat(2_500_000))],
    ['tooDeep', (pc) => resealed(pc, note(pc), { payload: `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}` })],
  ]
  for (const [code, make] of odd) {
    it(`keeps it as it came, goes on after it and raises an alarm: ${code}`, async () => {
      const { platform, pc } = await garage()
      const before = [announcement(pc), note(pc)]
      const wrong = make(pc)
      const after = note(pc)
      expect((await push(platform, pc, before)).status).toBe(200)
      expect((await push(platform, pc, [wrong])).value).toMatchObject({ ackedDseq: 3, quarantined: 1 })
      expect((await push(platform, pc, [wrong])).value).toMatchObject({ ackedDseq: 3, quarantined: 0 })
      expect((await push(platform, pc, [after])).value).toMatchObject({ ackedDseq: 4, headHash: pc.head.hash })
      expect(await pulledOf(platform, pc)).toEqual([...before, after].map(({ id }) => id))
      const hole = { device: pc.device, dseq: 3, prevHash: before[1]?.hash, hash: after.prevHash }
      expect((await pullLinks(platform, pc)).slice(-2)).toEqual([
        { gseq: 4, hole },
        { gseq: 5, event: after },
      ])
      const pages = await Promise.all([2, 3, 4].map((from) => pull(platform, pc, from, '&limit=1')))
      expect(pages.flatMap(({ value }) => value?.events.map(({ gseq }) => gseq))).toEqual([3, 4, 5])
      expect(pages.map(({ value }) => value?.nextAfter)).toEqual([3, 4, 5])
      expect((await pull(platform, pc, 3, `&exclude=${pc.device}`)).value).toMatchObject({ events: [], nextAfter: 5 })
      expect(await alarmCodes(platform, pc)).toEqual([code])
      const { rows } = await platform.database.query<{ body: string }>('SELECT body FROM quarantine')
      expect(rows.map(({ body }): unknown => JSON.parse(body))).toEqual([wrong])
      expect((await have(platform, pc)).heads).toContainEqual({ device: pc.device, dseq: 4, hash: pc.head.hash })
    })
  }

  it('keeps fields that it does not know, and hashes them with the rest', async () => {
    const { platform, pc } = await garage()
    await push(platform, pc, [announcement(pc)])
    const { hash: _, signature: __, ...event } = note(pc)
    const sealedEvent = sealAny(pc, { ...event, shop: { floor: 2 } })
    expect((await push(platform, pc, [sealedEvent])).value).toMatchObject({ ackedDseq: 2, quarantined: 1 })
    expect(await alarmCodes(platform, pc)).toEqual(['unknownFields'])
  })

  it('passes on what a newer program says, which it cannot read itself', async () => {
    const { platform, pc } = await garage()
    const events = [
      announcement(pc),
      writes(pc, { stream: `job:${job}`, type: 'carWashed', payload: { foam: true } }),
      writes(pc, { stream: `job:${job}`, type: 'workFinished', v: 9, payload: { by: 'robot' } }),
      writes(pc, { stream: 'wash:1', type: 'washBegun', payload: {} }),
    ]
    expect((await push(platform, pc, events)).value).toMatchObject({ ackedDseq: 4, quarantined: 0 })
    expect(await pulledOf(platform, pc)).toEqual(events.map(({ id }) => id))
  })

  it('takes a fact once, under whatever number it comes', async () => {
    const { platform, pc } = await garage()
    const first = note(pc)
    const again = resealed(pc, note(pc), { id: first.id })
    const signed = [first, again]
    const answer = await push(platform, pc, signed)
    expect(answer.value).toMatchObject({ ackedDseq: 2, quarantined: 1 })
    const later = resealed(pc, note(pc), { id: first.id })
    expect((await push(platform, pc, [later])).value).toMatchObject({ ackedDseq: 3, quarantined: 1 })
    expect(await pulledOf(platform, pc)).toEqual([first.id])
  })
})

describe('what cannot have come from a PC of this garage', () => {
  it('refuses a hash that is not that of the event', async () => {
    const { platform, pc } = await garage()
    const event = note(pc)
    const answer = await push(platform, pc, [{ ...event, payload: event.payload.replace('یادداشت', 'دیگر') }])
    expect([answer.status, answer.problem?.code]).toEqual([422, 'hashWrong'])
    expect((await have(platform, pc)).heads.map(({ device }) => device)).toEqual([pc.enrolled.platformDevice])
  })

  it('refuses a last event that is signed by another key, or not at all, and tells it', async () => {
    const { platform, pc } = await garage()
    await push(platform, pc, [announcement(pc)])
    const event = note(pc)
    const forged = resealed({ ...pc, keys: newKeyPair() }, event, {})
    expect((await push(platform, pc, [forged])).problem?.code).toBe('signatureWrong')
    expect((await push(platform, pc, [{ ...event, signature: null }])).problem?.code).toBe('signatureWrong')
    expect(await alarmCodes(platform, pc)).toEqual(['signatureWrong'])
    expect((await push(platform, pc, [event])).status).toBe(200)
  })

  it('takes unsigned facts of the time before the first key', async () => {
    const { platform, pc } = await garage()
    const old = writes(pc, { stream: `job:${newId<JobId>(Date.now())}`, type: 'workFinished', payload: {} }, false)
    expect((await push(platform, pc, [old])).status).toBe(200)
    expect((await push(platform, pc, [announcement(pc)])).status).toBe(200)
    const unsigned = writes(pc, { stream: `job:${newId<JobId>(Date.now())}`, type: 'workFinished', payload: {} }, false)
    expect((await push(platform, pc, [unsigned])).problem?.code).toBe('signatureWrong')
  })

  it('refuses facts of another garage, and of another device than the push names', async () => {
    const { platform, pc } = await garage()
    const stranger = await enrolledPc(platform)
    expect((await push(platform, pc, [note({ ...pc, garage: stranger.garage, head: { ...pc.head } })])).problem?.code).toBe('garageDiffers')
    expect((await push(platform, pc, [note({ ...pc, device: stranger.device, head: { ...pc.head } })])).problem?.code).toBe('badRequest')
    expect(await pulledOf(platform, stranger)).toEqual([])
  })

  it('refuses facts of the platform that a PC makes up', async () => {
    const { platform, pc } = await garage()
    const platformHead = (await have(platform, pc)).heads[0]
    const posing: TestPc = {
      ...pc,
      device: pc.enrolled.platformDevice,
      head: { dseq: platformHead?.dseq ?? 0, hash: platformHead?.hash ?? '', hlc: null },
    }
    expect((await push(platform, posing, [note(posing)])).problem?.code).toBe('signatureWrong')
  })

  it('refuses a batch with a hole, an empty one, too many and too much', async () => {
    const { platform, pc } = await garage()
    const events = [note(pc), note(pc), note(pc)]
    expect((await push(platform, pc, [events[0], events[2]])).problem?.code).toBe('badRequest')
    expect((await push(platform, pc, [])).problem?.code).toBe('badRequest')
    const large = Array.from({ length: 3 }, () => note(pc, newId<JobId>(Date.now()), 'x'.repeat(400_000)))
    expect([(await push(platform, pc, large)).status, (await push(platform, pc, large)).problem?.code]).toEqual([413, 'tooLarge'])
    const many: unknown[] = Array.from({ length: 1001 }, () => 0)
    expect((await push(platform, pc, many)).status).toBe(413)
    expect((await push(platform, pc, [note(pc, newId<JobId>(Date.now()), 'x'.repeat(8_000_000))])).status).toBe(413)
  })
})

describe('a fork', () => {
  it('keeps what the second program wrote, tells it, and leaves the first one its chain', async () => {
    const { platform, pc } = await garage()
    const shared = [announcement(pc), note(pc)]
    await push(platform, pc, shared)
    const clone: TestPc = { ...pc, head: { ...pc.head } }
    const own = [note(pc), note(pc)]
    const cloned = [note(clone), note(clone), note(clone)]
    expect((await push(platform, pc, own)).status).toBe(200)
    const answer = await push(platform, clone, cloned)
    expect([answer.status, answer.problem]).toEqual([409, { code: 'fork', expectedDseq: 3 }])
    expect((await push(platform, clone, cloned)).status).toBe(409)
    // Past the first one's head, the clone's next fact follows another one than the last.
    expect((await push(platform, clone, cloned.slice(2))).problem).toEqual({ code: 'fork', expectedDseq: 5 })
    const more = note(pc)
    expect((await push(platform, pc, [more])).value?.ackedDseq).toBe(5)
    expect(await pulledOf(platform, pc)).toEqual([...shared, ...own, more].map(({ id }) => id))
    const { rows } = await platform.database.query<{ id: string }>(
      `SELECT body::json ->> 'id' AS id FROM quarantine WHERE code = 'fork' AND NOT chained ORDER BY dseq`,
    )
    expect(rows.map(({ id }) => id)).toEqual(cloned.map(({ id }) => id))
    expect(new Set(await alarmCodes(platform, pc))).toEqual(new Set(['fork']))
    // The clone takes a new id and says the same again: nothing is lost.
    const renamed = await secondPc(platform, pc)
    const key = announcement(renamed)
    const again = cloned.map(({ id, stream, type, payload }) =>
      resealed(renamed, writes(renamed, { stream, type, payload: {} }), { id, payload }),
    )
    expect((await push(platform, renamed, [key, ...chained(renamed, again)])).value).toMatchObject({ ackedDseq: 4, quarantined: 0 })
  })

  it('stores what stands before it in the batch', async () => {
    const { platform, pc } = await garage()
    await push(platform, pc, [announcement(pc)])
    const good = note(pc)
    const broken = note({ ...pc, head: { ...pc.head, hash: 'f'.repeat(64) } })
    expect((await push(platform, pc, [good, broken])).problem).toEqual({ code: 'fork', expectedDseq: 3 })
    expect(await pulledOf(platform, pc)).toHaveLength(2)
  })
})

/** Links changed events to one another again. */
function chained(pc: TestPc, events: readonly ReturnType<typeof note>[]): readonly ReturnType<typeof note>[] {
  let prevHash = events[0]?.prevHash ?? ''
  return events.map((event) => {
    const linked = resealed(pc, event, { prevHash })
    prevHash = linked.hash
    return linked
  })
}

describe('a history that is not the one the garage knows', () => {
  it('stops pushes and pulls, and wipes nothing', async () => {
    const { platform, pc } = await garage()
    await push(platform, pc, [announcement(pc), note(pc)])
    const historyId = await beginNewHistory(platform.database, pc.garage)
    const answer = await push(platform, pc, [note(pc)])
    expect([answer.status, answer.problem]).toEqual([409, { code: 'historyChanged', historyId }])
    expect((await pull(platform, pc)).value?.historyId).toBe(historyId)
    expect((await have(platform, pc)).historyId).toBe(historyId)
    expect(await pulledOf(platform, pc)).toHaveLength(2)
  })

  it('is told to a PC that has seen more than there is', async () => {
    const { platform, pc } = await garage()
    expect((await pull(platform, pc, 99)).problem).toEqual({ code: 'historyChanged', historyId: pc.enrolled.historyId })
  })

  it('cannot be changed behind anybody: the log refuses', async () => {
    const { platform, pc } = await garage()
    await push(platform, pc, [announcement(pc)])
    await expect(platform.database.query('DELETE FROM event')).rejects.toThrow('the log only grows')
    await expect(platform.database.query('UPDATE event SET payload = payload')).rejects.toThrow('the log only grows')
  })

  it('belongs to a garage alone', async () => {
    const { platform, pc } = await garage()
    const stranger = await enrolledPc(platform, undefined, { garage: newId<GarageId>(Date.now()) })
    await push(platform, pc, [announcement(pc), note(pc)])
    expect((await pullAll(platform, stranger)).map(({ event }) => event.garage)).toEqual([stranger.garage])
  })
})
