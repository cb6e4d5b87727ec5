import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startProgram } from '../support/program.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { until } from './counter.ts'

const browser = useBrowser()
const demo = { demoAt: '1405-09-01T10:20' } as const
const light = { language: 'fa', theme: 'light' } as const

describe('the key that only our own page holds', () => {
  it('leaves the address at once, and stays through a reload, in a further tab and over a restart of the service', async () => {
    const program = await startProgram(demo)
    const page = closeAfterTest(await openPage(browser(), program.url, light))
    expect(page.url()).not.toContain('key=')
    const rows = page.getByRole('row')
    await rows.first().waitFor()
    await page.reload()
    await rows.first().waitFor()

    const further = await page.context().newPage()
    await further.goto(`http://127.0.0.1:${program.port}/#/customers`)
    await further.getByRole('row').first().waitFor()

    process.kill(program.pid() ?? 0, 'SIGKILL')
    await until(() => program.restarts() === 1, 'the service is back')
    await page.reload()
    await rows.first().waitFor()
  })

  it('is not sent to a server on another port of this host, which gets the cookie alone', async () => {
    const program = await startProgram(demo)
    const page = closeAfterTest(await openPage(browser(), program.url, light))
    await page.getByRole('row').first().waitFor()
    const seen: string[] = []
    const stranger = createServer((request, response) => {
      seen.push(JSON.stringify([request.url, request.headers]))
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>x</title>')
    })
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void stranger.close())
    const address = stranger.address()
    if (address === null || typeof address === 'string') throw new Error('a port')
    const key = await page.evaluate(() => localStorage.getItem('pishkhan.key'))
    const tab = await page.context().newPage()
    await tab.goto(`http://127.0.0.1:${address.port}/`)
    expect(seen.join()).toContain('pishkhan=')
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(seen.join()).not.toContain(key)
    expect(await tab.evaluate(() => localStorage.getItem('pishkhan.key'))).toBeNull()
  })
})
