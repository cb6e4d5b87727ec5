import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../core/basics/instant.ts'
import type { TodayBoard } from '../../core/contract/views.ts'
import { plateDigits } from '../../core/persian/plate.ts'
import { demoBays, demoGarage } from '../../electron/service/demo/garage.ts'
import { at } from '../support/garage.ts'
import { root } from '../support/program.ts'
import { actIn, openTestService, testClock } from '../support/service.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { boardOf, handOn, openCounter, rowOf, until } from './counter.ts'

const browser = useBrowser()
const dayFile = readFileSync(join(root, 'samples/bookings-24.csv'), 'utf8')

/** The demo's garage on the day of the 24 sample bookings, opened in Persian at seven in the morning. */
async function openDay() {
  const counter = await openCounter(openTestService(undefined, testClock(at('07:00'))))
  const { service, clock } = counter
  expect(service.setUp({ ...demoGarage, bays: demoBays })).toMatchObject({ ok: true })
  const actor = actIn(service, clock)
  expect(actor.act({ type: 'takeBookings', fileName: 'bookings-24.csv', text: dayFile })).toMatchObject({
    value: { bookings: { taken: 24 } },
  })
  const page = closeAfterTest(await openPage(browser(), counter.url, { language: 'fa', theme: 'light' }))
  await page.getByRole('row').first().waitFor()
  const setTime = (time: UtcMs): void => {
    clock.pass(time - clock.wallUtcMs())
    service.passMinute()
  }
  return { ...counter, ...actor, page, setTime, hand: handOn(page) }
}

type Day = Awaited<ReturnType<typeof openDay>>

/** When each booked customer comes, in minutes after his slot; null: never. Late, early and absent ones as on any day. */
const lateness: readonly (number | null)[] = [-5, -3, -8, 0, 4, -12, 25, -2, -6, 3, -40, -4, null, -7, 2, 20, -5, -1, -9, -25, 5, -3, 0, -6]

describe('a whole day at the counter, in Persian', () => {
  it('runs from the first check-in to the last hand-over, with the counter clock kept', async () => {
    const day = await openDay()
    const plan = planOf(boardOf(day))
    const walkIns = [at('09:05'), at('11:40')]
    let overrides = 0
    for (let now = at('07:50'); now <= at('19:30'); now = addMinutes(now, 5)) {
      day.setTime(now)
      for (const arrival of plan.filter((one) => one.arrivesAt !== null && one.arrivesAt > addMinutes(now, -5) && one.arrivesAt <= now)) {
        await checkInByClick(day, arrival.jobId)
      }
      for (const walkIn of walkIns.filter((time) => time > addMinutes(now, -5) && time <= now)) await registerWithoutSlot(day, walkIn)
      await finishWhoIsDone(day, now)
      if (overrides === 0 && now >= at('12:00')) overrides += await serveOutOfTurn(day)
      await startWhoseTurnItIs(day)
      await handOverReady(day)
      if (now > at('17:40') && isOver(boardOf(day))) break
    }
    const board = boardOf(day)
    expect(overrides).toBe(1)
    expect(board.noShowsToday).toHaveLength(1)
    expect(board.handedOverToday).toBe(24 - 1 + 2)
    expect(isOver(board)).toBe(true)
    expect(onTimePassedOver(day)).toBe(0)
  })

  it('checks in by four digits of a plate and Enter, and finds a last visit the same way', async () => {
    const day = await openDay()
    day.setTime(at('09:55'))
    const target = boardOf(day).expected.find((card) => isAlone(day, digitsOf(card.vehicle)))
    if (target === undefined) throw new Error('one plate of the day is like no other')
    const digits = digitsOf(target.vehicle)
    day.hand.cost()
    await day.hand.type(digits)
    await day.page.getByRole('option').first().waitFor()
    await day.hand.press('Enter')
    await until(() => boardOf(day).waiting.some((card) => card.jobId === target.jobId), 'the car is in the queue')
    expect(day.hand.cost()).toEqual({ keys: 5, clicks: 0 })
    await day.page.getByRole('dialog').waitFor({ state: 'hidden' })

    await day.hand.type(digits)
    await day.page.getByRole('option').first().waitFor()
    await day.hand.press('Enter')
    await day.page.waitForURL(`**/#/jobs/${target.jobId}`)
    expect(day.hand.cost()).toEqual({ keys: 5, clicks: 0 })
  })
})

/** 1 click. */
async function checkInByClick(day: Day, jobId: JobId): Promise<void> {
  day.hand.cost()
  await day.hand.click(rowOf(day.page, jobId).getByRole('button', { name: 'ورود', exact: true }))
  await until(() => boardOf(day).waiting.some((card) => card.jobId === jobId), 'the car is in the queue')
  expect(day.hand.cost()).toEqual({ keys: 0, clicks: 1 })
}

/** N, the plate, the service by its name, Enter. */
async function registerWithoutSlot(day: Day, time: UtcMs): Promise<void> {
  const before = boardOf(day).waiting.length
  day.hand.cost()
  await day.hand.press('n')
  await day.page.getByRole('dialog').waitFor()
  const plate = time < at('10:00') ? '56و82821' : '38ج26510'
  await day.hand.type(plate)
  await day.hand.type('پنچر')
  await day.page.getByRole('option').first().waitFor()
  await day.hand.press('Enter')
  await day.hand.press('Enter')
  await until(() => boardOf(day).waiting.length === before + 1, 'the visit is in the queue')
  expect(day.hand.cost()).toEqual({ keys: 1 + plate.length + 4 + 2, clicks: 0 })
  await day.page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** S: 1 key for the next car in the right bay. */
async function startWhoseTurnItIs(day: Day): Promise<void> {
  for (;;) {
    const waiting = boardOf(day).waiting.filter((card) => card.row.turn.kind === 'start')
    if (waiting.length === 0) return
    const working = inWork(boardOf(day))
    await day.page.locator('[role="row"][data-job-id]').first().waitFor()
    day.hand.cost()
    await day.hand.press('s')
    await until(() => inWork(boardOf(day)) === working + 1, 'the next car is in its bay')
    expect(day.hand.cost()).toEqual({ keys: 1, clicks: 0 })
  }
}

async function finishWhoIsDone(day: Day, now: UtcMs): Promise<void> {
  for (const { job } of boardOf(day).bays) {
    if (job === null || addMinutes(job.startedAtUtcMs, job.estimateMin) > now) continue
    logAsRequested(day, job.jobId)
    await day.hand.click(rowOf(day.page, job.jobId).getByRole('button', { name: 'پایان کار' }))
    await until(() => boardOf(day).ready.some((card) => card.jobId === job.jobId), 'the car is ready')
  }
}

/** What the mechanics do on their own screen meanwhile (bay.test.ts). */
function logAsRequested({ service, act }: Day, jobId: JobId): void {
  for (const { basis, spec, requested, used } of service.job(jobId)?.account.rows ?? []) {
    if (spec === null || requested === null || used.milli > 0) continue
    const part = { ...spec, barcode: null, materialId: null }
    expect(act({ type: 'logPart', jobId, basis, part, quantity: requested, source: 'requested' })).toMatchObject({ ok: true })
  }
}

/** Payment and hand-over: 3. */
async function handOverReady(day: Day): Promise<void> {
  for (const { jobId } of boardOf(day).ready) {
    day.hand.cost()
    await day.hand.click(rowOf(day.page, jobId).getByRole('button', { name: 'دریافت و تحویل', exact: true }))
    await day.page.getByRole('dialog').waitFor()
    await day.hand.press('2')
    await day.hand.press('Enter')
    await until(() => !boardOf(day).ready.some((card) => card.jobId === jobId), 'the car is handed over')
    expect(day.hand.cost()).toEqual({ keys: 2, clicks: 1 })
    await day.page.getByRole('dialog').waitFor({ state: 'hidden' })
    const { account } = day.service.job(jobId) ?? {}
    expect(account?.meter).toMatchObject({ paidRial: account?.meter.toPayRial, leftRial: 0 })
  }
}

/** Serves somebody whose turn it is not, once a bay and a mechanic for him are free: the reason is asked for. */
async function serveOutOfTurn(day: Day): Promise<number> {
  const { page, hand } = day
  const board = boardOf(day)
  const free = board.bays.some((strip) => strip.job === null)
  const last = board.waiting.at(-1)
  if (!free || last === undefined || board.waiting.length < 2 || last.row.turn.kind === 'start') return 0
  await rowOf(page, last.jobId).locator('[data-menu]').click()
  await page.getByRole('menuitem', { name: /بیرون از صف/ }).click()
  const place = page.getByRole('dialog')
  await hand.click(place.getByRole('button', { name: 'شروع کار' }))
  if (await place.getByRole('alert').isVisible()) {
    await page.keyboard.press('Escape')
    return 0
  }
  const dialog = page.getByRole('dialog', { name: /بیرون از صف/ })
  await dialog.getByRole('textbox').fill('بیمار همراه دارد')
  await hand.click(dialog.getByRole('button', { name: 'شروع بیرون از صف' }))
  await until(() => boardOf(day).bays.some((strip) => strip.job?.jobId === last.jobId), 'he is served')
  const events = day.service.job(last.jobId)?.timeline.map((entry) => entry.event.type) ?? []
  await dialog.waitFor({ state: 'hidden' })
  return events.includes('servedOutOfTurn') ? 1 : 0
}

function planOf(board: TodayBoard) {
  return board.expected.map((card, index) => {
    const late = lateness[index] ?? null
    return { jobId: card.jobId, arrivesAt: late === null ? null : addMinutes(card.slotStartUtcMs, late) }
  })
}

function inWork(board: TodayBoard): number {
  return board.bays.filter((strip) => strip.job !== null).length
}

function isOver(board: TodayBoard): boolean {
  return board.expected.length === 0 && board.waiting.length === 0 && inWork(board) === 0 && board.ready.length === 0
}

/** Jobs that somebody was served before without a reason: T6 allows none, whatever the day was like. */
function onTimePassedOver(day: Day): number {
  return boardOf(day).waiting.filter((card) => card.arrivalClass === 'onTime' && card.passedOverBy.some((by) => by.reason === '')).length
}

function digitsOf(vehicle: TodayBoard['expected'][number]['vehicle']): string {
  return plateDigits(vehicle.plate).slice(1, 5)
}

function isAlone({ service }: Day, digits: string): boolean {
  return service.search(digits).length === 1
}
