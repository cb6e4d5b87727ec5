import { describe, expect, it } from 'vitest'
import type { CommandId, DeviceId, EventId, JobId, RequestId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import type { Change } from '../../core/contract/views.ts'
import { requestStream } from '../../core/wire/requestEvents.ts'
import { isPublicKeyHex } from '../../core/wire/signing.ts'
import { jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { absorbEvents } from '../../db/log/absorb.ts'
import { appendEvents, type NewEvent } from '../../db/log/append.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { eventsAfterSeq, platformPeer, readCursor, writeJoined, writeKnownDevices } from '../../db/queries/sync.ts'
import type { Service } from '../../electron/service/service.ts'
import type { SyncGarage } from '../../electron/service/syncGarage.ts'
import { newId } from '../../electron/service/ids.ts'
import { sha256Hex } from '../../electron/service/sha256.ts'
import { shownText } from '../support/consents.ts'
import { askAtCounter, carInWork, jobOf, newestConsent, openVisit, surely } from '../support/consentDay.ts'
import { temporaryDatabase } from '../support/database.ts'
import { at, car, oil } from '../support/garage.ts'
import { actIn, openTestGarage, openTestService } from '../support/service.ts'
import { testId } from '../support/ids.ts'
import { withoutActive } from '../support/jobEvents.ts'

const platformDevice = testId<DeviceId>(60)

function syncOf(service: Service): SyncGarage {
  const garage = service.garageForSync()
  if (garage === null) throw new Error('a garage is open')
  return garage
}

function join(sync: SyncGarage, deviceNo: number): void {
  const platformKeyHex = 'a'.repeat(64)
  if (!isPublicKeyHex(platformKeyHex)) throw new Error('a key')
  writeJoined(sync.db, {
    url: 'https://platform.example',
    garageName: 'تعمیرگاه آزمون',
    enrolledDevice: sync.identity().device,
    deviceName: `پیشخان ${deviceNo}`,
    deviceNo,
    historyId: 'h1',
    accessToken: 'a',
    accessUntilUtcMs: at('10:00'),
    refreshToken: 'r',
    platformDevice,
    platformKeyHex,
    networkKeyHex: 'b'.repeat(64),
    linkBase: 'https://platform.example/l/',
    joinedAtUtcMs: at('09:00'),
  })
}

const all = (sync: SyncGarage) => eventsAfterSeq(sync.db, 0, 100_000, null).map(({ event }) => event)
let gseq = 0
function pull(from: SyncGarage, to: SyncGarage) {
  const absorbed = to.absorb(all(from), { peer: platformPeer, historyId: 'h1', gseq: (gseq += 1) })
  if (!absorbed.ok) throw new Error(absorbed.error.code)
  return absorbed.value
}

/** Two PCs of one garage, the second from what the first had recorded. */
function twoPcs() {
  const first = openTestGarage()
  const second = openTestService()
  const [a, b] = [syncOf(first.service), syncOf(second.service)]
  join(a, 1)
  expect(b.adopt(a.identity().garage)).toBe(true)
  join(b, 2)
  pull(a, b)
  return { first, second: { ...second, ...actIn(second.service, second.clock) }, a, b }
}

/** What the platform writes of a garage, as a device of its own. */
function platformFacts(to: SyncGarage) {
  const db = temporaryDatabase()
  /** It has seen what it was told of. */
  const hear = (): void => {
    db.transaction(() => absorbEvents(db, all(to), { platformDevice })).immediate()
  }
  const tell = (...events: readonly NewEvent[]) => {
    const author = { garage: to.identity().garage, device: platformDevice, actor: 'customer', wallAtUtcMs: at('09:00') } as const
    db.transaction(() => appendEvents(db, author, events)).immediate()
    return to.absorb(
      eventsAfterSeq(db, 0, 1_000, null).map(({ event }) => event),
      null,
    )
  }
  return { hear, tell }
}

const requestId = testId<RequestId>(8800)
const asked: NewEvent = {
  id: testId<EventId>(8801),
  stream: requestStream(requestId),
  type: 'priceAsked',
  v: 1,
  payload: {
    answerByUtcMs: at('11:00'),
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د526ایران88'),
    services: [{ serviceId: null, title: 'تعویض روغن' }],
    materials: [],
    note: '',
  },
}

describe('a second PC', () => {
  it('becomes one of the garage: its people, settings, catalogue and history', () => {
    const { first, second, a, b } = twoPcs()
    carInWork(first)
    first.act(
      {
        type: 'saveMaterial',
        materialId: null,
        material: {
          kind: 'فیلتر',
          brand: null,
          grade: null,
          partNo: null,
          barcode: '626',
          unit: 'piece',
          unitPriceRial: rial(9),
          active: true,
        },
      },
      'مینا کاظمی',
    )
    const changes: Change[] = []
    second.service.onChange((change) => changes.push(change))
    pull(a, b)
    // Facts of one garage are none of another.
    expect(b.adopt(testId(5))).toBe(false)
    expect(second.service.garage()).toEqual(first.service.garage())
    expect(second.service.materials({ text: '626', limit: 5, alsoInactive: false })).toHaveLength(1)
    expect(second.service.today()?.bays.filter(({ job }) => job !== null)).toHaveLength(1)
    expect(projectionDigests(b.db)).toEqual(projectionDigests(a.db))
    expect(changes.flatMap(({ topics }) => topics)).toEqual(expect.arrayContaining(['today', 'jobs', 'garage', 'sync']))
    expect(readCursor(b.db, platformPeer)).toMatchObject({ historyId: 'h1' })
  })

  it('numbers its jobs with its own last digit', () => {
    const { first, second, a, b } = twoPcs()
    const one = jobOf(first.act(openVisit(first)))
    pull(a, b)
    const two = jobOf(second.act(openVisit(second, '73ن194ایران40')))
    expect([first.service.job(one)?.card.jobNo, second.service.job(two)?.card.jobNo]).toEqual([11, 22])
  })

  it('leaves the cursor where it was when something was not stored', () => {
    const { a, b, first } = twoPcs()
    const before = readCursor(b.db, platformPeer)
    for (const plate of ['47د526ایران88', '73ن194ایران40']) first.act(openVisit(first, plate))
    const absorbed = b.absorb(all(a).slice(-1), { peer: platformPeer, historyId: 'h1', gseq: 999 })
    expect(absorbed.ok && absorbed.value.gaps).toHaveLength(1)
    expect(readCursor(b.db, platformPeer)).toEqual(before)
  })

  it('says that the disk is full, and has moved nothing', () => {
    const { a, b, first } = twoPcs()
    for (let n = 10; n < 40; n += 1) first.act(openVisit(first, `${n}د526ایران88`))
    const before = [readCursor(b.db, platformPeer), all(b).length, projectionDigests(b.db)]
    b.db.pragma(`max_page_count = ${Number(b.db.pragma('page_count', { simple: true })) + 1}`)
    expect(b.absorb(all(a), { peer: platformPeer, historyId: 'h1', gseq: 999 })).toEqual({ ok: false, error: { code: 'diskFull' } })
    expect([readCursor(b.db, platformPeer), all(b).length, projectionDigests(b.db)]).toEqual(before)
  })

  it('one job that both start is one task with both facts and the names of their PCs, until somebody assigns it', () => {
    const { first, second, a, b } = twoPcs()
    const jobId = jobOf(first.act(openVisit(first)))
    pull(a, b)
    for (const open of [first, second]) {
      const turn = open.service.today()?.waiting.find((card) => card.jobId === jobId)?.row.turn
      if (turn?.kind !== 'start') throw new Error(JSON.stringify(turn))
      surely(open, { type: 'startWork', jobId, bayId: turn.bayId, mechanicId: turn.mechanicId, overrideReason: null })
    }
    pull(a, b)
    pull(b, a)
    writeKnownDevices(a.db, [{ device: b.identity().device, deviceNo: 2, name: 'پیشخان ۲' }])
    const [task] = first.service.syncTasks()
    if (task?.kind !== 'job') throw new Error(JSON.stringify(task))
    expect(task.conflict.kind).toBe('doubleStart')
    expect(task.facts.map(({ event }) => event.type)).toEqual(['workStarted', 'workStarted'])
    expect(new Set(task.facts.map(({ deviceName }) => deviceName))).toEqual(new Set(['پیشخان 1', 'پیشخان ۲']))
    expect([first.service.openTasks(), second.service.openTasks()]).toEqual([1, 1])
    const [bay, mechanic] = [first.service.garage()?.bays[0], first.service.garage()?.people[2]]
    if (bay === undefined || mechanic === undefined) throw new Error('a bay and a mechanic')
    const assigned = { bayId: bay.bayId, mechanicId: mechanic.personId }
    surely(first, { type: 'settleConflict', jobId, about: task.conflict.about, assigned, note: '' })
    pull(a, b)
    expect([first.service.openTasks(), second.service.openTasks()]).toEqual([0, 0])
  })

  it('two jobs in one bay are both seen, and are a task', () => {
    const { first, second, a, b } = twoPcs()
    carInWork(first)
    carInWork(second, '73ن194ایران40')
    pull(a, b)
    pull(b, a)
    for (const { service } of [first, second]) {
      const board = service.today()
      expect(board?.bays.filter(({ job }) => job !== null)).toHaveLength(1)
      expect(board?.standing).toHaveLength(1)
      expect(service.syncTasks()).toMatchObject([{ kind: 'bayTwice', jobs: [{}, {}] }])
    }
  })
})

describe('a new device id', () => {
  it('after a fork records the facts again, signed, and the rows stay', () => {
    const open = openTestGarage()
    const sync = syncOf(open.service)
    carInWork(open)
    const before = all(sync)
    const rows = projectionDigests(sync.db)
    const old = sync.identity().device
    const now = sync.replaceDevice(1)
    expect(sync.identity().device).toBe(now)
    expect(now).not.toBe(old)
    const facts = all(sync).filter(({ type }) => type !== 'deviceKeyMade')
    expect(facts.map(({ id }) => id)).toEqual(before.filter(({ type }) => type !== 'deviceKeyMade').map(({ id }) => id))
    expect(all(sync).every(({ device }) => device === now)).toBe(true)
    expect(firstChainFault(sync.db)).toBeNull()
    expect(projectionDigests(sync.db)).toEqual(rows)
    carInWork(open, '73ن194ایران40')
    expect(firstChainFault(sync.db)).toBeNull()
    expect(open.service.today()?.bays.filter(({ job }) => job !== null)).toHaveLength(2)
  })
})

it('what older programs set without recording it is told at the first join, once, and the rows stay', () => {
  const open = openTestGarage()
  const sync = syncOf(open.service)
  sync.db.exec(`INSERT INTO setting VALUES ('vat', '1', 0, '[]', '', 0, 'system')`)
  const garage = open.service.garage()
  const before = all(sync).length
  sync.announce()
  expect(all(sync)).toHaveLength(before + 1)
  expect(all(sync).at(-1)).toMatchObject({ type: 'settingSaved', stream: 'setting:vat:1' })
  sync.announce()
  expect(all(sync)).toHaveLength(before + 1)
  rebuildProjections(sync.db)
  expect(open.service.garage()).toEqual(garage)
})

describe('a price request', () => {
  it('comes down, is offered with its hash, and shows both sides of its story', () => {
    const open = openTestGarage()
    const sync = syncOf(open.service)
    join(sync, 1)
    const changes: Change[] = []
    open.service.onChange((change) => changes.push(change))
    platformFacts(sync).tell(asked)
    expect(changes.flatMap(({ topics }) => topics)).toContain('requests')
    expect(open.service.requests(false, 10)).toMatchObject([{ requestId, status: 'new', untilUtcMs: at('11:00'), visitCount: 0 }])
    const service = open.service.garage()?.services[0]
    if (service === undefined) throw new Error('a service')
    const services = [{ serviceId: service.serviceId, priceRial: rial(20_000_000) }]
    const offer = {
      type: 'makeOffer',
      requestId,
      services,
      materials: [],
      vat: { kind: 'inside' },
      validUntilUtcMs: at('20:00'),
      note: '',
      afterRevision: null,
    } as const
    expect(open.act(offer, 'رضا کریمی')).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(open.act(offer)).toMatchObject({ ok: true })
    expect(open.act(offer)).toMatchObject({ ok: false, error: { code: 'offerRevised', newest: 1 } })
    expect(open.service.requests(false, 10)).toMatchObject([{ status: 'offered', offeredRial: 20_000_000, revision: 1 }])
    const page = open.service.request(requestId)
    expect(page?.timeline.map(({ side, actorName }) => [side, actorName])).toEqual([
      ['customer', null],
      ['garage', 'لیلا مرادی'],
    ])
    expect(open.act({ type: 'declineRequest', requestId, reason: 'وقت نداریم' })).toMatchObject({ ok: true })
    expect(open.service.requests(false, 10)).toEqual([])
    expect(open.service.requests(true, 10)).toMatchObject([{ status: 'declined', untilUtcMs: null }])
  })

  it('that was accepted while the desk withdrew its offer is a task until it is noted', () => {
    const open = openTestGarage()
    const sync = syncOf(open.service)
    join(sync, 1)
    const { tell, hear } = platformFacts(sync)
    tell(asked)
    const service = open.service.garage()?.services[0] ?? oil
    surely(open, {
      type: 'makeOffer',
      requestId,
      services: [{ serviceId: service.serviceId, priceRial: rial(5) }],
      materials: [],
      vat: { kind: 'inside' },
      validUntilUtcMs: at('20:00'),
      note: '',
      afterRevision: null,
    })
    const made = open.service.request(requestId)?.request.offers[0]
    if (made === undefined) throw new Error('an offer')
    const jobId = testId<JobId>(8810)
    hear()
    surely(open, { type: 'withdrawOffer', requestId, revision: 1, reason: 'قطعه نیست' })
    const accepted = { revision: 1, amountHash: made.amountHash, jobId }
    tell({ id: testId(8802), stream: requestStream(requestId), type: 'offerAccepted', v: 1, payload: accepted })
    expect(open.service.requests(true, 10)).toMatchObject([{ status: 'accepted', offeredRial: 5, jobId }])
    expect(open.service.syncTasks()).toMatchObject([{ kind: 'crossing', acceptedRevision: 1, jobId }])
    surely(open, { type: 'noteCrossing', requestId, note: '' })
    expect(open.service.openTasks()).toBe(0)
  })
})

it('a booking of the platform is expected like any other, whatever number it has', () => {
  const open = openTestGarage()
  const sync = syncOf(open.service)
  join(sync, 1)
  const jobId = testId<JobId>(8820)
  const booking = {
    type: 'bookingMade',
    jobNo: 10,
    bookingRef: 'P-1',
    requestId: null,
    slotStartUtcMs: at('10:00'),
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د526ایران88'),
    services: [withoutActive(oil)],
    materials: [],
    acceptedRial: rial(21_800_000),
    offer: null,
    note: '',
  } as const
  platformFacts(sync).tell({ id: testId(8821), stream: jobStream(jobId), type: 'bookingMade', v: 1, payload: payloadOf(booking) })
  expect(open.service.today()?.expected).toMatchObject([{ jobId, jobNo: 10 }])
  expect(open.service.job(jobId)?.timeline).toMatchObject([{ actor: { personId: null }, event: { type: 'bookingMade' } }])
  expect(open.act({ type: 'checkIn', jobId })).toMatchObject({ ok: true })
})

describe("a consent's link", () => {
  it('is made once, given again, renewed when wanted; the log knows its SHA-256 alone', () => {
    const open = openTestGarage()
    const sync = syncOf(open.service)
    const jobId = carInWork(open)
    const consentId = askAtCounter(open, jobId)
    const ask = (renew: boolean, commandId = newId<CommandId>(at('09:00'))) =>
      open.service.consentLink({ commandId, actorId: open.named('لیلا مرادی'), jobId, consentId, text: shownText, renew })
    expect(ask(false)).toEqual({ ok: false, error: { code: 'notJoined' } })
    join(sync, 1)
    const first = ask(false)
    if (!first.ok) throw new Error(first.error.code)
    const secret = first.value.url.replace('https://platform.example/l/', '')
    expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
    expect(newestConsent(open, jobId).consent.link).toMatchObject({ linkId: first.value.linkId, tokenHash: sha256Hex(secret) })
    expect(all(sync).some(({ payload }) => payload.includes(secret))).toBe(false)
    const facts = all(sync).length
    expect(ask(false)).toEqual(first)
    expect(all(sync)).toHaveLength(facts)
    const commandId = newId<CommandId>(at('09:00'))
    const renewed = ask(true, commandId)
    expect(renewed.ok && renewed.value.linkId).not.toBe(first.value.linkId)
    // A second click on the same button makes no third link.
    expect(ask(true, commandId)).toEqual(renewed)
    expect(
      open.service.consentLink({
        commandId: newId<CommandId>(at('09:00')),
        actorId: open.named('رضا کریمی'),
        jobId,
        consentId,
        text: shownText,
        renew: false,
      }),
    ).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })
})

it('what waits is told with its job, from the last acknowledged fact on', () => {
  const open = openTestGarage()
  const sync = syncOf(open.service)
  carInWork(open)
  expect(open.service.syncWaiting()).toEqual([])
  join(sync, 1)
  const waiting = open.service.syncWaiting()
  expect(waiting.map(({ eventId }) => eventId)).toEqual(all(sync).map(({ id }) => id))
  expect(waiting.at(-1)).toMatchObject({ type: 'workStarted', job: { jobNo: 1, customerName: 'مریم احمدی' } })
})

it('a clock of another PC that runs years ahead does not make this one stand behind', () => {
  const { first, second, a, b } = twoPcs()
  first.clock.set(at('09:00', 730))
  carInWork(first)
  pull(a, b)
  expect(second.service.today()?.clock).toBe('ok')
})
