import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildWhenStale } from '../../electron/launch/build.ts'
import { supervise } from '../../electron/launch/supervise.ts'
import { root } from '../support/program.ts'
import { launchBrowser, openPage, type View } from './browser.ts'
import { openJoinedGarage } from './joinedGarage.ts'
import { checkInOffline, joinedNames, prepareJoined, takeJoined, takeOffline } from './joinedScreens.ts'
import { openRequestGarage, requestScreens } from './requestScreens.ts'
import { screens, settled, show } from './screens.ts'

/**
 * Draws the pictures of docs/screens from the real program: every screen in both languages, Today also in the dark. Names after
 * `--` draw those alone: `npm run screens -- today tasks`.
 */
const views: readonly View[] = [
  { language: 'fa', theme: 'light' },
  { language: 'en', theme: 'light' },
  { language: 'fa', theme: 'dark' },
  { language: 'en', theme: 'dark' },
]
const inTheDark = ['today', 'job']
const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)

buildWhenStale(root)
const folder = join(root, 'docs/screens')
mkdirSync(folder, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'pishkhan-screens-'))
const start = (demoAt: string | null) =>
  supervise({
    servicePath: join(root, 'dist/service/http.js'),
    pageFolder: join(root, 'dist/renderer'),
    dataFolder: join(data, demoAt === null ? 'empty' : 'demo'),
    demoAt,
    port: 0,
  })
const [demo, empty] = [await start('1405-09-01T10:20'), await start(null)]
const asked = await openRequestGarage()
const browser = await launchBrowser()
for (const view of views) {
  for (const screen of screens.filter(({ name }) => isWanted(name) && (view.theme === 'light' || inTheDark.includes(name)))) {
    const page = await openPage(browser, (screen.beforeSetup === true ? empty : demo).url, { ...view, ...screen.size })
    await show(page, screen)
    await page.screenshot({ path: join(folder, `${screen.name}-${view.language}-${view.theme}.png`) })
    await page.context().close()
  }
  for (const screen of requestScreens.filter(({ name }) => isWanted(name) && view.theme === 'light')) {
    const page = await openPage(browser, asked.url, view)
    await screen.open(page, asked.seed)
    await settled(page)
    await page.screenshot({ path: join(folder, `${screen.name}-${view.language}-${view.theme}.png`) })
    await page.context().close()
  }
}
if (joinedNames.some(isWanted)) {
  const garage = await openJoinedGarage()
  const joined = await prepareJoined(browser, garage)
  const light = views.filter(({ theme }) => theme === 'light')
  const shootIn = (view: View) => async (page: Page, name: string) => {
    await settled(page)
    if (isWanted(name)) await page.screenshot({ path: join(folder, `${name}-${view.language}-${view.theme}.png`) })
  }
  for (const view of light) await takeJoined(browser, joined, view, shootIn(view))
  await garage.cut()
  checkInOffline(joined)
  for (const view of light) await takeOffline(browser, joined, view, shootIn(view))
  await garage.mend()
  await garage.stop()
}
await browser.close()
await Promise.all([demo.stop(), empty.stop(), asked.stop()])
rmSync(data, { recursive: true, force: true })
