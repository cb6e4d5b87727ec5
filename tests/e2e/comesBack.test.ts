import { describe, expect, it } from 'vitest'
import type { CommandId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { newId } from '../../electron/service/ids.ts'
import { connectTo, startProgram } from '../support/program.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { rowOf, until } from './counter.ts'

const browser = useBrowser()

describe('the service killed in the middle of the day', () => {
  it('the screen comes back by itself to where it was, and goes on', async () => {
    const program = await startProgram({ demoAt: '1405-09-01T10:20' })
    const client = connectTo(program)
    const page = closeAfterTest(await openPage(browser(), program.url, { language: 'fa', theme: 'light' }))
    const expected = (await client.today())?.expected[1]
    if (expected === undefined) throw new Error('the demo expects cars at 10:20')
    const row = rowOf(page, expected.jobId)
    await row.getByRole('button', { name: 'ورود', exact: true }).click()
    await until(() => program.pid(), 'the service runs')
    await page.getByRole('region', { name: 'در صف' }).locator(`[data-job-id="${expected.jobId}"]`).waitFor()

    process.kill(program.pid() ?? 0, 'SIGKILL')
    await until(() => program.restarts() === 1, 'the service is back')

    const board = await client.today()
    expect(board?.waiting.map((card) => card.jobId)).toContain(expected.jobId)
    await page.getByRole('region', { name: 'در صف' }).locator(`[data-job-id="${expected.jobId}"]`).waitFor()
    const next = board?.expected.find((card) => !card.released)
    if (next === undefined) throw new Error('the demo expects more cars')
    await rowOf(page, next.jobId).getByRole('button', { name: 'ورود', exact: true }).click()
    await page.getByRole('region', { name: 'در صف' }).locator(`[data-job-id="${next.jobId}"]`).waitFor()
    expect((await client.today())?.waiting.map((card) => card.jobId)).toContain(next.jobId)
  })

  it('a press made while it is down is carried out once when it is back', async () => {
    const program = await startProgram({ demoAt: '1405-09-01T10:20' })
    const client = connectTo(program)
    const page = closeAfterTest(await openPage(browser(), program.url, { language: 'fa', theme: 'light' }))
    const expected = (await client.today())?.expected.find((card) => !card.released)
    if (expected === undefined) throw new Error('the demo expects cars at 10:20')
    const button = rowOf(page, expected.jobId).getByRole('button', { name: 'ورود', exact: true })
    await button.waitFor()
    process.kill(program.pid() ?? 0, 'SIGKILL')
    await button.click()
    await page.getByRole('region', { name: 'در صف' }).locator(`[data-job-id="${expected.jobId}"]`).waitFor()
    const job = await client.job({ jobId: expected.jobId })
    expect(job?.timeline.map((entry) => entry.event.type)).toEqual(['jobOpened', 'workRequested', 'customerArrived'])
  })
})

describe('a change', () => {
  it('made elsewhere moves the car on the open screen, by itself', async () => {
    const program = await startProgram({ demoAt: '1405-09-01T10:20' })
    const client = connectTo(program)
    const page = closeAfterTest(await openPage(browser(), program.url, { language: 'fa', theme: 'light' }))
    const board = await client.today()
    const expected = board?.expected.find((card) => !card.released)
    const actor = (await client.garage())?.people.find((person) => person.role === 'frontDesk')
    if (expected === undefined || actor === undefined) throw new Error('the demo has cars and a front desk')
    await rowOf(page, expected.jobId).waitFor()
    const moved = page.getByRole('region', { name: 'در صف' }).locator(`[data-job-id="${expected.jobId}"]`).waitFor()
    const outcome = await client.command({
      commandId: newId<CommandId>(utcMs(Date.now())),
      actorId: actor.personId,
      command: { type: 'checkIn', jobId: expected.jobId },
    })
    expect(outcome.ok).toBe(true)
    await moved
  })
})
