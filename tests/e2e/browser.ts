import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Language } from '../../renderer/i18n/languages.ts'
import type { Theme } from '../../renderer/stores/readPreferences.ts'
import { browserPath } from '../support/ensureBrowser.ts'

export type View = { readonly language: Language; readonly theme: Theme; readonly width?: number; readonly height?: number }

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath()
  if (executablePath === null) throw new Error('no Chromium: run `node tests/support/ensureBrowser.ts`')
  return await chromium.launch({ executablePath, args: quiet })
}

/** One browser for a file of tests; each test opens pages of its own, with storage of their own. */
export function useBrowser(): () => Browser {
  let browser: Browser | null = null
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  return () => {
    if (browser === null) throw new Error('the browser opens before the tests')
    return browser
  }
}

/** The counter's screen, as the program's own address opens it. Whatever the page complains of fails the test. */
export async function openPage(browser: Browser, url: string, view: View): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: view.width ?? 1366, height: view.height ?? 768 }, reducedMotion: 'reduce' })
  await context.addInitScript(
    ([language, theme]) => {
      if (localStorage.getItem('pishkhan.preferences') === null)
        localStorage.setItem('pishkhan.preferences', JSON.stringify({ language, theme }))
    },
    [view.language, view.theme] as const,
  )
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isLostConnection(message.text())) complaints.push(message.text())
  })
  await page.goto(url)
  await page.getByRole('main').waitFor()
  return Object.assign(page, { complaints })
}

/** Chromium reports each try to reach a service that is down; the page waits it out. */
function isLostConnection(text: string): boolean {
  return text.includes('ERR_CONNECTION_REFUSED') || text.includes('WebSocket connection')
}

export function closeAfterTest(page: Page): Page {
  onTestFinished(() => page.context().close())
  return page
}
