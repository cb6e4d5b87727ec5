import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { minuteMs } from '../../core/basics/instant.ts'
import type { Language } from '../../renderer/i18n/languages.ts'
import { demoBays, demoGarage } from '../../electron/service/demo/garage.ts'
import { at } from '../support/garage.ts'
import { requestDay } from '../support/requestDay.ts'
import { deskOf, seedRequests } from '../support/requestSeed.ts'
import { openTestService, testClock } from '../support/service.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { handOn, openCounter, until } from './counter.ts'
import { showRequest } from './requestScreens.ts'

const browser = useBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const findings = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

/** The demo's garage at twenty past ten, with a morning of price requests from the platform's device. */
async function openMorning(language: Language = 'fa', theme: 'light' | 'dark' = 'light') {
  const counter = await openCounter(openTestService(undefined, testClock(at('10:20'))))
  const { service } = counter
  expect(service.setUp({ ...demoGarage, bays: demoBays })).toMatchObject({ ok: true })
  const seed = seedRequests(service)
  const page = closeAfterTest(await openPage(browser(), counter.url, { language, theme }))
  const read = (requestId = seed.fresh) => service.request(requestId)
  return { ...counter, seed, page, read, hand: handOn(page), day: requestDay(service, deskOf(service)) }
}

async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => JSON.parse(JSON.stringify(r)))",
  )
  return findings.parse(found).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

describe('price requests at the desk', () => {
  it('from the board to an offer by keys alone, and on to the booking that the customer makes of it', async () => {
    const { page, hand, seed, read, day, service } = await openMorning()
    await page
      .getByRole('link', { name: /استعلام/ })
      .getByText('۲ مورد در انتظار')
      .waitFor({ state: 'attached' })
    await hand.press('r')
    await page.waitForURL('**/#/requests')
    const rows = page.locator('.requests tbody [role="row"]')
    await rows.first().waitFor()
    // What runs out first: half an hour, then two hours twice, then what was missed.
    expect(await rows.locator('td:nth-child(5), th').allTextContents()).toEqual(['مریم احمدی', 'علی رضایی', 'سعید کاظمی', 'رضا شریفی'])
    await hand.press('ArrowDown')
    await hand.press('ArrowUp')
    await hand.press('Enter')
    await page.waitForURL(`**/#/requests/${seed.fresh}`)
    await page.getByRole('button', { name: 'نوشتن پیشنهاد' }).waitFor()
    await hand.press('Enter')
    await page.waitForURL(`**/#/requests/${seed.fresh}/offer`)
    await page.getByRole('combobox').first().waitFor()

    // The parts have no price yet: nothing is sent, the first field that lacks one has the keyboard.
    await hand.press('Enter')
    await page.getByRole('alert').getByText('مورد را درست کنید').waitFor()
    expect(read()?.request.offers).toEqual([])
    for (const price of ['900000', '1250000']) {
      await page.locator('[data-invalid] input').first().fill(price)
    }
    expect(await page.locator('[data-invalid] input').count()).toBe(0)
    const total = page.locator('.offer-side .total dd')
    const sum = (read()?.request.wanted.services ?? []).reduce((all, { serviceId }) => {
      return all + (service.garage()?.services.find((each) => each.serviceId === serviceId)?.priceRial ?? 0)
    }, 9_000_000 + 12_500_000)
    expect((await total.textContent())?.replaceAll(/\D/gu, (letter) => (/[۰-۹]/u.test(letter) ? letter : ''))).toBe(
      new Intl.NumberFormat('fa-IR', { useGrouping: false }).format(sum / 10),
    )
    await page
      .getByLabel(/قیمت لنت/)
      .last()
      .press('Enter')
    await page.waitForURL(`**/#/requests/${seed.fresh}`)
    const made = await until(() => read()?.request.offers[0], 'the offer is made')
    expect(made).toMatchObject({ revision: 1, amountRial: sum, vat: { kind: 'inside' }, validUntilUtcMs: at('18:00') })
    await page.getByText('پیشنهاد داده شد', { exact: true }).first().waitFor()

    const jobId = day.accept(seed.fresh, 1, { jobNo: 9_200, slotInMin: 26 * 60 })
    await page.getByRole('button', { name: 'باز کردن پرونده ۹۲۰۰' }).waitFor()
    await hand.press('Enter')
    await page.waitForURL(`**/#/jobs/${jobId}`)
    expect(service.job(jobId)?.account.meter.capRial).toBe(sum)
    // The booking that came of it is no visit yet.
    expect(read()?.visitCount).toBe(0)
  })

  it('an offer half written outlives other screens and a reload, and is not written over another one made meanwhile', async () => {
    const { page, seed, day, read } = await openMorning()
    await showRequest(page, seed.offered, 'offer')
    const price = page.getByLabel(/قیمت پنچرگیری/)
    await price.fill('700000')
    await page.getByLabel('یادداشت برای مشتری').fill('تا ظهر آماده است')
    await showRequest(page, seed.offered)
    await page.getByRole('button', { name: 'ادامه پیشنهاد نیمه‌کاره' }).waitFor()
    await page.reload()
    await showRequest(page, seed.offered, 'offer')
    await expect.poll(() => price.inputValue()).toBe('۷۰۰٬۰۰۰')
    expect(await page.getByLabel('یادداشت برای مشتری').inputValue()).toBe('تا ظهر آماده است')

    const title = read(seed.offered)?.request.wanted.services[0]?.title ?? ''
    day.offer(seed.offered, { [title]: 15_000_000 })
    await page.getByText('هنگامی که می‌نوشتید، لیلا مرادی ویرایش ۳ را داد').waitFor()
    await page.getByRole('button', { name: 'دادن ویرایش' }).click()
    await page.getByText('در این میان ویرایش ۳ داده شده است').waitFor()
    expect(read(seed.offered)?.request.offers).toHaveLength(3)
    expect(await price.inputValue()).toBe('۷۰۰٬۰۰۰')

    await page.getByRole('button', { name: 'با نوشته من ادامه می‌دهم' }).click()
    await page.getByRole('button', { name: 'دادن ویرایش ۴' }).click()
    await until(() => read(seed.offered)?.request.offers.length === 4, 'the fourth revision is made')
    expect(read(seed.offered)?.request.offers[3]).toMatchObject({ revision: 4, note: 'تا ظهر آماده است' })
    await page.waitForURL(`**/#/requests/${seed.offered}`)
    expect(await page.evaluate(() => sessionStorage.getItem('pishkhan.offers'))).toBe('{}')
  })

  it('a crossing shows both offers and what holds, until somebody says that he has seen it', async () => {
    const { page, hand, seed, read } = await openMorning()
    await showRequest(page, seed.crossed)
    const crossing = page.locator('.crossing')
    await crossing.getByText('مشتری ویرایش ۱ را پذیرفت، پیش از آنکه ویرایش ۲ به او برسد').waitFor()
    expect(await crossing.locator('tfoot td').allTextContents()).toEqual(['۷۰۰٬۰۰۰ تومان', '۷۶۰٬۰۰۰ تومان'])
    await hand.press('Enter')
    await until(() => read(seed.crossed)?.request.acceptance?.noted === true, 'it was seen')
    await crossing.getByText('دیده شد.').waitFor()
    expect(await page.locator('.btn.primary').count()).toBe(1)
  })

  it('an offer is withdrawn and a request declined with a reason, and not without one', async () => {
    const { page, seed, read } = await openMorning()
    await showRequest(page, seed.offered)
    await page.getByRole('button', { name: 'پس گرفتن پیشنهاد' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'پس گرفتن', exact: true }).click()
    await dialog.getByText('دلیل را بنویسید').waitFor()
    await dialog.getByRole('textbox').fill('قطعه تمام شد')
    await dialog.getByRole('textbox').press('Enter')
    await until(() => read(seed.offered)?.request.offers[1]?.withdrawn?.reason === 'قطعه تمام شد', 'the offer is withdrawn')
    await page.getByRole('heading', { name: 'پیشنهاد پس گرفته شد' }).waitFor()

    await page.getByRole('button', { name: 'رد کردن استعلام' }).click()
    await dialog.getByRole('textbox').fill('جا نداریم')
    await dialog.getByRole('textbox').press('Enter')
    await until(() => read(seed.offered)?.line.status === 'declined', 'the request is declined')
    await page.getByText('دلیل: جا نداریم').waitFor()
    expect(read(seed.offered)?.request.declined?.reason).toBe('جا نداریم')
  })

  it('counts the last two minutes in seconds, moves nothing under the mouse, and calls late what is late', async () => {
    const { page, seed, day, clock, service } = await openMorning()
    await page.evaluate(() => (location.hash = '#/requests'))
    const rows = page.locator('.requests tbody [role="row"]')
    await rows.nth(3).waitFor()
    await rows.first().hover()
    const urgent = day.ask(day.wanted('61و731ایران15', 'کوییک', 'پریسا فرهادی', ['شارژ گاز کولر']), 1)
    await rows.nth(4).waitFor()
    await page.getByText('استعلام تازه: کوییک').waitFor()
    expect(await rows.first().textContent()).toContain('مریم احمدی')
    expect(await rows.last().textContent()).toContain('پریسا فرهادی')
    expect(await rows.last().textContent()).toMatch(/[۰-۹]+ ثانیه/u)
    await page.mouse.move(2, 2)
    await expect.poll(() => rows.first().textContent()).toContain('پریسا فرهادی')

    clock.pass(2 * minuteMs)
    service.passMinute()
    await page.reload()
    await rows.nth(4).waitFor()
    await page.locator('.requests tbody [role="row"]', { hasText: 'پریسا فرهادی' }).getByText('مهلت گذشت').waitFor()
    expect(service.request(urgent)?.line.status).toBe('missed')
    expect(await rows.first().textContent()).toContain('مریم احمدی')
    expect(seed.fresh).not.toBe(urgent)
  })

  it('says what will appear where nobody has asked yet', async () => {
    const counter = await openCounter(openTestService(undefined, testClock(at('10:20'))))
    counter.service.setUp({ ...demoGarage, bays: demoBays })
    const page = closeAfterTest(await openPage(browser(), counter.url, { language: 'fa', theme: 'light' }))
    await page.evaluate(() => (location.hash = '#/requests'))
    await page.getByText('هرگاه مشتری در کارمکس از شما قیمت بپرسد').waitFor()
    await page.getByRole('tab', { name: 'پایان‌یافته' }).click()
    await page.getByText('هنوز استعلامی پایان نیافته است').waitFor()
    expect(await faults(page)).toEqual([])
  })
})

describe.each(['fa', 'en'] as const)('axe finds nothing in %s', (language) => {
  it.each(['light', 'dark'] as const)('on the screens of price requests, %s', async (theme) => {
    const { page, seed } = await openMorning(language, theme)
    const found: Record<string, readonly string[]> = {}
    const look = async (name: string): Promise<void> => {
      found[name] = await faults(page)
    }
    await page.evaluate(() => (location.hash = '#/requests'))
    await page.locator('.requests tbody [role="row"]').first().waitFor()
    await look('inbox')
    await page.getByRole('tab').last().click()
    await page.locator('.requests tbody [role="row"]').first().waitFor()
    await look('over')
    for (const name of ['fresh', 'offered', 'crossed', 'accepted'] as const) {
      await showRequest(page, seed[name])
      await look(name)
    }
    await showRequest(page, seed.fresh, 'offer')
    await look('offer')
    await page.keyboard.press('Enter')
    await page.locator('[data-invalid]').first().waitFor()
    await look('offer with faults')
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])))
  })
})
