import type { Locator, Page } from 'playwright-core'
import { consentScreens } from './consentScreens.ts'
import type { Screen } from './screen.ts'

/** One good row and one of every usual kind of bad one. */
const someBadRows = [
  'ref,date,time,plate,model,name,mobile,services,price',
  'A-1,1405/09/02,10:00,12ب34567,پژو ۲۰۶,مریم احمدی,09121112233,تعویض روغن و فیلترها,21800000',
  'A-2,1405/13/02,10:00,12ب34667,پژو ۲۰۷,سعید کاظمی,0912,تعویض لنت جلو,19500000',
  'A-3,1405/09/02,23:00,12ب34767,دنا,علی رضایی,,شست‌وشو,',
  'A-4,1405/08/01,09:00,12ب3486,تیبا,رضا شریفی,,پنچرگیری و بالانس,9200000',
].join('\n')

/** A phone in the bay. */
const phone = { width: 390, height: 844 }

export const screens: readonly Screen[] = [
  { name: 'setup', path: '/', beforeSetup: true },
  { name: 'today', path: '/' },
  { name: 'today-reason', path: '/', prepare: openReason },
  { name: 'today-menu', path: '/', prepare: async (page) => page.locator('.lane.waiting [data-menu]').nth(1).click() },
  { name: 'new-visit', path: '/', prepare: (page) => pressToOpen(page, 'n') },
  { name: 'search', path: '/', prepare: searchDigits },
  { name: 'keys', path: '/', prepare: (page) => pressToOpen(page, '?') },
  { name: 'job', path: '/', prepare: openJob },
  { name: 'job-difference', path: '/', prepare: openDifferingJob },
  { name: 'payment', path: '/', prepare: openPayment },
  { name: 'payment-blocked', path: '/', prepare: openBlockedPayment },
  { name: 'bill', path: '/', prepare: openBill },
  { name: 'print-receipt', path: '/', prepare: async (page) => openPrint(page, 'receipt') },
  { name: 'print-invoice', path: '/', prepare: async (page) => openPrint(page, 'invoice') },
  { name: 'customers', path: '/customers' },
  { name: 'party', path: '/customers', prepare: openParty },
  { name: 'bookings', path: '/bookings', prepare: previewFile },
  ...consentScreens,
  { name: 'new-visit-parts', path: '/', prepare: wantParts },
  { name: 'part-log', path: '/', prepare: openPartLog },
  { name: 'mechanic', path: '/mechanic', size: phone, prepare: beMechanic },
  { name: 'mechanic-part', path: '/mechanic', size: phone, prepare: findPart },
  { name: 'mechanic-mismatch', path: '/mechanic', size: phone, prepare: logWrongPart },
  { name: 'mechanic-finding', path: '/mechanic', size: phone, prepare: reportFinding },
  { name: 'settings-material', path: '/settings/materials', prepare: openMaterial },
  ...['garage', 'bays', 'people', 'hours', 'queue', 'services', 'materials', 'vat', 'platform', 'network', 'display', 'about'].map(
    (section) => ({
      name: `settings-${section}`,
      path: `/settings/${section}`,
    }),
  ),
]

/** A key may be the first of a scanned code: the page waits a moment before it takes it for a command. */
async function pressToOpen(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
}

async function searchDigits(page: Page): Promise<void> {
  await page.keyboard.type('0999')
  await page.getByRole('option').first().waitFor()
}

async function wantParts(page: Page): Promise<void> {
  await pressToOpen(page, 'n')
  await page.locator('.service-list .item').first().click()
  await page.locator('.new-visit .add-materials').click()
  await search(page, 'روغن موتور بهران')
  await page.locator('.material-list .item').first().click()
  await page.locator('.wanted > ul > li').waitFor()
}

async function openPartLog(page: Page): Promise<void> {
  await page.locator('.lane.work [data-job-id]').first().focus()
  await pressToOpen(page, 'p')
}

/** The first mechanic's car has parts that are logged, parts that are not, and a request that is open. */
async function beMechanic(page: Page): Promise<void> {
  await page.locator('.bay-who, .bay-head').waitFor()
  if (await page.locator('.bay-who').isVisible()) await page.locator('.bay-who li .btn').first().click()
  await page.locator('.bay-foot').waitFor()
}

async function findPart(page: Page): Promise<void> {
  await beMechanic(page)
  await page.locator('.bay-foot .btn').last().click()
  await search(page, 'روغن موتور')
}

/** Of another brand than the customer asked for. */
async function logWrongPart(page: Page): Promise<void> {
  await beMechanic(page)
  await page.locator('.bay-foot .btn').last().click()
  await search(page, 'روغن موتور ایرانول')
  await page.locator('.material-list .item').first().click()
  await page.locator('.act-form .btn.primary').click()
  await page.locator('.tbl.mismatch').waitFor()
}

async function reportFinding(page: Page): Promise<void> {
  await beMechanic(page)
  await page.locator('.bay-foot .btn').first().click()
  await page.getByRole('dialog').waitFor()
}

async function openMaterial(page: Page): Promise<void> {
  await page.locator('button.who').click()
  await page.getByRole('menuitem').first().click()
  await page.getByRole('row').nth(1).click()
  await page.getByRole('dialog').waitFor()
}

async function search(page: Page, words: string): Promise<void> {
  await page.locator('.material-search input').fill(words)
  await page.locator('.material-list .item').first().waitFor()
}

/** The fourth in the queue, a late customer: the mini time line and every fact behind his place. */
async function openReason(page: Page): Promise<void> {
  const row = page.locator('.lane.waiting [role="row"]').nth(3)
  await row.click()
  await page.keyboard.press('Enter')
}

async function openParty(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).click()
  await page.waitForURL('**/#/customers/*')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

async function openJob(page: Page): Promise<void> {
  const jobId = await page.locator('.lane.work [data-job-id]').first().getAttribute('data-job-id')
  await page.evaluate((id) => (location.hash = `#/jobs/${id}`), jobId)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** What was billed is more than what was used: the way out is the screen's one filled button. */
async function openDifferingJob(page: Page): Promise<void> {
  await toJob(page, differing(page))
  await page.locator('.fix-list').waitFor()
}

async function openPayment(page: Page): Promise<void> {
  await page.locator('.lane.ready [role="row"]').first().locator('.step').click()
  await page.getByRole('dialog').locator('.pay-sheet').waitFor()
}

async function openBlockedPayment(page: Page): Promise<void> {
  await differing(page).locator('.step').click()
  await page.getByRole('dialog').locator('.fix-list').waitFor()
}

async function openBill(page: Page): Promise<void> {
  await openPayment(page)
  await page.getByRole('dialog').locator('footer .btn').nth(2).click()
  await page.getByRole('dialog').locator('.bill-edit').waitFor()
}

async function openPrint(page: Page, kind: 'receipt' | 'invoice'): Promise<void> {
  const jobId = await page.locator('.lane.ready [data-job-id]').first().getAttribute('data-job-id')
  await page.evaluate((hash) => (location.hash = hash), `#/print/${kind}/${jobId}`)
  await page.locator('.paper-lines').waitFor()
}

function differing(page: Page): Locator {
  return page.locator('.lane.ready [role="row"]', { has: page.locator('.acc .danger') }).first()
}

async function toJob(page: Page, row: Locator): Promise<void> {
  const jobId = await row.getAttribute('data-job-id')
  await page.evaluate((id) => (location.hash = `#/jobs/${id}`), jobId)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

async function previewFile(page: Page): Promise<void> {
  const buffer = Buffer.from(someBadRows)
  await page.locator('input[type="file"]').setInputFiles({ name: 'bookings.csv', mimeType: 'text/csv', buffer })
}

/** Goes to a screen and waits until nothing moves on it any more. */
export async function show(page: Page, screen: Screen): Promise<void> {
  await page.evaluate((path) => (location.hash = `#${path}`), screen.path)
  await page.getByRole('main').waitFor()
  await settled(page)
  await screen.prepare?.(page)
  await settled(page)
}

/** Nothing moves, nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
