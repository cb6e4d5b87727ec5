import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startProgram } from '../support/program.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { screens, show } from './screens.ts'

/** Forty screens, one after the other. */
const allScreensMs = 600_000

const browser = useBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const findings = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

/** What axe finds by WCAG 2.0 to 2.2, A and AA. */
async function faults(page: Page): Promise<readonly string[]> {
  // The page's own policy refuses foreign scripts; the browser's inspector may run one all the same.
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => JSON.parse(JSON.stringify(r)))",
  )
  return findings.parse(found).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

describe.each(['fa', 'en'] as const)('axe finds nothing in %s', (language) => {
  it.each(['light', 'dark'] as const)(
    'on any screen, %s',
    async (theme) => {
      const demo = await startProgram({ demoAt: '1405-09-01T10:20' })
      const empty = await startProgram()
      const found: Record<string, readonly string[]> = {}
      for (const screen of screens) {
        const page = await openPage(browser(), (screen.beforeSetup === true ? empty : demo).url, { language, theme, ...screen.size })
        await show(page, screen)
        found[screen.name] = await faults(page)
        await page.context().close()
      }
      expect(found).toEqual(Object.fromEntries(screens.map(({ name }) => [name, []])))
    },
    allScreensMs,
  )
})

it(
  'the page complains of nothing while every screen is shown',
  async () => {
    const demo = await startProgram({ demoAt: '1405-09-01T10:20' })
    const page = closeAfterTest(await openPage(browser(), demo.url, { language: 'fa', theme: 'light' }))
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    for (const screen of screens.filter(({ beforeSetup }) => beforeSetup !== true)) {
      await page.setViewportSize(screen.size ?? { width: 1366, height: 768 })
      await show(page, screen)
      await page.keyboard.press('Escape')
    }
    expect(complaints).toEqual([])
  },
  allScreensMs,
)
