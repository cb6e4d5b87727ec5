import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkProof } from '../../core/wire/proofCheck/check.ts'
import { nodeTools } from '../../electron/care/proofTools.ts'
import { connectTo, startProgram } from '../support/program.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'

const browser = useBrowser()

it('"Export proof" of the menu saves a proof of the job that is shown, and says so when none is', async () => {
  const program = await startProgram({ demoAt: '1405-09-01T10:20' })
  const [line] = (await connectTo(program).parties({ text: '', limit: 1, offset: 0 })).lines
  if (line === undefined) throw new Error('the demo garage has customers')
  const page = closeAfterTest(await openPage(browser(), program.url, { language: 'en', theme: 'light' }))
  expect(await page.title()).toBe('Pishkhan')
  // What Electron's preload script does when the menu's entry is chosen (tests/electron/preload.test.ts).
  const choose = () => page.evaluate(() => window.postMessage({ kind: 'exportProof' }, window.location.origin))

  await choose()
  await page.getByText('open the job first').waitFor()

  await page.evaluate((jobId) => (window.location.hash = `#/jobs/${jobId}`), line.lastVisit.jobId)
  const [saved] = await Promise.all([page.waitForEvent('download'), choose()])
  expect(saved.suggestedFilename()).toMatch(/^pishkhan-proof-\d+-2026-11-22\.html$/)
  const report = await checkProof(readFileSync(await saved.path()), nodeTools)
  expect(report.fault).toBeNull()
  expect(report.job?.jobId).toBe(line.lastVisit.jobId)
})
