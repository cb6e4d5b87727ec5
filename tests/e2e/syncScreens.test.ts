import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CommandId, JobId, PersonId } from '../../core/basics/ids.ts'
import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { newSecret } from '../../electron/gateway/secret.ts'
import { buildWhenStale } from '../../electron/launch/build.ts'
import { newId } from '../../electron/service/ids.ts'
import { startTestPlatform, testDatabaseUrl } from '../support/platform.ts'
import { root } from '../support/program.ts'
import { allSent, firstCode, openGaragePc, openPc, type Pc, until } from '../sync/pc.ts'
import { closeAfterTest, openPage, useBrowser, type View } from './browser.ts'

const browser = useBrowser()
const persian: View = { language: 'fa', theme: 'light' }

async function pageOf(pc: Pc, view: View = persian): Promise<Page> {
  buildWhenStale(root)
  const secret = newSecret()
  const door = await openHttpDoor({ service: pc.service, sync: pc.sync, secret, port: 0, pageFolder: join(root, 'dist/renderer') })
  onTestFinished(door.close)
  const page = closeAfterTest(await openPage(browser(), `http://127.0.0.1:${door.port}/enter/${secret}`, view))
  await atTheDesk(page, pc.service.garage()?.people.find(({ role }) => role === 'owner')?.personId ?? null)
  return page
}

/** Whoever connects the garage is its owner. */
async function atTheDesk(page: Page, personId: PersonId | null): Promise<void> {
  if (personId === null) return
  await page.evaluate(
    (chosen) => localStorage.setItem('pishkhan.desk', JSON.stringify({ state: { personId: chosen }, version: 0 })),
    personId,
  )
  await page.reload()
  await page.getByRole('main').waitFor()
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#${path}`)
}

async function fillJoin(page: Page, url: string, code: string, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'نشانی کارمکس' }).fill(url)
  await page.getByRole('textbox', { name: 'کد یک‌بارمصرف' }).fill(code)
  await page.getByRole('textbox', { name: 'نام این رایانه' }).fill(name)
}

/** Starts a waiting job at one PC, in the bay and with the mechanic of that place in the garage's lists. */
function start({ service, clock }: Pc, jobId: JobId, place: number): void {
  const garage = service.garage()
  const desk = garage?.people.find(({ role }) => role === 'frontDesk')
  const mechanic = garage?.people.filter(({ role }) => role === 'mechanic')[place]
  const bay = garage?.bays[place]
  if (desk === undefined || mechanic === undefined || bay === undefined) throw new Error('the garage has two of each')
  const done = service.command({
    commandId: newId<CommandId>(clock.wallUtcMs()),
    actorId: desk.personId,
    command: { type: 'startWork', jobId, bayId: bay.bayId, mechanicId: mechanic.personId, overrideReason: 'نزدیک‌تر بود' },
  })
  if (!done.ok) throw new Error(done.error.code)
}

describe('two PCs and the platform, seen from the desk', () => {
  it('connects by a code, joins another PC at its first start, goes on offline, and settles a double start', async () => {
    const databaseUrl = await testDatabaseUrl()
    const platform = await startTestPlatform({ databaseUrl })
    const first = openGaragePc()
    const page = await pageOf(first)
    await page.getByRole('button', { name: 'در همین رایانه ذخیره می‌شود' }).click()
    await page.getByRole('link', { name: 'وصل شدن به کارمکس' }).click()

    await fillJoin(page, platform.url, 'AAAA-BBBB-CCCC', 'پذیرش ۱')
    await page.getByRole('button', { name: 'وصل شدن' }).click()
    await page.getByText('این کد شناخته نشد').waitFor()
    await fillJoin(page, platform.url, await firstCode(platform), 'پذیرش ۱')
    await page.getByRole('button', { name: 'وصل شدن' }).click()
    await page.getByRole('button', { name: 'همه فرستاده شد' }).waitFor()
    await page.getByRole('row', { name: /پذیرش ۱/ }).waitFor()

    await page.getByRole('button', { name: 'کد برای رایانه دیگر' }).click()
    const code = (await page.locator('.new-code .code').textContent()) ?? ''
    await page.getByRole('img', { name: 'همین نشانی و کد برای دوربین' }).waitFor()
    const second = openPc()
    const other = await pageOf(second)
    await other.getByRole('button', { name: 'پیوستن به تعمیرگاه خودم' }).click()
    await fillJoin(other, platform.url, code, 'پذیرش ۲')
    await other.getByRole('button', { name: 'پیوستن' }).click()
    await other.getByRole('heading', { name: 'امروز' }).waitFor({ state: 'attached' })
    expect(second.service.garage()?.profile.garageId).toBe(first.service.garage()?.profile.garageId)

    const jobId = first.visit('دو بار')
    await until(() => second.notes().includes('دو بار'), 'the second PC has the visit')
    const { port } = new URL(platform.url)
    await platform.stop()
    start(first, jobId, 0)
    start(second, jobId, 1)
    await page.getByRole('button', { name: /^آفلاین از/ }).click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('link', { name: /^پرونده/ }).waitFor()
    await panel.getByText('شروع کار').waitFor()
    await page.keyboard.press('Escape')

    const again = await startTestPlatform({ databaseUrl, port: Number(port) })
    onTestFinished(() => again.stop())
    first.sync.now()
    second.sync.now()
    await page.getByRole('link', { name: 'یک مورد برای تصمیم' }).click()
    await page.getByRole('heading', { name: 'یک خودرو در دو رایانه شروع شد' }).waitFor()
    const sides = page.locator('.fact-pair article')
    expect(await sides.count()).toBe(2)
    expect((await sides.allTextContents()).join(' ')).toMatch(/در پذیرش ۱.*در (پذیرش ۲|رایانه‌ای دیگر)/s)
    await page.getByRole('button', { name: 'همین است' }).click()
    await page.getByText('یکی را برگزینید.').waitFor()
    const bay = second.service.garage()?.bays[1]
    await page.getByText(new RegExp(`^${bay?.name ?? ''}،`)).click()
    await page.getByRole('button', { name: 'همین است' }).click()
    await page.getByText('چیزی برای تصمیم نیست').waitFor()
    await allSent(first)
    await until(() => second.service.job(jobId)?.bayId === bay?.bayId, 'both know where the work is')
    await goTo(page, `/jobs/${jobId}`)
    await page.getByText('تصمیم گرفته شد: یک خودرو در دو رایانه شروع شد').waitFor()
  })

  it('does not sign out while facts are unsent, and says how many', async () => {
    const platform = await startTestPlatform()
    const pc = openGaragePc()
    const page = await pageOf(pc)
    await goTo(page, '/settings/platform')
    await fillJoin(page, platform.url, await firstCode(platform), 'پذیرش')
    await page.getByRole('button', { name: 'وصل شدن' }).click()
    await page.getByRole('button', { name: 'همه فرستاده شد' }).waitFor()
    await platform.stop()
    pc.visit('نافرستاده')
    await page.getByRole('button', { name: /^آفلاین از/ }).waitFor()
    await page.getByRole('button', { name: 'خارج کردن این رایانه…' }).click()
    await page
      .getByRole('alertdialog')
      .getByText(/هنوز فرستاده نشده/)
      .waitFor()
    expect(await page.getByRole('button', { name: 'خارج کردن', exact: true }).count()).toBe(0)
  })
})
