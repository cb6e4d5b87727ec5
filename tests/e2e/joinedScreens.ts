import type { Browser, Page } from 'playwright-core'
import type { JobId } from '../../core/basics/ids.ts'
import { openPage, type View } from './browser.ts'
import { showPath } from './consentScreens.ts'
import { workApart, type JoinedGarage } from './joinedGarage.ts'

type Shoot = (page: Page, name: string) => Promise<void>
type Joined = { readonly garage: JoinedGarage; readonly worked: JobId }

/** The names of what `takeJoined` takes. */
export const joinedNames = ['tasks', 'settings-platform-joined', 'consent-link', 'link-phone', 'offer-phone', 'sync-offline'] as const

/** Two PCs that worked apart, a price for a customer who asked, and something found on a car in work. */
export async function prepareJoined(browser: Browser, garage: JoinedGarage): Promise<Joined> {
  const { worked } = await workApart(garage)
  garage.desk.act({ type: 'reportFinding', jobId: worked, title: 'دیسک چرخ جلو', note: 'از اندازه گذشته است', grade: 'unsafe', photos: [] })
  const page = await openPage(browser, garage.desk.url, { language: 'fa', theme: 'light' })
  await offerPrice(page, garage)
  await ask(page, worked)
  await garage.settled()
  await page.context().close()
  return { garage, worked }
}

/** All that is seen while the line stands. */
export async function takeJoined(browser: Browser, { garage, worked }: Joined, view: View, shoot: Shoot): Promise<void> {
  const desk = await openPage(browser, garage.desk.url, view)
  await showPath(desk, '/tasks')
  await desk.locator('.fact-pair').waitFor()
  await shoot(desk, 'tasks')

  const phone = await openPhone(browser)
  const address = await linkOf(desk, garage, worked)
  await phone.goto(address)
  await phone.locator('[data-item="1"] .choice.accepted').waitFor()
  await desk.locator('.link-steps li.done').nth(2).waitFor()
  await shoot(desk, 'consent-link')
  await phone.locator('[data-item="1"] .choice.accepted').click()
  await shoot(phone, 'link-phone')
  await signIn(phone, garage.url, view)
  await phone.locator('a.mine').first().click()
  await phone.locator('select').waitFor()
  await shoot(phone, 'offer-phone')

  await beOwner(desk)
  await showPath(desk, '/settings/platform')
  await desk.locator('table.tbl tbody tr').nth(1).waitFor()
  await shoot(desk, 'settings-platform-joined')
  await Promise.all([desk.context().close(), phone.context().close()])
}

/** With the line cut: a car was checked in, and the list says what waits. */
export async function takeOffline(browser: Browser, { garage }: Joined, view: View, shoot: Shoot): Promise<void> {
  const desk = await openPage(browser, garage.desk.url, view)
  await desk.locator('.sync.offline').click()
  await desk.locator('.sync-panel').waitFor()
  await shoot(desk, 'sync-offline')
  await desk.context().close()
}

/** Two who booked come in while nobody hears of it. */
export function checkInOffline({ garage: { desk } }: Joined): void {
  for (const expected of desk.service.today()?.expected.slice(0, 2) ?? []) desk.act({ type: 'checkIn', jobId: expected.jobId })
}

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  return await context.newPage()
}

/** The first who asked gets a price for every line. */
async function offerPrice(page: Page, { desk }: JoinedGarage): Promise<void> {
  const asked = desk.service.requests(false, 10).at(-1)
  if (asked === undefined) throw new Error('somebody asked')
  await showPath(page, `/requests/${asked.requestId}/offer`)
  await page.locator('.offer-form').waitFor()
  const prices = page.getByLabel(/^قیمت/)
  for (const [n, toman] of ['350000', '1900000', '420000'].slice(0, await prices.count()).entries()) await prices.nth(n).fill(toman)
  await prices.last().press('Enter')
  await page.locator('.request-page').waitFor()
}

async function ask(page: Page, jobId: JobId): Promise<void> {
  await showPath(page, `/consent/${jobId}`)
  await page.getByLabel('اجرت').fill('900000')
  await page.getByRole('button', { name: 'پرسیدن', exact: true }).click()
  await page.locator('.channels').waitFor()
}

/** A link in the words of this view's language, and its address. */
async function linkOf(page: Page, garage: JoinedGarage, jobId: JobId): Promise<string> {
  const consentId = garage.desk.service.job(jobId)?.account.consents[0]?.consent.consentId
  if (consentId === undefined) throw new Error('it was asked')
  await showPath(page, `/consent/${jobId}/link/${consentId}`)
  const address = page.locator('.link-address bdi')
  await address.waitFor()
  const renew = page.locator('.link-side .ways .btn.tint')
  if (await renew.isVisible()) {
    const before = await address.textContent()
    await renew.click()
    await page.waitForFunction((old) => document.querySelector('.link-address bdi')?.textContent !== old, before)
  }
  for (const close of await page.locator('.toast [slot="close"], .toast .btn.quiet.icon').all()) await close.click()
  await garage.settled()
  return (await address.textContent()) ?? ''
}

async function signIn(phone: Page, url: string, { language }: View): Promise<void> {
  await phone.goto(`${url}/customer`)
  await phone.locator('input[name="name"]').fill('فرهاد اکبری')
  await phone.locator('input[name="mobile"]').fill('09990000007')
  await phone.locator('form:has(input[name="mobile"]) button').click()
  await phone.locator('a.mine').first().waitFor()
  const isIn = async (): Promise<boolean> => (await phone.locator('html').getAttribute('lang')) === language
  if (!(await isIn())) await phone.locator('header a, header button').last().click()
}

async function beOwner(page: Page): Promise<void> {
  await page.locator('button.who').click()
  await page.getByRole('menuitem').first().click()
}
