import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { CommandId, JobId, PersonId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import { utcMs } from '../../core/basics/instant.ts'
import type { ConsentView } from '../../core/contract/views.ts'
import type { Command } from '../support/service.ts'
import { newId } from '../../electron/service/ids.ts'
import { item, labour } from '../support/consents.ts'
import { connectTo, startProgram } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { bayMechanic, openBay } from './bay.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { handOn, rowOf, until, type Hand } from './counter.ts'

const browser = useBrowser()

type Bay = Awaited<ReturnType<typeof openBay>>

async function openAt(url: string, path: string): Promise<Page> {
  const page = closeAfterTest(await openPage(browser(), url, { language: 'fa', theme: 'light' }))
  await page.evaluate((hash) => (location.hash = hash), path)
  return page
}

function report(bay: Bay, title: string): void {
  const finding = { type: 'reportFinding', jobId: bay.jobId, title, note: 'از اندازه گذشته است', grade: 'unsafe', photos: [] } as const
  expect(bay.act(finding, bayMechanic)).toMatchObject({ ok: true })
}

function newest(bay: Bay): ConsentView {
  const view = bay.job().account.consents[0]
  if (view === undefined) throw new Error('the customer was asked')
  return view
}

/** From the board: C on the car, what each finding costs, and the question is asked. */
async function ask(bay: Bay, page: Page, prices: readonly string[]): Promise<void> {
  const count = bay.job().account.consents.length
  await rowOf(page, bay.jobId).focus()
  await page.keyboard.press('c')
  for (const [index, price] of prices.entries()) {
    const toggle = page.getByRole('button', { name: new RegExp(`^باز کردن مورد ${'۱۲۳'.charAt(index)}`) })
    if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click()
    await page.getByLabel('اجرت').fill(price)
  }
  await page.getByRole('button', { name: 'پرسیدن', exact: true }).click()
  await until(() => bay.job().account.consents.length === count + 1, 'it is asked')
}

/** One stroke across the pad. Not counted: nobody signs by keys and clicks. */
async function sign(page: Page): Promise<void> {
  const box = await page.locator('canvas').boundingBox()
  if (box === null) throw new Error('the pad is on the screen')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  for (let step = 1; step <= 30; step += 1) await page.mouse.move(box.x + 40 + step * 6, box.y + 60 + Math.sin(step / 2) * 25)
  await page.mouse.up()
}

/** Yes to the first, no to the second, by key, and a signature. */
async function answerTwo(page: Page, hand: Hand): Promise<void> {
  await page.getByRole('main', { name: 'پاسخ مشتری' }).waitFor()
  hand.cost()
  await hand.press('1')
  await hand.press('2')
  await sign(page)
}

const record = { name: '۱ مورد از ۲ را می‌پذیرم؛ ثبت پاسخ' } as const

describe('a job with three findings', () => {
  it('one accepted at the counter, one refused, one by call: from the finding to the printed invoice', async () => {
    const bay = await openBay()
    const page = await openAt(bay.url, '/')
    const hand = handOn(page)
    report(bay, 'دیسک چرخ جلو')
    report(bay, 'بوش طبق جلو')
    await ask(bay, page, ['2800000', '۹۲۰۰۰۰'])
    await page.getByRole('button', { name: 'نشان دادن به مشتری' }).click()
    await answerTwo(page, hand)
    await hand.click(page.getByRole('button', record))
    await until(() => newest(bay).state === 'partly', 'the answer is recorded')
    // 1 per item + signature + 1.
    expect(hand.cost()).toEqual({ keys: 2, clicks: 1 })
    await page.getByRole('heading', { name: 'مریم احمدی، سپاس؛ پاسخ شما ثبت شد' }).waitFor()
    expect(newest(bay)).toMatchObject({ grade: 'C', consent: { answer: { capAfterRial: 51_950_000 + 28_000_000 } } })
    await page.getByRole('button', { name: 'بازگشت به پذیرش' }).click()
    await page.getByRole('heading', { name: 'رضایت‌نامه ۱' }).waitFor()

    report(bay, 'تیغه برف‌پاک‌کن')
    await page.evaluate(() => (location.hash = '/'))
    await rowOf(page, bay.jobId).waitFor()
    await ask(bay, page, ['310000'])
    await page.getByRole('button', { name: 'تماس تلفنی' }).click()
    await page.getByLabel('شماره‌ای که می‌گیرید').fill('۰۹۱۲۴۸۶۲۱۷۵')
    await page.getByRole('button', { name: 'پاسخ داد؛ می‌خوانم' }).click()
    await page.getByText('پذیرفت', { exact: true }).click()
    await page.getByText(/موردها و مبلغ تازه .* را خواندم و بازگو کرد/).click()
    await page.getByRole('button', { name: 'ثبت پاسخ تماس' }).click()
    await until(() => newest(bay).grade === 'D', 'the call is recorded')

    await workInBay(bay)

    await page.evaluate(() => (location.hash = '/'))
    await rowOf(page, bay.jobId).focus()
    hand.cost()
    await hand.press('h')
    await page.getByRole('dialog').waitFor()
    await hand.press('2')
    await hand.press('Enter')
    await until(() => bay.job().phase === 'handedOver', 'it is paid and handed over')
    expect(hand.cost()).toEqual({ keys: 3, clicks: 0 })
    expect(bay.job().account.meter).toMatchObject({ capRial: 83_050_000, billedRial: 83_050_000, paidRial: 83_050_000, leftRial: 0 })

    await page.evaluate((id) => (location.hash = `/print/invoice/${id}`), bay.jobId)
    const invoice = page.getByRole('article', { name: 'صورتحساب' })
    await invoice.getByText('سقف: پذیرفته ۵٬۱۹۵٬۰۰۰ + رضایت ۳٬۱۱۰٬۰۰۰ = ۸٬۳۰۵٬۰۰۰').waitFor()
    await invoice.getByText('بوش طبق جلو: مشتری نپذیرفت').waitFor()
    await invoice.getByText(/درجه .C.، امضا پای پیشخوان/).waitFor()
    await invoice.getByText(/درجه .D.، تماس تلفنی/).waitFor()
    await invoice.getByRole('img', { name: 'امضا با یک خط' }).waitFor()
    // What the printer gets: sheets of A5 by the page's own rule.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf).toMatch(/\/MediaBox \[0 0 (419|420)[\d.]* (594|595|596)/)
  })
})

/** The mechanic's part of it: every part with one tap, the work that was accepted, the end. */
async function workInBay(bay: Bay): Promise<void> {
  const phone = closeAfterTest(await openPage(browser(), bay.url, { language: 'fa', theme: 'light', width: 390, height: 844 }))
  await phone.evaluate(() => (location.hash = '/mechanic'))
  await phone.getByRole('button', { name: bayMechanic }).click()
  const tap = handOn(phone)
  for (const name of ['ثبت ۳٫۵ لیتر: روغن موتور', 'ثبت ۱ عدد: فیلتر روغن', 'ثبت ۴ عدد: شمع'])
    await tap.click(phone.getByRole('button', { name }))
  await until(() => bay.job().account.uses.length === 3, 'the parts are logged')
  expect(tap.cost()).toEqual({ keys: 0, clicks: 3 })
  await phone.getByText('مشتری نپذیرفت؛ انجام ندهید').waitFor()
  for (const title of ['دیسک چرخ جلو', 'تیغه برف‌پاک‌کن']) await tap.click(phone.getByRole('button', { name: `شروع: ${title}` }))
  await tap.click(phone.getByRole('button', { name: 'پایان کار' }))
  await until(() => bay.job().phase === 'finished', 'the work is finished')
}

describe('an answer at the counter', () => {
  it('that a power cut came upon is offered again, signature and all, and recorded once', async () => {
    const program = await startProgram({ demoAt: '1405-09-01T10:20' })
    const client = connectTo(program)
    const board = await client.today()
    const jobId = board?.bays.flatMap(({ job }) => (job?.phase === 'inWork' && job.account.consent === null ? [job.jobId] : []))[0]
    const actorId = (await client.garage())?.people.find((person) => person.role === 'frontDesk')?.personId
    if (jobId === undefined || actorId === undefined) throw new Error('the demo has work under way and a front desk')
    const consents = async () => (await client.job({ jobId }))?.account.consents ?? []
    await carryOut(client, actorId, { type: 'askConsent', jobId, items: [item(), labour], replaces: null })
    const consentId = (await consents())[0]?.consent.consentId
    const page = await openAt(program.url, `/counter/${jobId}/${consentId}`)
    await answerTwo(page, handOn(page))
    await page.getByRole('button', record).waitFor()
    while (((await consents())[0]?.drafts[0]?.signature ?? null) === null) await page.waitForTimeout(20)

    process.kill(program.pid() ?? 0, 'SIGKILL')
    await until(() => program.restarts() === 1, 'the service is back')
    await page.reload()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /ادامه با امضای/ })
      .click()
    await page.getByRole('button', record).click()
    await page.getByRole('heading', { name: /پاسخ شما ثبت شد/ }).waitFor()
    expect((await consents()).map(({ state, drafts }) => [state, drafts])).toEqual([['partly', []]])
  })

  it('in two windows at once counts once, and the other window says so', async () => {
    const bay = await openBay()
    expect(bay.act({ type: 'askConsent', jobId: bay.jobId, items: [item(), labour], replaces: null })).toMatchObject({ ok: true })
    const path = `/counter/${bay.jobId}/${newest(bay).consent.consentId}`
    const [first, second] = [await openAt(bay.url, path), await openAt(bay.url, path)]
    await answerTwo(first, handOn(first))
    await second.getByRole('main', { name: 'پاسخ مشتری' }).waitFor()
    await first.getByRole('button', record).click()
    await first.getByRole('heading', { name: /پاسخ شما ثبت شد/ }).waitFor()
    await second.getByRole('button', { name: 'بازگشت به پذیرش' }).waitFor()
    const answers = bay.job().timeline.filter((entry) => entry.event.type === 'consentAnswered')
    expect(answers).toHaveLength(1)
  })
})

type Client = ReturnType<typeof connectTo>

async function carryOut(client: Client, actorId: PersonId, command: Command): Promise<JobId | null> {
  const outcome = await client.command({ commandId: newId<CommandId>(utcMs(Date.now())), actorId, command })
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value.jobId
}

describe('a photo', () => {
  it('that is 40 MB, a text by another name or a bomb of pixels is refused in words; a picture is kept without its metadata', async () => {
    const bay = await openBay()
    report(bay, 'نشتی روغن')
    const page = await openAt(bay.url, `/consent/${bay.jobId}`)
    const photo = page.locator('input[type="file"]').first()
    const folder = temporaryFolder()
    const fileOf = (name: string, bytes: Buffer): string => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    const give = async (name: string, bytes: Buffer, say: RegExp) => {
      await photo.setInputFiles(fileOf(name, bytes))
      await page.getByText(say).first().waitFor()
    }
    await give('large.jpg', Buffer.concat([jpegStart, Buffer.alloc(40_000_000)]), /بزرگ‌تر از ۲۵ مگابایت/)
    await give('notes.jpg', Buffer.from('این یک متن است'), /عکس JPEG، PNG یا WebP بدهید/)
    await give('bomb.jpg', pngOf(60_000, 60_000), /بیش از ۶۰ مگاپیکسل/)
    await photo.setInputFiles(fileOf('one.png', onePixel))
    await page.locator('.photo img').waitFor()
    expect(await page.locator('.photo img').count()).toBe(1)
  })
})

const jpegStart = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
/** One red pixel. */
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

/** Nothing but a header that promises so many pixels. */
function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(onePixel)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

it('costs of one catalogue part: C, the part, Enter, Enter', async () => {
  const bay = await openBay()
  const page = await openAt(bay.url, '/')
  const hand = handOn(page)
  await rowOf(page, bay.jobId).focus()
  hand.cost()
  await hand.press('c')
  await page.getByRole('combobox').last().waitFor()
  await hand.type('ش')
  await page.getByRole('option', { name: /شمع/ }).waitFor()
  await hand.press('Enter')
  await hand.press('Enter')
  await until(() => bay.job().account.consents.length === 1, 'it is asked')
  expect(hand.cost()).toEqual({ keys: 4, clicks: 0 })
  expect(newest(bay).consent.snapshot.items[0]).toMatchObject({ title: 'شمع', price: { partRial: rial(4_000_000) } })
})
