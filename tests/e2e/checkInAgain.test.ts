import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { connectTo, startProgram } from '../support/program.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { handOn, rowOf } from './counter.ts'

const browser = useBrowser()

/** The demo at 10:20: the first slot that is still kept is 10:30. Its arrival is recorded and taken back. */
async function takenBack(language: 'fa' | 'en') {
  const program = await startProgram({ demoAt: '1405-09-01T10:20' })
  const client = connectTo(program)
  const page = closeAfterTest(await openPage(browser(), program.url, { language, theme: 'light' }))
  const card = (await client.today())?.expected.find(({ released }) => !released)
  if (card === undefined) throw new Error('the demo expects cars at 10:20')
  const { jobId } = card
  const checkIn = rowOf(page, jobId).getByRole('button', { name: language === 'fa' ? 'ورود' : 'Check in', exact: true })
  const hand = handOn(page)
  await hand.click(checkIn)
  await inLane(page, 2, jobId)
  await hand.press('Control+z')
  await inLane(page, 1, jobId)
  await checkIn.click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return { client, page, jobId, dialog }
}

async function inLane(page: Page, lane: number, jobId: string): Promise<void> {
  await page.locator(`.lane:nth-of-type(${lane}) [data-job-id="${jobId}"]`).waitFor()
}

describe('a check-in that was taken back and is made again', () => {
  it('counts from the arrival that was taken back when the desk says so, and the time line shows it', async () => {
    const { client, page, jobId, dialog } = await takenBack('fa')
    // The first answer has the focus: one key gives it.
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await inLane(page, 2, jobId)
    const job = await client.job({ jobId })
    const arrivals = job?.timeline.filter((entry) => entry.event.type === 'customerArrived') ?? []
    expect(arrivals).toHaveLength(2)
    expect(job?.arrival?.evidence.countsFrom?.arrivalId).toBe(arrivals[0]?.eventId)
    expect(job?.arrival?.atUtcMs).toBe(arrivals[0]?.atUtcMs)
    await page.goto(`${new URL(page.url()).origin}/#/jobs/${jobId}`)
    await page
      .getByText(/که پس گرفته شده بود/)
      .first()
      .waitFor()
  })

  it('counts from now when the desk says that', async () => {
    const { client, page, jobId, dialog } = await takenBack('en')
    await dialog.getByRole('button', { name: /^Comes now/ }).click()
    await inLane(page, 2, jobId)
    const job = await client.job({ jobId })
    expect(job?.arrival?.evidence.countsFrom).toBeNull()
    expect(job?.arrival?.atUtcMs).toBe(job?.timeline.at(-1)?.atUtcMs)
  })

  it('writes nothing when the desk lets it be', async () => {
    const { client, page, jobId, dialog } = await takenBack('fa')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect((await client.job({ jobId }))?.phase).toBe('expected')
  })
})
