import { expect, it } from 'vitest'
import { connectTo, startProgram } from '../support/program.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { rowOf } from './counter.ts'

const browser = useBrowser()

it('Enter in the start dialog confirms once bay and mechanic are chosen; the space bar opens the list', async () => {
  const program = await startProgram({ demoAt: '1405-09-01T10:20' })
  const client = connectTo(program)
  const page = closeAfterTest(await openPage(browser(), program.url, { language: 'fa', theme: 'light' }))
  const board = await client.today()
  const atWork = board?.bays.find(({ bay }) => bay.kind === 'flat')?.job
  const last = board?.waiting.at(-1)
  if (!atWork || last === undefined) throw new Error('the demo is at its fullest at 10:20')
  const clerk = (await client.garage())?.people.find(({ role }) => role === 'frontDesk')
  const { jobId } = atWork
  const commandId = '01a201bb-93c0-7420-b582-f6af736d2993'
  const freed = await Reflect.apply(client.command, client, [
    { commandId, actorId: clerk?.personId, command: { type: 'finishWork', jobId } },
  ])
  expect(freed).toMatchObject({ ok: true })

  await page.locator('.bay.free').waitFor()
  await rowOf(page, last.jobId).locator('[data-menu]').click()
  await page.getByRole('menuitem', { name: /بیرون از صف/ }).click()
  const dialog = page.getByRole('dialog')
  const bay = dialog.getByRole('button', { name: /جایگاه ۳/ })
  await bay.waitFor()
  const hasFocus = () => bay.evaluate((element) => element === document.activeElement)
  await expect.poll(hasFocus).toBe(true)

  await page.keyboard.press('Space')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  await expect.poll(hasFocus).toBe(true)

  await page.keyboard.press('Enter')
  // Whose turn it is not is started with a reason: the question goes on there.
  await page
    .getByRole('dialog', { name: /بیرون از صف/ })
    .getByRole('textbox')
    .waitFor()
  expect(await page.getByRole('listbox').count()).toBe(0)
})
