import { expect, test, onTestFinished } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import type { Sha256Hex } from '../../core/basics/ids.ts'
import { addMinutes } from '../../core/basics/instant.ts'
import { sha256Hex } from '../../platform/access/keys.ts'
import { useBrowser } from '../e2e/browser.ts'
import { jpeg } from '../support/jpeg.ts'
import { askByLink, carInWork, customerPlatform, jobOf, shopSays, shownBody, type TestGarage } from './garage.ts'

const browser = useBrowser()

type Phone = { readonly page: Page; readonly context: BrowserContext; readonly complaints: readonly string[] }

async function phone(url: string, wide = false): Promise<Phone> {
  const context = await browser().newContext({
    viewport: wide ? { width: 1366, height: 768 } : { width: 390, height: 844 },
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // What a strict page forbids itself would stand here.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) complaints.push(message.text())
  })
  await page.goto(url)
  return { page, context, complaints }
}

async function sign(page: Page): Promise<void> {
  const pad = page.locator('#pad')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  await page.mouse.move(box.x + 60, box.y + 60)
  await page.mouse.down()
  for (let n = 1; n <= 24; n += 1) await page.mouse.move(box.x + 60 + n * 8, box.y + 60 + (n % 5) * 9)
  await page.mouse.up()
}

async function answer(page: Page, decisions: readonly ('accepted' | 'refused' | 'later')[]): Promise<void> {
  for (const [index, decision] of decisions.entries()) {
    await page.locator(`[data-item="${index + 1}"] .choice.${decision}`).click()
  }
}

async function withPhoto({ platform, pc }: TestGarage): Promise<Sha256Hex> {
  const bytes = jpeg(40, 30)
  const hash = sha256Hex(bytes)
  await platform.database.query('INSERT INTO photo VALUES ($1, $2, $3, 0)', [pc.garage, hash, bytes])
  return hash
}

test('shows the words that the garage sent, takes the answer once, and is its receipt afterwards', async () => {
  const garage = await customerPlatform()
  const jobId = await carInWork(garage)
  const asked = await askByLink(garage, jobId, { photos: [await withPhoto(garage)] })
  const { page, complaints } = await phone(asked.url)

  const said = await page.locator('body').innerText()
  for (const line of shownBody.split('\n')) {
    // The price stands apart from what it is made of; every word of both is there.
    for (const words of line.split(' (')) expect(said).toContain(words)
  }
  await expect.poll(async () => (await jobOf(garage, jobId)).consents[0]?.link?.openedAtUtcMs).toBe(garage.clock.nowUtcMs)

  await expect.poll(() => page.locator('#total').innerText()).toBe('۲٬۱۸۰٬۰۰۰ تومان')
  await answer(page, ['accepted', 'refused'])
  expect(await page.locator('#total').innerText()).toBe('۴٬۹۸۰٬۰۰۰ تومان')
  expect(await page.locator('#sumWords').innerText()).toBe('شما ۱ مورد از ۲ را می‌پذیرید. مبلغ تازه ۴٬۹۸۰٬۰۰۰ تومان.')
  await sign(page)
  await page.locator('#send').click()
  await page.getByText('سپاس؛ پاسخ شما ثبت شد').waitFor()
  expect(await page.locator('button, input').count()).toBe(0)
  expect(complaints).toEqual([])

  const [consent] = (await jobOf(garage, jobId)).consents
  expect(consent?.answer).toMatchObject({
    capAfterRial: 49_800_000,
    decidedBy: { name: 'مریم احمدی', relation: 'owner', delegateBasis: null },
    evidence: { channel: 'link', openedAtUtcMs: garage.clock.nowUtcMs },
  })
  expect(consent?.items.map(({ state }) => state)).toEqual(['accepted', 'refused'])
  expect((await jobOf(garage, jobId)).alarms).toEqual([])

  const again = await phone(asked.url)
  await again.page.getByText('سپاس؛ پاسخ شما ثبت شد').waitFor()
  expect(await again.page.locator('button, input').count()).toBe(0)
})

test('a change above the signature asks for it again', async () => {
  const garage = await customerPlatform()
  const asked = await askByLink(garage, await carInWork(garage))
  const { page } = await phone(asked.url)
  await answer(page, ['accepted', 'accepted'])
  await sign(page)
  expect(await page.locator('#send').innerText()).toBe('ثبت پاسخ و فرستادن')
  await answer(page, ['accepted', 'later'])
  expect(await page.locator('#send').innerText()).toBe('امضا کنید')
  expect(await page.locator('#padSay').innerText()).toBe('پاسخ عوض شد؛ دوباره امضا کنید')
})

test('two phones see the request, and one answer counts', async () => {
  const garage = await customerPlatform()
  const jobId = await carInWork(garage)
  const asked = await askByLink(garage, jobId)
  const first = await phone(asked.url)
  const second = await phone(asked.url)
  await answer(second.page, ['refused', 'refused'])
  await sign(second.page)
  await answer(first.page, ['accepted', 'accepted'])
  await sign(first.page)
  await first.page.locator('#send').click()
  await first.page.locator('.receipt').waitFor()
  await second.page.locator('#send').click()
  await second.page.locator('.receipt').waitFor()
  expect(await second.page.locator('.receipt .accepted').count()).toBe(2)
  expect((await jobOf(garage, jobId)).consents[0]?.answer?.capAfterRial).toBe(52_800_000)
})

test('without a line the answer stays on the phone and goes out by itself, once', async () => {
  const garage = await customerPlatform()
  const jobId = await carInWork(garage)
  const asked = await askByLink(garage, jobId)
  const { page, context } = await phone(asked.url)
  await answer(page, ['refused', 'accepted'])
  await page.locator('#name').fill('زهرا احمدی')
  await page.locator('.relations label').nth(2).click()
  await page.locator('#basis').fill('دختر مالک، با تلفن او')
  await sign(page)
  await context.setOffline(true)
  await page.locator('#send').click()
  await page.getByText('اینترنت نیست').waitFor()
  await context.setOffline(false)
  await page.locator('.receipt').waitFor()
  const { consents } = await jobOf(garage, jobId)
  expect(consents[0]?.answer?.decidedBy).toEqual({
    name: 'زهرا احمدی',
    relation: 'delegate',
    delegateBasis: 'دختر مالک، با تلفن او',
    mobile: null,
  })
})

test('what was pressed and signed is there again after a reload', async () => {
  const garage = await customerPlatform()
  const asked = await askByLink(garage, await carInWork(garage))
  const { page } = await phone(asked.url)
  await answer(page, ['accepted', 'refused'])
  await sign(page)
  await page.reload()
  await expect.poll(() => page.locator('#send').innerText()).toBe('ثبت پاسخ و فرستادن')
  expect(await page.locator('#total').innerText()).toBe('۴٬۹۸۰٬۰۰۰ تومان')
})

test('edited while it lay open: the old answer is refused, and the page says whom to call', async () => {
  const garage = await customerPlatform()
  const jobId = await carInWork(garage)
  const asked = await askByLink(garage, jobId)
  const { page } = await phone(asked.url)
  await answer(page, ['accepted', 'accepted'])
  await sign(page)
  const newer = await askByLink(garage, jobId, { supersedes: asked.consentId })
  await page.locator('#send').click()
  await page.getByText('این درخواست عوض شده است').waitFor()
  expect(await page.locator('a.call').getAttribute('href')).toBe('tel:02188001234')
  expect((await jobOf(garage, jobId)).consents.map(({ answer: given }) => given)).toEqual([null, null])
  const { page: fresh } = await phone(newer.url)
  await fresh.locator('#send').waitFor()
})

test('expired by the clock of the platform, taken back, and a wrong secret each say so', async () => {
  const garage = await customerPlatform()
  const jobId = await carInWork(garage)
  const asked = await askByLink(garage, jobId)
  const { clock } = garage
  clock.nowUtcMs = asked.snapshot.validUntilUtcMs
  const { page } = await phone(asked.url)
  await page.locator('#send').waitFor()
  clock.nowUtcMs = addMinutes(asked.snapshot.validUntilUtcMs, 1)
  await page.reload()
  await page.getByText('مهلت پاسخ گذشته است').waitFor()
  await shopSays(garage, jobId, [{ type: 'consentVoided', consentId: asked.consentId, itemNos: [1, 2], cause: 'dropped', reason: 'x' }])
  await page.reload()
  await page.getByText('تعمیرگاه این درخواست را برداشته است').waitFor()
  const wrong = await phone(`${asked.url.slice(0, -6)}aaaaaa`)
  await wrong.page.getByText('این پیوند کار نمی‌کند').waitFor()
  expect(await wrong.page.locator('#send').count()).toBe(0)
})

test('English by one press; the words stay those that were sent', async () => {
  const garage = await customerPlatform()
  const asked = await askByLink(garage, await carInWork(garage))
  const { page } = await phone(asked.url, true)
  await page.getByText('English').click()
  await page.getByText('Who answers?').waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
  await page.getByText('ضخامت دیسک کمتر از حد مجاز است').waitFor()
  expect(await page.locator('#total').innerText()).toBe('2,180,000 toman')
})
