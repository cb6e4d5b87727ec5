import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ConsentId, JobId } from '../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import type { JobCommand } from '../../core/domain/job/commands.ts'
import { decide } from '../../core/domain/job/decide.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { proposedLines } from '../../core/domain/pricing/account.ts'
import { leftToPayRial } from '../../core/domain/pricing/bill.ts'
import type { WritableDb } from '../../db/connection.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { commandFrom } from '../property/terms/commandFrom.ts'
import { filter, item, oil } from '../support/consents.ts'
import { answered, asked, finished, usedAll, withAnswer } from '../support/consentPast.ts'
import { temporaryDatabase, write } from '../support/database.ts'
import { at, bays, brakes, desk, electrician, garage, mechanic } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { arrived, booked, withoutActive } from '../support/jobEvents.ts'
import { job1, place, sha256Hex } from '../support/jobSpec.ts'

const slot = at('10:00')
const started: JobEvent = { type: 'workStarted', bayId: bays[0]?.bayId ?? testId(0), mechanicId: mechanic.personId }
const numbers = fc.array(fc.noBias(fc.nat(2 ** 31 - 1)), { minLength: 4, maxLength: 26, size: 'max' })

/** A booking with an offer and materials, then whatever the domain lets happen of these commands. */
function play(
  db: WritableDb,
  jobId: JobId,
  choices: readonly number[],
  record: (atUtcMs: UtcMs, events: readonly JobEvent[]) => void,
): void {
  record(at('08:00'), opening)
  for (const [step, number] of [0, 0, ...choices].entries()) {
    const nowUtcMs = addMinutes(slot, step)
    const job = foldJob(db, jobId)
    if (job === null) throw new Error('the job was opened')
    const command = number % 3 === 2 ? moneyCommand(job, Math.floor(number / 3)) : commandFrom(job, number, nowUtcMs)
    const decision = decide(command, contextOf(job, nowUtcMs, step))
    if (decision.ok) record(nowUtcMs, decision.value)
  }
}

/** Bills, payments and refunds that mostly stand: among all commands they come too seldom to move a row that is there. */
function moneyCommand(job: Job, number: number): JobCommand {
  const { jobId } = job
  const share = 1 + (Math.floor(number / 8) % 4)
  const payment = job.payments[number % Math.max(1, job.payments.length)]
  switch (number % 8) {
    case 0:
    case 1:
    case 2: {
      const lines = proposedLines(job).map((line) => ({ ...line, amountRial: rial(Math.floor(line.amountRial / share)) }))
      return {
        type: 'setBill',
        jobId,
        lines,
        discount: share === 2 ? { amountRial: rial(500_000), reason: 'آشنا' } : null,
        replacesSetAtUtcMs: job.bill?.setAtUtcMs ?? null,
      }
    }
    case 3:
    case 4:
    case 5: {
      const amountRial = rial(Math.floor((leftToPayRial(job) ?? 0) / share))
      return { type: 'takePayment', jobId, payment: { method: 'card', amountRial, reference: '' } }
    }
    default: {
      const amountRial = rial(Math.floor((payment?.amountRial ?? 0) / share))
      return { type: 'refundPayment', jobId, paymentId: payment?.paymentId ?? testId(7), amountRial, method: 'cash', reason: 'برگشت' }
    }
  }
}

const opening: readonly JobEvent[] = [
  booked(slot, { acceptedRial: rial(33_000_001) }),
  {
    type: 'workRequested',
    materials: [oil, filter],
    offer: { offerId: 'KX-1', revision: 2, amountRial: rial(33_000_001), vat: { kind: 'added', ratePermyriad: 900 } },
  },
]

function contextOf(job: Job, nowUtcMs: UtcMs, step: number) {
  const mechanics = [mechanic, electrician].map(({ personId, skills }) => ({ mechanicId: personId, skills }))
  const places = bays.map(({ bayId, kind }) => ({ bayId, kind }))
  return {
    nowUtcMs,
    clock: 'ok',
    actorId: desk.personId,
    job,
    nextJobNo: 7,
    openJobs: [job],
    garage,
    queue: { nowUtcMs, settings: garage.queue, waiting: [], expected: [], running: [], mechanics, bays: places },
    place,
    newConsentId: testId<ConsentId>(90_000 + step),
    readyUtcMs: null,
    isPhotoKept: () => true,
    sha256Hex,
  } as const
}

function expectRebuildEqual(db: WritableDb): void {
  const before = projectionDigests(db)
  rebuildProjections(db)
  expect(projectionDigests(db)).toEqual(before)
}

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

it('whatever the domain lets happen is written past no trigger, and rebuilt to the same rows', () => {
  console.log(`histories of consent and money, seed ${seed}`)
  const db = temporaryDatabase()
  db.pragma('synchronous = OFF')
  let jobs = 0
  fc.assert(
    fc.property(numbers, (choices) => {
      jobs += 1
      const jobId = testId<JobId>(30_000 + jobs)
      play(db, jobId, choices, (atUtcMs, events) => write(db, jobId, atUtcMs, ...events))
    }),
    { numRuns: 150, seed },
  )
  for (const table of ['consent_item', 'part_use', 'bill_line', 'payment', 'refund']) {
    expect([table, Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) > 0]).toEqual([table, true])
  }
  expectRebuildEqual(db)
  expect(db.pragma('foreign_key_check')).toEqual([])
}, 120_000)

it('facts that two devices recorded apart, in any order, are all taken: what breaks a term stays out of the rows', () => {
  console.log(`shuffled histories, seed ${seed}`)
  const played = temporaryDatabase()
  const merged = temporaryDatabase()
  for (const db of [played, merged]) db.pragma('synchronous = OFF')
  let jobs = 0
  fc.assert(
    fc.property(numbers, fc.infiniteStream(fc.nat(1000)), (choices, order) => {
      jobs += 1
      const jobId = testId<JobId>(30_000 + jobs)
      const recorded: JobEvent[] = []
      play(played, jobId, choices, (atUtcMs, events) => {
        if (events !== opening) recorded.push(...events)
        write(played, jobId, atUtcMs, ...events)
      })
      write(merged, jobId, at('08:00'), ...opening)
      const shuffled = recorded.map((event) => ({ event, at: order.next().value ?? 0 })).toSorted((a, b) => a.at - b.at)
      for (const { event } of shuffled) write(merged, jobId, slot, event)
    }),
    { numRuns: 150, seed },
  )
  expectRebuildEqual(merged)
}, 120_000)

it('facts that no program of ours writes have room as well: numbers given twice, a request under another job’s id', () => {
  const db = temporaryDatabase()
  const [first, second] = [testId<JobId>(30_001), testId<JobId>(30_002)]
  const request = asked([item(), item()])
  if (request.type !== 'consentAsked') throw new Error('a request')
  const { snapshot } = request
  const twice = { ...request, snapshot: { ...snapshot, items: snapshot.items.map((each) => ({ ...each, itemNo: 1 })) } }
  for (const jobId of [first, second]) {
    write(db, jobId, at('08:00'), booked(slot, { services: [withoutActive(brakes), withoutActive(brakes)] }))
    write(db, jobId, at('08:00'), { type: 'workRequested', materials: [oil, oil, filter], offer: null })
    write(db, jobId, at('09:55'), arrived(slot, 'onTime'), started)
    write(db, jobId, at('10:10'), twice)
    write(db, jobId, at('10:15'), answered(twice, ['accepted']))
    for (const [atUtcMs, event] of [...usedAll(), finished]) write(db, jobId, atUtcMs, event)
    const lines = [{ basis: { kind: 'material', lineNo: 1 } as const, quantity: oil.quantity, amountRial: rial(1) }]
    write(db, jobId, at('11:10'), { type: 'billSet', lines, discount: null, vatPermyriad: 0 })
  }
  expect(db.prepare('SELECT count(*) FROM consent_item').pluck().get()).toBe(4)
  expectRebuildEqual(db)
})

it('notices a hand in the rows of money, of consent and of parts', () => {
  const db = temporaryDatabase()
  for (const [atUtcMs, event] of [...withAnswer([], []).slice(0, 4), ...usedAll(), finished]) write(db, job1, atUtcMs, event)
  const honest = projectionDigests(db)
  for (const tamper of [
    'UPDATE part_use SET taken_back_milli = 1000 WHERE milli > 1000',
    "UPDATE request_line SET title = 'x'",
    "UPDATE request_line SET agreed_rial = agreed_rial + 1 WHERE basis = 'material:1'",
  ]) {
    db.exec(tamper)
    expect(projectionDigests(db)).not.toEqual(honest)
    rebuildProjections(db)
    expect(projectionDigests(db)).toEqual(honest)
  }
})
