import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import type { JobPage } from '../../core/contract/views.ts'
import { customerRoutes } from '../../platform/customer/routes.ts'
import type { Platform } from '../../platform/server.ts'
import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { newSecret } from '../../electron/gateway/secret.ts'
import { buildWhenStale } from '../../electron/launch/build.ts'
import { clockFrom } from '../../electron/service/clock.ts'
import { at } from '../support/garage.ts'
import { startTestPlatform, testDatabaseUrl } from '../support/platform.ts'
import { root } from '../support/program.ts'
import { allSent, firstCode, join1, openGaragePc, until, type Pc } from '../sync/pc.ts'
import { openPage, closeAfterTest, useBrowser } from './browser.ts'
import { showPath } from './consentScreens.ts'
import { handOn, rowOf } from './counter.ts'

const browser = useBrowser()

/** One garage at nine in the morning, its desk, the platform, and a customer's phone: all of them real. */
async function openDay() {
  buildWhenStale(root)
  const clock = clockFrom(at('09:00'))
  const databaseUrl = await testDatabaseUrl()
  const start = (port = 0): Promise<Platform> =>
    startTestPlatform({
      databaseUrl,
      port,
      now: () => clock.wallUtcMs(),
      extend: (app, { database }) => void app.route('/', customerRoutes({ database, now: () => clock.wallUtcMs() })),
    })
  let platform = await start()
  const { port, url } = platform
  const pc = openGaragePc({ clock })
  await join1(pc, url, await firstCode(platform))
  await allSent(pc)

  const secret = newSecret()
  const door = await openHttpDoor({ service: pc.service, sync: pc.sync, secret, port: 0, pageFolder: join(root, 'dist/renderer') })
  onTestFinished(door.close)
  const desk = closeAfterTest(
    await openPage(browser(), `http://127.0.0.1:${door.port}/enter/${secret}`, { language: 'fa', theme: 'light' }),
  )
  const phone = await openPhone()
  return {
    pc,
    desk,
    phone,
    url,
    /** The line between the garage and the platform, as long as it is cut; the desk goes on. */
    cut: () => platform.stop(),
    mend: async () => {
      platform = await start(port)
      pc.sync.now()
    },
  }
}

type Day = Awaited<ReturnType<typeof openDay>>

async function openPhone(): Promise<Page> {
  const context = await browser().newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  return await context.newPage()
}

function jobOf(pc: Pc, jobId: JobId): JobPage {
  const page = pc.service.job(jobId)
  if (page === null) throw new Error('the job is there')
  return page
}

/** On his phone: who he is, which car, what he wants to know the price of. */
async function askPrice({ phone, url }: Day): Promise<void> {
  await phone.goto(`${url}/customer`)
  await phone.getByLabel('نام و نام خانوادگی').fill('مریم احمدی')
  await phone.getByLabel('شماره موبایل').fill('۰۹۱۲ ۳۴۵ ۶۷۸۹')
  await phone.getByRole('button', { name: 'ورود' }).click()
  await phone.getByRole('link', { name: 'استعلام قیمت' }).click()
  await phone.getByLabel('پلاک').fill('۱۲ ب ۳۴۵ ایران ۶۷')
  await phone.getByLabel('مدل').fill('پژو ۲۰۶')
  await phone.getByRole('checkbox').first().check()
  await phone.getByRole('button', { name: 'فرستادن استعلام' }).click()
  await phone.getByText('در انتظار قیمت تعمیرگاه').first().waitFor()
}

/** At the desk: the request stands in the inbox without anybody asking for it; an offer by keys alone. */
async function makeOffer({ pc, desk }: Day): Promise<void> {
  const hand = handOn(desk)
  await until(() => pc.service.requests(false, 10).length === 1, 'the request came down')
  await desk
    .getByRole('link', { name: /استعلام/ })
    .getByText('۱ مورد در انتظار')
    .waitFor({ state: 'attached' })
  await hand.press('r')
  await desk.locator('.requests tbody [role="row"]').first().waitFor()
  await hand.press('Enter')
  await desk.getByRole('button', { name: 'نوشتن پیشنهاد' }).waitFor()
  await hand.press('Enter')
  const price = desk.getByLabel(/^قیمت/).first()
  await price.fill('2000000')
  await price.press('Enter')
  await desk.getByText('پیشنهاد داده شد', { exact: true }).first().waitFor()
  await allSent(pc)
}

/** On his phone: the offer, the next free slot, yes. */
async function accept({ phone, pc }: Day): Promise<JobId> {
  await phone.reload()
  await phone.getByText('۲٬۰۰۰٬۰۰۰ تومان').first().waitFor()
  await phone.getByRole('button', { name: 'پذیرفتن و گرفتن نوبت' }).click()
  await phone.getByText('نوبت دارید').first().waitFor()
  await until(() => (pc.service.today()?.expected.length ?? 0) === 1, 'the booking is on the board')
  const jobId = pc.service.today()?.expected[0]?.jobId
  if (jobId === undefined) throw new Error('the booking has a job')
  expect(jobOf(pc, jobId).account.meter.capRial).toBe(20_000_000)
  return jobId
}

/** At the desk: in, begun, and something more was found. */
async function checkInAndFind({ desk, pc }: Day, jobId: JobId): Promise<void> {
  const hand = handOn(desk)
  await showPath(desk, '/')
  await rowOf(desk, jobId).waitFor()
  await rowOf(desk, jobId).focus()
  await hand.press('i')
  await until(() => jobOf(pc, jobId).phase === 'waiting', 'the car is in')
  await rowOf(desk, jobId).focus()
  await hand.press('s')
  await until(() => jobOf(pc, jobId).phase === 'inWork', 'work has begun')
  const finding = { type: 'reportFinding', jobId, title: 'دیسک چرخ جلو', note: 'از اندازه گذشته است', grade: 'unsafe', photos: [] } as const
  pc.act(finding)
}

/** At the desk: the finding gets its price, and a link for the customer's own phone. */
async function askByLink({ desk, pc }: Day, jobId: JobId): Promise<string> {
  const hand = handOn(desk)
  await showPath(desk, '/')
  await rowOf(desk, jobId).focus()
  await hand.press('c')
  await desk.getByLabel('اجرت').fill('900000')
  await desk.getByRole('button', { name: 'پرسیدن', exact: true }).click()
  await until(() => jobOf(pc, jobId).account.consents.length === 1, 'it is asked')
  await desk.getByRole('button', { name: /پیوند/ }).click()
  const address = desk.locator('.link-address bdi')
  await address.waitFor()
  await allSent(pc)
  return (await address.textContent()) ?? ''
}

/** On his phone: what was found, what it costs, the new total; yes, and his signature. */
async function answer({ phone, desk, pc }: Day, jobId: JobId, address: string): Promise<void> {
  await phone.goto(address)
  await phone.getByText('دیسک چرخ جلو').first().waitFor()
  await desk
    .getByText(/باز کرد|باز شد/)
    .first()
    .waitFor()
  await phone.locator('[data-item="1"] .choice.accepted').click()
  expect(await phone.locator('#total').innerText()).toBe('۲٬۹۰۰٬۰۰۰ تومان')
  const pad = phone.locator('#pad')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('the pad is on the screen')
  await phone.mouse.move(box.x + 60, box.y + 60)
  await phone.mouse.down()
  for (let n = 1; n <= 24; n += 1) await phone.mouse.move(box.x + 60 + n * 8, box.y + 60 + (n % 5) * 9)
  await phone.mouse.up()
  await phone.locator('#send').click()
  await phone.getByText('سپاس؛ پاسخ شما ثبت شد').waitFor()
  await until(() => jobOf(pc, jobId).account.consents[0]?.grade === 'B', 'the answer is at the desk')
  expect(jobOf(pc, jobId).account.meter.capRial).toBe(29_000_000)
}

/** At the desk: the accepted work, the end, money, keys. */
async function workAndHandOver({ desk, pc }: Day, jobId: JobId): Promise<void> {
  const consentId = jobOf(pc, jobId).account.consents[0]?.consent.consentId
  if (consentId === undefined) throw new Error('it was asked')
  pc.act({ type: 'startItem', jobId, consentId, itemNo: 1 })
  pc.act({ type: 'finishWork', jobId })
  const hand = handOn(desk)
  await showPath(desk, '/')
  await rowOf(desk, jobId).waitFor()
  await rowOf(desk, jobId).focus()
  await hand.press('h')
  await desk.getByRole('dialog').waitFor()
  await hand.press('2')
  await hand.press('Enter')
  await until(() => jobOf(pc, jobId).phase === 'handedOver', 'it is paid and handed over')
  expect(jobOf(pc, jobId).account.meter).toMatchObject({ billedRial: 29_000_000, paidRial: 29_000_000, leftRial: 0 })
}

/** On his phone: five stars; at the desk they stand on the job's page. */
async function rate({ phone, desk, pc, url }: Day, jobId: JobId): Promise<void> {
  await phone.goto(`${url}/customer`)
  await phone.locator(`a.mine[href*="${jobId}"]`).click()
  await phone.getByText('تحویل شد').first().waitFor()
  await phone.locator('input[name="stars"][value="5"]').check({ force: true })
  await phone.getByRole('button', { name: 'ثبت امتیاز' }).click()
  await phone.getByText('امتیاز شما: ۵ از ۵').waitFor()
  await until(() => jobOf(pc, jobId).account.rating?.stars === 5, 'the rating is at the desk')
  await showPath(desk, `/jobs/${jobId}`)
  await desk
    .getByText(/امتیاز/)
    .first()
    .waitFor()
}

describe('a request on the phone becomes an offer, a booking, a check-in, a finding, an answer by link, a bill and a rating', () => {
  it('with the line standing', async () => {
    const day = await openDay()
    await askPrice(day)
    await makeOffer(day)
    const jobId = await accept(day)
    await checkInAndFind(day, jobId)
    const address = await askByLink(day, jobId)
    await answer(day, jobId, address)
    await workAndHandOver(day, jobId)
    await allSent(day.pc)
    await rate(day, jobId)
    expect(jobOf(day.pc, jobId).account).toMatchObject({ alarms: [], conflicts: [] })
  })

  it('with the line cut in the middle, twice', async () => {
    const day = await openDay()
    await askPrice(day)
    await makeOffer(day)
    const jobId = await accept(day)
    await day.cut()
    await checkInAndFind(day, jobId)
    expect(day.pc.sync.status().waiting).toBeGreaterThan(0)
    await day.mend()
    await allSent(day.pc)
    const address = await askByLink(day, jobId)
    await answer(day, jobId, address)
    await day.cut()
    await workAndHandOver(day, jobId)
    await day.desk.getByRole('button', { name: /^آفلاین از|در انتظار/ }).waitFor()
    await day.mend()
    await allSent(day.pc)
    await rate(day, jobId)
    expect(jobOf(day.pc, jobId).account).toMatchObject({ alarms: [], conflicts: [] })
  })
})
