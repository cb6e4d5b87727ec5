import { expect, it } from 'vitest'
import { startProgram } from '../support/program.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'

const browser = useBrowser()

it('a Persian name in an English row runs from right to left and is cut at its end, the car before its owner', async () => {
  const program = await startProgram({ demoAt: '1405-09-01T10:20' })
  const page = closeAfterTest(await openPage(browser(), program.url, { language: 'en', theme: 'light' }))
  await page.locator('.wt').nth(5).waitFor()
  const lines = await page.locator('.board .names').evaluateAll((all) =>
    all.map((line) =>
      [...line.querySelectorAll('bdi')].map((name) => ({
        text: name.textContent,
        // Overflow is hidden at the end of the box's own direction.
        direction: getComputedStyle(name).direction,
        isCut: name.scrollWidth > name.clientWidth,
        isAtStart: name.getBoundingClientRect().left >= line.getBoundingClientRect().left - 1,
      })),
    ),
  )
  const names = lines.flat()
  expect(names.length).toBeGreaterThan(30)
  expect(names.filter(({ text, direction }) => /\p{sc=Arabic}/u.test(text) && direction !== 'rtl')).toEqual([])
  expect(names.every(({ isAtStart }) => isAtStart)).toBe(true)
  expect(names.some(({ isCut }) => isCut)).toBe(true)
  expect(lines.filter(([model, owner]) => owner?.isCut === true && model?.isCut !== true)).toEqual([])
})
