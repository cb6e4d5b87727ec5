import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId, GarageId, JobId, RequestId } from '../../core/basics/ids.ts'
import { addMinutes, utcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import { openConflicts } from '../../core/domain/job/apart.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { hashedTextOfStored } from '../../core/wire/envelope.ts'
import { deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { requestStream } from '../../core/wire/requestEvents.ts'
import { settingSavedType, settingStream } from '../../core/wire/settingEvents.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { absorbEvents } from '../../db/log/absorb.ts'
import { sha256Hex } from '../../db/log/append.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { foldRequest } from '../../db/projections/foldRequests.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { foldUnread } from '../../db/projections/refold.ts'
import { readSettings } from '../../db/queries/settings.ts'
import { countUnread, heads } from '../../db/queries/sync.ts'
import { openJobIds } from '../../db/queries/jobs.ts'
import { deviceKeyOf, newPrivateKey } from '../../electron/service/deviceKey/deviceKey.ts'
import { absorb, bring, eventsOf, jobFact, newEventId, newPc, recordAt, type Pc } from '../support/devices.ts'
import { at, bays, car, desk, mechanic, oil } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { arrived, booked, slot, withoutActive } from '../support/jobEvents.ts'

const jobId = testId<JobId>(9001)
const bayId = bays[0]?.bayId ?? testId(0)
const started: JobEvent = { type: 'workStarted', bayId, mechanicId: mechanic.personId }

/** A new hash for changed contents: what a program that is not ours might write. */
function rehashed(event: WireEvent, changed: Partial<WireEvent>): WireEvent {
  const { hash: _, signature: __, ...rest } = { ...event, ...changed }
  return { ...rest, hash: sha256Hex(hashedTextOfStored(rest)), signature: null }
}

function surely<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a value')
  return value
}

describe('absorbing', () => {
  it('stores verbatim, folds, and does nothing the second time', () => {
    const [a, b] = [newPc(1), newPc(2)]
    recordAt(a, at('08:00'), jobFact(jobId, booked(slot)))
    recordAt(a, at('09:55'), jobFact(jobId, arrived(slot, 'onTime')))
    expect(bring(a, b)).toMatchObject({ stored: 2, jobIds: [jobId], gaps: [], forks: [], damaged: [] })
    expect(eventsOf(b)).toEqual(eventsOf(a))
    expect(bring(a, b)).toMatchObject({ stored: 0, streams: [] })
    expect(projectionDigests(b.db)).toEqual(projectionDigests(a.db))
    expect(heads(b.db)).toEqual(heads(a.db))
    expect(firstChainFault(b.db)).toBeNull()
  })

  it('takes nothing after a gap, and says from where to send', () => {
    const [a, b] = [newPc(1), newPc(2)]
    for (const n of [1, 2, 3, 4]) recordAt(a, at('08:00'), jobFact(testId(9100 + n), booked(null)))
    const [first, second, third, fourth] = eventsOf(a)
    const sent = [first, third, fourth].flatMap((event) => event ?? [])
    expect(absorb(b, sent)).toMatchObject({ stored: 1, gaps: [{ device: a.device, expected: 2 }] })
    expect(
      absorb(
        b,
        [second, third, fourth].flatMap((event) => event ?? []),
      ),
    ).toMatchObject({ stored: 3, gaps: [] })
  })

  it('keeps its own where another program wrote under the same id', () => {
    const [a, twin, c] = [newPc(1), newPc(1), newPc(3)]
    recordAt(a, at('08:00'), jobFact(jobId, booked(null)))
    recordAt(twin, at('08:01'), jobFact(testId(9002), booked(null)))
    bring(a, c)
    expect(bring(twin, c)).toMatchObject({ stored: 0, forks: [{ device: a.device, dseq: 1 }] })
    // A number that is free, behind another event than the last one here.
    recordAt(twin, at('08:02'), jobFact(testId(9003), booked(null)))
    expect(absorb(c, eventsOf(twin).slice(1))).toMatchObject({ stored: 0, forks: [{ device: a.device, dseq: 2 }] })
    expect(eventsOf(c)).toEqual(eventsOf(a))
  })

  it('stores nothing that is not what its hash says, nor of another garage, nor what is no JSON', () => {
    const a = newPc(1)
    recordAt(a, at('08:00'), jobFact(jobId, booked(null)))
    const event = surely(eventsOf(a)[0])
    const wrong = [
      { ...event, payload: event.payload.replace('"jobNo":1', '"jobNo":2') },
      { ...event, hash: '1'.repeat(64) },
      rehashed(event, { garage: testId<GarageId>(77) }),
      rehashed(event, { payload: '{"a":' }),
    ]
    for (const each of wrong) {
      const b = newPc(2)
      expect(absorb(b, [each])).toMatchObject({ stored: 0, damaged: [event.id], jobIds: [] })
      expect(absorb(b, [event])).toMatchObject({ stored: 1 })
    }
  })

  it('takes a chain that its device signed, and none that another key signed', () => {
    const key = deviceKeyOf(newPrivateKey(), 'file')
    const a = newPc(1, key)
    const announced = { id: newEventId(), stream: deviceStream(a.device), type: deviceKeyMadeType, v: 1 }
    recordAt(a, at('08:00'), { ...announced, payload: { publicKeyHex: key.publicKeyHex, keeper: 'file' } })
    recordAt(a, at('08:01'), jobFact(jobId, booked(null)))
    const [announcement, fact] = eventsOf(a)
    const forged = { ...surely(fact), signature: deviceKeyOf(newPrivateKey(), 'file').sign('anything') }
    for (const bad of [forged, { ...forged, signature: null }]) {
      const b = newPc(2)
      expect(absorb(b, [surely(announcement), bad])).toMatchObject({ stored: 0, damaged: [forged.id] })
      expect(bring(a, b)).toMatchObject({ stored: 2, damaged: [] })
    }
  })

  it("takes no other key for the platform's than the one of the enrolment", () => {
    const [own, other] = [deviceKeyOf(newPrivateKey(), 'file'), deviceKeyOf(newPrivateKey(), 'file')]
    for (const key of [own, other]) {
      const platform = newPc(1, key)
      const announced = { id: newEventId(), stream: deviceStream(platform.device), type: deviceKeyMadeType, v: 1 }
      recordAt(platform, at('08:00'), { ...announced, payload: { publicKeyHex: key.publicKeyHex, keeper: 'file' } })
      recordAt(platform, at('08:01'), jobFact(jobId, booked(null)))
      const b = newPc(2)
      const options = { platformDevice: platform.device, platformKeyHex: own.publicKeyHex }
      const absorbed = b.db.transaction(() => absorbEvents(b.db, eventsOf(platform), options)).immediate()
      expect(absorbed).toMatchObject(key === own ? { stored: 2, damaged: [] } : { stored: 0, damaged: [announced.id] })
    }
  })

  it('turns no clock away: an event of 1970 and one of two years ahead are kept and folded by what their writers saw', () => {
    const [a, b] = [newPc(1), newPc(2)]
    recordAt(a, utcMs(at('08:00') + 2 * 365 * 86_400_000), jobFact(jobId, booked(slot)))
    bring(a, b)
    recordAt(b, utcMs(5), jobFact(jobId, arrived(slot, 'onTime')))
    bring(b, a)
    expect(projectionDigests(a.db)).toEqual(projectionDigests(b.db))
    expect(foldJob(a.db, jobId)?.phase.kind).toBe('waiting')
  })
})

describe('two PCs apart', () => {
  it('both facts of a double start are kept, and one conflict waits on both', () => {
    const [a, b] = [newPc(1), newPc(2)]
    recordAt(a, at('08:00'), jobFact(jobId, booked(slot)), jobFact(jobId, arrived(slot, 'onTime')))
    bring(a, b)
    recordAt(a, at('10:00'), jobFact(jobId, started))
    recordAt(b, at('10:01'), jobFact(jobId, { ...started, mechanicId: desk.personId }))
    bring(a, b)
    bring(b, a)
    for (const { db } of [a, b]) {
      const job = foldJob(db, jobId)
      expect(job?.phase.kind).toBe('inWork')
      expect(job && openConflicts(job).map(({ kind }) => kind)).toEqual(['doubleStart'])
      expect(db.prepare('SELECT kind FROM open_conflict').pluck().all()).toEqual(['doubleStart'])
    }
    expect(projectionDigests(a.db)).toEqual(projectionDigests(b.db))
    // The next fact names both as its parents.
    recordAt(b, at('10:05'), jobFact(jobId, { type: 'workFinished' }))
    expect(eventsOf(b).at(-1)?.parents).toHaveLength(2)
  })

  it('of a setting the last saving in canonical order holds, on every PC', () => {
    const [a, b] = [newPc(1), newPc(2)]
    const bay = (name: string) => {
      const value = { bayId, name, kind: 'lift', active: true }
      const saved = { kind: 'bay', id: bayId, position: 0, value }
      return { id: newEventId(), stream: settingStream('bay', bayId), type: settingSavedType, v: 1, payload: saved }
    }
    recordAt(a, at('08:00'), bay('یک'))
    recordAt(b, at('07:00'), bay('دو'))
    bring(a, b)
    bring(b, a)
    const name = ({ db }: Pc) => readSettings(db).map(({ value }): unknown => JSON.parse(value))
    expect(name(a)).toEqual(name(b))
    expect(name(a)).toMatchObject([{ name: 'یک' }])
    // Whoever has seen both has the last word, whatever his clock says.
    recordAt(b, at('06:00'), bay('سه'))
    bring(b, a)
    expect([name(a), name(b)]).toMatchObject([[{ name: 'سه' }], [{ name: 'سه' }]])
    rebuildProjections(a.db)
    expect(projectionDigests(a.db)).toEqual(projectionDigests(b.db))
  })
})

describe('what this program cannot read', () => {
  it('is kept and counted, and folded once it can be read', () => {
    const [a, b] = [newPc(1), newPc(2)]
    recordAt(a, at('08:00'), jobFact(jobId, booked(slot)))
    recordAt(a, at('09:50'), { ...jobFact(jobId, arrived(slot, 'onTime')), v: 99 })
    recordAt(a, at('09:51'), { ...jobFact(jobId, { type: 'workFinished' }), payload: { unheard: 'of' } })
    recordAt(a, at('09:52'), { ...jobFact(jobId, { type: 'workFinished' }), type: 'washed', payload: {} })
    expect(bring(a, b)).toMatchObject({ stored: 4, damaged: [] })
    expect(countUnread(b.db)).toEqual({ newer: 2, invalid: 1 })
    expect(foldJob(b.db, jobId)?.phase.kind).toBe('expected')
    expect(foldUnread(b.db)).toBeNull()
    const before = projectionDigests(b.db)
    rebuildProjections(b.db)
    expect(projectionDigests(b.db)).toEqual(before)
    // An upgrade: the program that opens the database knows what 99 says.
    b.db.exec('DROP TRIGGER event_never_updated; UPDATE event SET v = 2 WHERE v = 99')
    expect(foldUnread(b.db)).toMatchObject({ jobIds: [jobId] })
    expect(countUnread(b.db)).toEqual({ newer: 1, invalid: 1 })
    expect(b.db.prepare('SELECT phase FROM job').pluck().get()).toBe('waiting')
  })

  it('of the wrong author stays in the log and says nothing', () => {
    const [shop, platform, b] = [newPc(1), newPc(2), newPc(3)]
    recordAt(shop, at('08:00'), jobFact(jobId, booked(slot)), jobFact(jobId, { type: 'bookingCancelled', reason: '' }))
    recordAt(platform, at('08:00'), jobFact(testId(9004), booked(slot)))
    absorb(b, eventsOf(shop), platform.device)
    absorb(b, eventsOf(platform), platform.device)
    expect(eventsOf(b)).toHaveLength(3)
    expect(countUnread(b.db)).toEqual({ newer: 0, invalid: 2 })
    expect(openJobIds(b.db)).toEqual([jobId])
    const before = projectionDigests(b.db)
    rebuildProjections(b.db)
    expect(projectionDigests(b.db)).toEqual(before)
  })
})

it('a full disk leaves nothing half-written', () => {
  const [a, b] = [newPc(1), newPc(2)]
  for (let n = 0; n < 60; n += 1) recordAt(a, at('08:00'), jobFact(testId(9200 + n), booked(slot, { note: 'ی'.repeat(400) })))
  const events = eventsOf(a)
  absorb(b, events.slice(0, 5))
  const before = projectionDigests(b.db)
  const most = Number(b.db.pragma('max_page_count', { simple: true }))
  b.db.pragma(`max_page_count = ${Number(b.db.pragma('page_count', { simple: true })) + 2}`)
  expect(() => absorb(b, events)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
  expect(projectionDigests(b.db)).toEqual(before)
  expect(eventsOf(b)).toHaveLength(5)
  b.db.pragma(`max_page_count = ${most}`)
  expect(absorb(b, events)).toMatchObject({ stored: 55 })
})

describe('any arrival order', () => {
  it('of events of several PCs, in pages of any length, told twice, gives the same rows as a rebuild', () => {
    const action = fc.record({
      pc: fc.nat({ max: 2 }),
      job: fc.nat({ max: 2 }),
      minute: fc.integer({ min: -2_000_000, max: 2_000_000 }),
      what: fc.constantFrom(
        'arrive',
        'start',
        'pause',
        'finish',
        'handOver',
        'cancel',
        'move',
        'correct',
        'setting',
        'ask',
        'offer',
        'bring',
      ),
    })
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 45 }), fc.infiniteStream(fc.nat({ max: 1_000 })), (actions, random) => {
        const pcs = [newPc(1), newPc(2), newPc(3)]
        const first = surely(pcs[0])
        for (const n of [0, 1, 2]) recordAt(first, at('08:00'), jobFact(jobOf(n), booked(slot, { jobNo: n + 1 })))
        for (const { pc, job, minute, what } of actions) {
          const here = surely(pcs[pc])
          const there = surely(pcs[(pc + 1 + job) % 3])
          if (what === 'bring') bring(there, here)
          else recordAt(here, utcMs(addMinutes(at('09:00'), minute)), factOf(here, job, what))
        }
        const next = () => random.next().value ?? 0
        const target = newPc(9)
        const other = newPc(8)
        for (const to of [target, other]) deliver(pcs, to, next)
        expect(eventsOf(target)).toHaveLength(eventsOf(other).length)
        expect(projectionDigests(target.db)).toEqual(projectionDigests(other.db))
        const rows = projectionDigests(target.db)
        rebuildProjections(target.db)
        expect(projectionDigests(target.db)).toEqual(rows)
        expect(firstChainFault(target.db)).toBeNull()
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})

const jobOf = (n: number): JobId => testId<JobId>(9300 + n)
const requestId = testId<RequestId>(9400)

/** Brings the chains of all PCs over in pages, turn by turn, with repetitions, until nothing is missing. */
function deliver(pcs: readonly Pc[], to: Pc, next: () => number): void {
  const chains = pcs.map(({ device }) => {
    const all = pcs.flatMap((pc) => eventsOf(pc).filter((event) => event.device === device))
    return [...new Map(all.map((event) => [event.dseq, event])).values()].toSorted((a, b) => a.dseq - b.dseq)
  })
  const sent = chains.map(() => 0)
  while (chains.some((chain, index) => surely(sent[index]) < chain.length)) {
    const page: WireEvent[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      const index = next() % chains.length
      const from = Math.max(0, surely(sent[index]) - (next() % 3))
      const until = surely(sent[index]) + (next() % 4)
      page.push(...surely(chains[index]).slice(from, until))
      sent[index] = Math.min(surely(chains[index]).length, Math.max(until, surely(sent[index])))
    }
    expect(absorb(to, page)).toMatchObject({ gaps: [], forks: [], damaged: [] })
  }
}

function factOf(pc: Pc, job: number, what: string) {
  const event = jobEventOf(pc, job, what)
  if (event !== null) return jobFact(jobOf(job), event)
  const id: EventId = newEventId()
  if (what === 'setting') {
    const value = { bayId, name: id.slice(-6), kind: 'lift', active: true }
    return {
      id,
      stream: settingStream('bay', bayId),
      type: settingSavedType,
      v: 1,
      payload: { kind: 'bay', id: bayId, position: job, value },
    }
  }
  const wanted = {
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د526ایران88'),
    services: [{ serviceId: null, title: 'روغن' }],
    materials: [],
    note: '',
  }
  const offer = {
    revision: job + 1,
    services: [withoutActive(oil)],
    materials: [],
    amountRial: rial(5),
    vat: { kind: 'inside' },
    validUntilUtcMs: at('12:00'),
    note: '',
    amountHash: sha256Hex(canonicalJson(job)),
  }
  if (what === 'offer') return { id, stream: requestStream(requestId), type: 'offerMade', v: 1, payload: offer }
  return { id, stream: requestStream(requestId), type: 'priceAsked', v: 1, payload: { answerByUtcMs: at('12:00'), ...wanted } }
}

function jobEventOf({ db }: Pc, job: number, what: string): JobEvent | null {
  switch (what) {
    case 'arrive':
      return arrived(slot, 'late')
    case 'start':
      return started
    case 'pause':
      return { type: 'workPaused', reason: 'part', note: '', freesBay: true }
    case 'finish':
      return { type: 'workFinished' }
    case 'handOver':
      return { type: 'carHandedOver' }
    case 'cancel':
      return { type: 'jobCancelled', by: 'garage', reason: 'تعطیل شد' }
    case 'move':
      return { type: 'slotMoved', fromUtcMs: slot, toUtcMs: addMinutes(slot, 60), reason: '' }
    case 'correct': {
      const facts = { customer: { name: 'نام تازه', mobile: null }, vehicle: car('73ن194ایران40'), note: '' }
      return { type: 'detailsCorrected', ...facts, services: foldJob(db, jobOf(job))?.services ?? [withoutActive(oil)], reason: 'پلاک' }
    }
    default:
      return null
  }
}

it('a price request that was asked and offered apart is folded the same', () => {
  const [platform, shop] = [newPc(1), newPc(2)]
  recordAt(platform, at('08:00'), factOf(platform, 0, 'ask'))
  bring(platform, shop)
  recordAt(shop, at('08:05'), factOf(shop, 0, 'offer'))
  bring(shop, platform)
  for (const { db } of [platform, shop]) expect(foldRequest(db, requestId)?.offers).toHaveLength(1)
  expect(shop.db.prepare('SELECT stage FROM price_request').pluck().all()).toEqual(['open'])
})
