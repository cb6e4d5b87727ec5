import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { GarageId } from '../../core/basics/ids.ts'
import { addMinutes, utcMs } from '../../core/basics/instant.ts'
import { parseMobile } from '../../core/persian/mobile.ts'
import { sha256Hex } from '../../platform/access/keys.ts'
import { askPrice } from '../../platform/customer/actions/requests.ts'
import { book } from '../../platform/customer/actions/visits.ts'
import { useBrowser } from '../e2e/browser.ts'
import { oil } from '../support/garage.ts'
import { jpeg } from '../support/jpeg.ts'
import { askByLink, carInWork, customerPlatform, offers, vehicle, type TestGarage } from './garage.ts'

const browser = useBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const findings = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

/** What axe finds by WCAG 2.0 to 2.2, A and AA. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => JSON.parse(JSON.stringify(r)))",
  )
  return findings.parse(found).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

const views = (['fa', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })))

/** A phone, or the desk that looks at the same page. A picture of each is left where PISHKHAN_PICTURES says. */
async function look(
  context: BrowserContext,
  name: string,
  url: string,
  before?: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const page = await context.newPage()
  await page.goto(url)
  await before?.(page)
  const found = await faults(page)
  const folder = process.env['PISHKHAN_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
  await page.close()
  return found.map((fault) => `${name}: ${fault}`)
}

type Shown = readonly [name: string, path: string, before?: (page: Page) => Promise<void>]

async function everywhere(url: string, pages: readonly Shown[], mobile: string | null): Promise<readonly string[]> {
  const found: string[] = []
  for (const { language, theme } of views) {
    const context = await browser().newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', colorScheme: theme })
    if (mobile !== null) await context.request.post(`${url}/customer/api/session`, { data: { name: 'مریم احمدی', mobile } })
    for (const [name, path, before] of pages) {
      found.push(...(await look(context, `${name} ${language} ${theme}`, `${url}${path}?lang=${language}`, before)))
    }
    await context.close()
  }
  return found
}

async function withPhotos({ platform, pc }: TestGarage): Promise<readonly ReturnType<typeof sha256Hex>[]> {
  const photos = [jpeg(1200, 900), jpeg(800, 600)]
  for (const bytes of photos)
    await platform.database.query('INSERT INTO photo VALUES ($1, $2, $3, 0)', [pc.garage, sha256Hex(bytes), bytes])
  return photos.map((bytes) => sha256Hex(bytes))
}

async function answered(page: Page): Promise<void> {
  for (const item of [1, 2]) await page.locator(`[data-item="${item}"] .choice.${item === 1 ? 'accepted' : 'refused'}`).click()
  const pad = page.locator('#pad')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  await page.mouse.move(box.x + 60, box.y + 60)
  await page.mouse.down()
  for (let n = 1; n <= 24; n += 1) await page.mouse.move(box.x + 60 + n * 8, box.y + 60 + (n % 5) * 9)
  await page.mouse.up()
}

test('axe finds nothing on the link page: open, with a photo, pressed and signed, closed in any way, answered', async () => {
  const garage = await customerPlatform()
  const { url } = garage.platform
  const asked = await askByLink(garage, await carInWork(garage), { photos: await withPhotos(garage) })
  const replaced = await askByLink(garage, await carInWork(garage))
  await askByLink(garage, replaced.jobId, { supersedes: replaced.consentId })
  const path = `/l/${asked.secret}`
  const openPages: readonly Shown[] = [
    ['link open', path],
    [
      'link photo',
      path,
      async (page) => {
        await page.locator('[data-photo]').first().click()
        await page.locator('#viewer img').first().waitFor()
      },
    ],
    ['link pressed', path, answered],
    ['link replaced', `/l/${replaced.secret}`],
    ['link unknown', '/l/none'],
  ]
  const found = [...(await everywhere(url, openPages, null))]
  const late = await askByLink(garage, await carInWork(garage))
  const context = await browser().newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(asked.url)
  await answered(page)
  await page.locator('#send').click()
  await page.locator('.receipt').waitFor()
  await context.close()
  garage.clock.nowUtcMs = addMinutes(late.snapshot.validUntilUtcMs, 1)
  const endPages: readonly Shown[] = [
    ['link answered', path],
    ['link expired', `/l/${late.secret}`],
  ]
  found.push(...(await everywhere(url, endPages, null)))
  expect(found).toEqual([])
})

test('axe finds nothing when too much was asked', async () => {
  const { platform } = await customerPlatform({}, { limits: { address: { burst: 1, perSecond: 0.01 }, link: { burst: 1, perSecond: 1 } } })
  await fetch(`${platform.url}/customer`)
  expect(await everywhere(platform.url, [['too many', '/l/some']], null)).toEqual([])
})

test("axe finds nothing on the customer's own pages", async () => {
  const garage = await customerPlatform()
  const { clock, pc, platform } = garage
  const options = { database: platform.database, now: () => clock.nowUtcMs }
  const mobile = parseMobile('09990000001')
  if (!mobile.ok) throw new Error('no mobile')
  const me = { name: 'مریم احمدی', mobile: mobile.value }
  const asked = async (): Promise<string> => {
    const wanted = { vehicle, services: [{ serviceId: oil.serviceId, title: '' }], materials: [], note: 'صدا می‌دهد' }
    const made = await askPrice(options, me, pc.garage, wanted)
    if (!made.ok) throw new Error(made.error.code)
    await (waits.length === 0 ? Promise.resolve() : offers(garage, made.value))
    waits.push(made.value)
    return made.value
  }
  const waits: string[] = []
  const slotStartUtcMs = addMinutes(utcMs(clock.nowUtcMs - (clock.nowUtcMs % 1_800_000)), 120)
  const waiting = await asked()
  const offered = await asked()
  const visit = await book(options, me, pc.garage, { vehicle, serviceIds: [oil.serviceId], slotStartUtcMs, note: '' })
  if (!visit.ok) throw new Error(visit.error.code)
  const at = (garageId: GarageId, what: string): string => `/customer/garage/${garageId}/${what}`
  const pages: readonly Shown[] = [
    ['home', '/customer'],
    ['ask', at(pc.garage, 'ask')],
    ['book', at(pc.garage, 'book')],
    ['request waiting', `/customer/request/${pc.garage}/${waiting}`],
    ['request offered', `/customer/request/${pc.garage}/${offered}`],
    ['visit', `/customer/visit/${pc.garage}/${visit.value}`],
    ['not found', `/customer/visit/${pc.garage}/none`],
  ]
  const signIn = await everywhere(platform.url, [['sign in', '/customer']], null)
  expect([...signIn, ...(await everywhere(platform.url, pages, me.mobile))]).toEqual([])
})
