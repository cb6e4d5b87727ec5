import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { minuteMs } from '../../core/basics/instant.ts'
import { barcodes, bayMechanic, openBay, scan } from './bay.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { handOn, rowOf, until } from './counter.ts'

const browser = useBrowser()
const phone = { width: 390, height: 844 } as const
/** One red pixel. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

type Bay = Awaited<ReturnType<typeof openBay>>

async function openPhone(bay: Bay): Promise<Page> {
  const page = closeAfterTest(await openPage(browser(), bay.url, { language: 'fa', theme: 'light', ...phone }))
  await page.evaluate(() => (location.hash = '#/mechanic'))
  await page.getByRole('button', { name: bayMechanic }).click()
  await page.getByRole('region', { name: 'قطعه‌ها' }).waitFor()
  return page
}

async function openDesk(bay: Bay): Promise<Page> {
  const page = closeAfterTest(await openPage(browser(), bay.url, { language: 'fa', theme: 'light' }))
  await rowOf(page, bay.jobId).waitFor()
  return page
}

/** What is logged and not taken back: kind, thousandths, how it came into the log. */
function logged(bay: Bay): readonly (readonly [string, number, string])[] {
  return bay
    .job()
    .account.uses.filter(({ use }) => use.quantity.milli > use.takenBackMilli)
    .map(({ use }) => [use.part.kind, use.quantity.milli - use.takenBackMilli, use.source] as const)
}

const timesLogged = (bay: Bay, count: number) => until(() => logged(bay).length === count, `${count} parts are logged`)

describe('the mechanic in the bay', () => {
  it('logs a requested part as used with one tap, decimals and all, under his own name', async () => {
    const bay = await openBay()
    const page = await openPhone(bay)
    const hand = handOn(page)
    await hand.click(page.getByRole('button', { name: 'ثبت ۳٫۵ لیتر: روغن موتور' }))
    await timesLogged(bay, 1)
    expect(hand.cost()).toEqual({ keys: 0, clicks: 1 })
    expect(logged(bay)).toEqual([['روغن موتور', 3500, 'requested']])
    expect(bay.job().account.uses[0]?.byName).toBe(bayMechanic)
    await page.getByText('۱ از ۳ ثبت شد').waitFor()
    // And back again with the offer that stands there.
    await page.locator('.toast').getByRole('button', { name: 'برگرداندن' }).click()
    await timesLogged(bay, 0)
  })

  it('scans under either layout, whatever has the focus, and one packet is one piece', async () => {
    const bay = await openBay()
    const page = await openPhone(bay)
    await page.getByRole('button', { name: 'ثبت ۴ عدد: شمع' }).focus()
    await scan(page, barcodes.filter, 'persian')
    await timesLogged(bay, 1)
    await scan(page, barcodes.oil)
    await timesLogged(bay, 2)
    expect(logged(bay)).toEqual([
      ['فیلتر روغن', 1000, 'barcode'],
      ['روغن موتور', 3500, 'barcode'],
    ])
  })

  it('is told field by field why a part does not match, and reports a finding with a photo from there', async () => {
    const bay = await openBay()
    const page = await openPhone(bay)
    await scan(page, barcodes.otherOil)
    const dialog = page.getByRole('dialog', { name: 'این قطعه ثبت نشد' })
    await dialog.getByRole('row', { name: /برند.*بهران.*ایرانول/ }).waitFor()
    await dialog.getByRole('row', { name: /درجه.*10W-40.*20W-50/ }).waitFor()
    await dialog.getByRole('button', { name: 'مورد تازه گزارش کنم' }).click()
    const finding = page.getByRole('dialog', { name: 'مورد تازه' })
    await finding.locator('input[type="file"]').setInputFiles({ name: 'oil.png', mimeType: 'image/png', buffer: photo })
    await finding.getByRole('img').waitFor()
    await finding.getByRole('button', { name: 'فرستادن به پذیرش' }).click()
    const found = await until(() => bay.job().account.findings[0], 'the finding is recorded')
    expect(found.finding).toMatchObject({ title: 'روغن موتور، ایرانول، 20W-50', grade: 'soon' })
    expect(found.finding.photos).toHaveLength(1)
    expect(found.byName).toBe(bayMechanic)
    expect(logged(bay)).toEqual([])
  })

  it('sees what the customer accepted and refused, and begins what is pure work', async () => {
    const bay = await openBay()
    const page = await openPhone(bay)
    bay.clock.pass(minuteMs)
    bay.consent([
      { title: 'دیسک چرخ جلو', part: true, decision: 'accepted' },
      { title: 'بوش طبق جلو', part: true, decision: 'refused' },
      { title: 'صاف‌کاری دیسک', part: false, decision: 'accepted' },
    ])
    await page.getByText('مشتری ۲ مورد را پذیرفت').waitFor()
    await page.getByText('دیسک چرخ جلو و صاف‌کاری دیسک؛ بوش طبق جلو را نه').waitFor()
    await page.getByText('مشتری نپذیرفت؛ انجام ندهید').waitFor()
    expect(await page.getByText('رضایت تازه').count()).toBe(2)
    await page.getByRole('button', { name: 'شروع: صاف‌کاری دیسک' }).click()
    await until(() => bay.job().account.consents[0]?.consent.items[2]?.startedAtUtcMs, 'the item has begun')
    await page.getByRole('button', { name: 'ثبت ۲ عدد: دیسک چرخ جلو' }).click()
    await timesLogged(bay, 1)
    await page.getByRole('button', { name: 'دیدم' }).click()
    await page.getByText('مشتری ۲ مورد را پذیرفت').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('مشتری نپذیرفت؛ انجام ندهید').waitFor()
    expect(await page.getByText('مشتری ۲ مورد را پذیرفت').count()).toBe(0)
  })

  it('logs another amount, takes a part of it back with a reason, and pauses and goes on', async () => {
    const bay = await openBay()
    const page = await openPhone(bay)
    await page.getByRole('button', { name: /^روغن موتور/ }).click()
    const sheet = page.getByRole('dialog', { name: 'روغن موتور' })
    await sheet.getByRole('textbox').fill('۱٫۲۵')
    await sheet.getByRole('button', { name: 'ثبت', exact: true }).click()
    await timesLogged(bay, 1)
    expect(logged(bay)).toEqual([['روغن موتور', 1250, 'requested']])
    await page.getByRole('button', { name: /^روغن موتور/ }).click()
    await sheet.getByRole('button', { name: 'برگرداندن' }).click()
    await sheet.getByText('قطعه دیگری بود').click()
    await sheet.getByRole('textbox').fill('0.25')
    await sheet.getByRole('button', { name: 'برگرداندن' }).click()
    await until(() => bay.job().account.uses[0]?.use.takenBackMilli === 250, 'a quarter of a litre is back')
    await sheet.getByRole('button', { name: 'بستن' }).click()
    await page.getByRole('button', { name: 'مکث…' }).click()
    await page.getByRole('button', { name: 'منتظر قطعه' }).click()
    await until(() => bay.job().phase === 'paused', 'the work stands')
    await page.getByRole('button', { name: 'ادامه کار' }).click()
    await until(() => bay.job().phase === 'inWork', 'the work goes on')
  })
})

describe('the scanner at the desk', () => {
  it('opens the part log of the car that wants the part, whatever letters its code has', async () => {
    const bay = await openBay()
    const page = await openDesk(bay)
    await scan(page, barcodes.filter)
    const dialog = page.getByRole('dialog', { name: 'چه اندازه به کار رفت؟' })
    await dialog.getByText('فیلتر روغن').waitFor()
    await page.keyboard.press('Enter')
    await timesLogged(bay, 1)
    // H, U and the digits are commands of the board, and were none.
    expect(bay.job().phase).toBe('inWork')
  })

  it('opens the job of a number, and says when a code is nothing', async () => {
    const bay = await openBay()
    const page = await openDesk(bay)
    await scan(page, '9999999999999')
    await page.getByText('نه قطعه‌ای در کاتالوگ است و نه شماره پرونده‌ای').waitFor()
    expect(new URL(page.url()).hash).not.toContain('/jobs/')
    await scan(page, String(bay.job().card.jobNo).padStart(4, '0'))
    await page.waitForURL(`**/#/jobs/${bay.jobId}`)
  })

  it('leaves what is scanned into a field where it is', async () => {
    const bay = await openBay()
    const page = await openDesk(bay)
    await page.keyboard.press('n')
    const name = page.getByRole('dialog').getByLabel('نام مشتری')
    await name.fill('ب')
    await scan(page, '0912486')
    expect(await name.inputValue()).toBe('ب0912486')
  })
})

it('the desk logs a part by search without the mouse: P, a word, Enter, Enter', async () => {
  const bay = await openBay()
  const page = await openDesk(bay)
  await rowOf(page, bay.jobId).focus()
  await page.keyboard.press('p')
  await page.getByRole('combobox').waitFor()
  // A hand: without a pause between its keys it would be a scanner.
  await page.keyboard.type('BKR6', { delay: 90 })
  await page.getByRole('option', { name: /شمع/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'چه اندازه به کار رفت؟' }).getByText('مانده ۴ عدد').waitFor()
  await page.keyboard.press('Enter')
  await timesLogged(bay, 1)
  expect(logged(bay)).toEqual([['شمع', 4000, 'catalogue']])
})

it('a visit without a slot asks for parts of the catalogue, and its list is changed until work begins', async () => {
  const bay = await openBay()
  const page = await openDesk(bay)
  await page.keyboard.press('n')
  const visit = page.getByRole('dialog', { name: 'خودروی تازه، بی‌نوبت' })
  await visit.waitFor()
  await page.keyboard.type('12ب34567', { delay: 90 })
  await visit.getByRole('option', { name: /تعویض روغن/ }).click()
  await visit.getByRole('button', { name: 'افزودن قطعه و ماده' }).click()
  await visit.getByRole('combobox', { name: 'قطعه‌ها و مواد درخواستی' }).fill('بهران')
  await visit.getByRole('option', { name: /روغن موتور بهران/ }).click()
  await visit.getByLabel('مقدار روغن موتور').fill('3.5')
  // 2,180,000 for the work, 350,000 for each litre.
  await visit.getByText('۳٬۴۰۵٬۰۰۰ تومان').waitFor()
  await visit.getByLabel('نام مشتری').press('Enter')
  const waiting = await until(() => bay.service.today()?.waiting[0], 'the visit waits')
  const materials = () => bay.service.job(waiting.jobId)?.account.rows.filter(({ basis }) => basis.kind === 'material') ?? []
  expect(materials().map(({ requested, agreedRial }) => [requested?.milli, agreedRial])).toEqual([[3500, 12_250_000]])
  expect(waiting.capRial).toBe(34_050_000)

  await page.evaluate((jobId) => (location.hash = `#/jobs/${jobId}`), waiting.jobId)
  await page.getByRole('button', { name: 'کارهای دیگر' }).first().click()
  await page.getByRole('menuitem', { name: 'قطعه‌های درخواستی…' }).click()
  const dialog = page.getByRole('dialog', { name: 'قطعه‌ها و مواد درخواستی' })
  await dialog.getByLabel('مقدار روغن موتور').fill('4')
  await dialog.getByText('۱٬۴۰۰٬۰۰۰').first().waitFor()
  await dialog.getByRole('button', { name: 'ذخیره' }).click()
  await until(() => materials()[0]?.requested?.milli === 4000, 'four litres are asked for')
  expect(materials()[0]?.agreedRial).toBe(14_000_000)
})
