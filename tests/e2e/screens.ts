import type { Page } from 'playwright-core'

/** A screen as a person comes to see it in the demo garage. */
export type Screen = {
  readonly name: string
  /** The part of the address after `#`. */
  readonly path: string
  readonly prepare?: (page: Page) => Promise<void>
  /** Shown where no garage is set up yet. */
  readonly beforeSetup?: boolean
}

/** One good row and one of every usual kind of bad one. */
const someBadRows = [
  'ref,date,time,plate,model,name,mobile,services,price',
  'A-1,1405/09/02,10:00,12ب34567,پژو ۲۰۶,مریم احمدی,09121112233,تعویض روغن و فیلترها,21800000',
  'A-2,1405/13/02,10:00,12ب34667,پژو ۲۰۷,سعید کاظمی,0912,تعویض لنت جلو,19500000',
  'A-3,1405/09/02,23:00,12ب34767,دنا,علی رضایی,,شست‌وشو,',
  'A-4,1405/08/01,09:00,12ب3486,تیبا,رضا شریفی,,پنچرگیری و بالانس,9200000',
].join('\n')

export const screens: readonly Screen[] = [
  { name: 'setup', path: '/', beforeSetup: true },
  { name: 'today', path: '/' },
  { name: 'today-reason', path: '/', prepare: openReason },
  { name: 'today-menu', path: '/', prepare: async (page) => page.locator('.lane.waiting [data-menu]').nth(1).click() },
  { name: 'new-visit', path: '/', prepare: async (page) => page.keyboard.press('n') },
  { name: 'search', path: '/', prepare: async (page) => page.keyboard.type('0999') },
  { name: 'keys', path: '/', prepare: async (page) => page.keyboard.press('?') },
  { name: 'job', path: '/', prepare: openJob },
  { name: 'customers', path: '/customers' },
  { name: 'party', path: '/customers', prepare: openParty },
  { name: 'bookings', path: '/bookings', prepare: previewFile },
  ...['garage', 'bays', 'people', 'hours', 'queue', 'services', 'display', 'about'].map((section) => ({
    name: `settings-${section}`,
    path: `/settings/${section}`,
  })),
]

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

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
