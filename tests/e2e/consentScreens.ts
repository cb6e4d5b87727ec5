import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Sha256Hex } from '../../core/basics/ids.ts'
import type { Screen } from './screen.ts'

/** The first car in the demo's bays waits for an answer; the second has been asked nothing yet. */
export const consentScreens: readonly Screen[] = [
  { name: 'consent-request', path: '/', prepare: openRequest },
  { name: 'consent-ask', path: '/', prepare: askForPart },
  { name: 'consent-counter', path: '/', prepare: (page) => turnToCustomer(page, 2) },
  { name: 'consent-counter-signed', path: '/', prepare: signAtCounter },
  { name: 'consent-counter-tablet', path: '/', size: { width: 1024, height: 768 }, prepare: (page) => turnToCustomer(page, 1) },
  { name: 'consent-call', path: '/', prepare: call },
  { name: 'consent-record', path: '/', prepare: openRecord },
]

export async function showPath(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#${to}`), path)
}

/** A hand that signs: across the pad and back. */
export async function drawOnPad(page: Page): Promise<void> {
  const box = await page.locator('.pad canvas').boundingBox()
  if (box === null) throw new Error('the pad is on the screen')
  const at = (n: number) => [box.x + box.width * (0.8 - n * 0.012), box.y + box.height * (0.45 + 0.22 * Math.sin(n / 3))] as const
  await page.mouse.move(...at(0))
  await page.mouse.down()
  for (let n = 1; n <= 50; n += 1) await page.mouse.move(...at(n))
  await page.mouse.up()
}

export function hashOf(bytes: Buffer): Sha256Hex {
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (!isHash(hash)) throw new Error('a hash is 64 digits')
  return hash
}

function isHash(text: string): text is Sha256Hex {
  return /^[0-9a-f]{64}$/.test(text)
}

/** To the open request of the first car, as `C` does it. */
async function openRequest(page: Page): Promise<void> {
  await openConsentOf(page, 0)
  await page.locator('.consent-table').waitFor()
}

async function askForPart(page: Page): Promise<void> {
  await openConsentOf(page, 1)
  await takePart(page)
}

async function turnToCustomer(page: Page, answered: number): Promise<void> {
  await openRequest(page)
  await page.locator('.channels .btn.primary').click()
  await page.locator('.counter').waitFor()
  const kept = page.getByRole('alertdialog')
  // An earlier picture left its answers behind.
  if (await kept.isVisible()) await kept.locator('footer .btn').last().click()
  for (const key of ['1', '2', '1'].slice(0, answered)) await page.keyboard.press(key)
}

async function signAtCounter(page: Page): Promise<void> {
  await turnToCustomer(page, 3)
  await drawOnPad(page)
}

async function call(page: Page): Promise<void> {
  await openRequest(page)
  await page.locator('.channels .btn').last().click()
  await page.locator('.call-do .btn.primary').click()
  await page.locator('.call-answers label').first().click()
}

/** Asked, answered and signed on the spot. */
async function openRecord(page: Page): Promise<void> {
  await openConsentOf(page, 1)
  if (page.url().endsWith('/ask')) {
    await takePart(page)
    await page.locator('.consent-side .btn.primary').click()
  }
  await page.locator('.channels .btn.primary').click()
  await page.locator('.counter').waitFor()
  await page.keyboard.press('1')
  await drawOnPad(page)
  await page.locator('.btn.go').click()
  await page.locator('.done-sheet .btn.go').click()
  await page.locator('.record').waitFor()
}

async function takePart(page: Page): Promise<void> {
  if ((await page.locator('.ask-item').count()) > 0) return
  await page.locator('.part-search input').first().fill('روغن ترمز')
  await page.locator('.part-list .item').first().click()
  await page.locator('.ask-item').waitFor()
}

async function openConsentOf(page: Page, nth: number): Promise<void> {
  const jobId = await page.locator('.lane.work [data-job-id]').nth(nth).getAttribute('data-job-id')
  await showPath(page, `/consent/${jobId}`)
  await page.waitForURL(/\/consent\/[^/]+\/(of|ask)/)
  await page.locator('.consent-head').waitFor()
}
