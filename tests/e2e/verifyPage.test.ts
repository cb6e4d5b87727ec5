import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { flipped, otherKey } from '../support/forgedProofs.ts'
import { provenJob } from '../support/proofs.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { verifyPagePath } from '../support/verifyPage.ts'
import { useBrowser } from './browser.ts'

const browser = useBrowser()

/** A page as it lies on a USB stick. Whatever it asks for beyond its own file, and whatever it complains of, is kept. */
async function openFile(path: string): Promise<Page & { readonly asked: string[]; readonly complaints: string[] }> {
  const context = await browser().newContext({ viewport: { width: 1366, height: 768 }, offline: true })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  const url = pathToFileURL(path).href
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) asked.push(request.url())
  })
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  return Object.assign(page, { asked, complaints })
}

function files() {
  const folder = temporaryFolder()
  const { html, key } = provenJob()
  const bytes = Buffer.from(html, 'utf8')
  const good = join(folder, 'good.html')
  const bad = join(folder, 'bad.html')
  writeFileSync(good, bytes)
  // One digit of an amount that the customer accepted.
  writeFileSync(bad, flipped(bytes, bytes.indexOf('24000000'), 0x01))
  return { good, bad, key, folder }
}

describe('docs/verify.html, opened from a file', () => {
  it('says that a good proof holds and shows its record, in both languages, without asking anything of anybody', async () => {
    const { good } = files()
    const page = await openFile(verifyPagePath)
    await page.setInputFiles('input[type=file]', good)
    await page.locator('.verdict.holds').waitFor()
    expect(await page.locator('.consent').count()).toBe(2)
    expect(await page.locator('svg.signature path').count()).toBe(1)
    expect(await page.locator('.photos img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('.verdict h2').innerText()).toContain('It holds')
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
    expect(page.asked).toEqual([])
    expect(page.complaints).toEqual([])
  })

  it('names what does not hold in a proof with one byte flipped, and which event', async () => {
    const { bad } = files()
    const page = await openFile(verifyPagePath)
    await page.getByRole('button', { name: 'English' }).click()
    await page.setInputFiles('input[type=file]', bad)
    const verdict = page.getByRole('alert')
    await verdict.waitFor()
    expect(await verdict.innerText()).toMatch(/does not hold[^]*its hash does not fit[^]*Event \d+: Consent asked/)
    expect(page.complaints).toEqual([])
  })

  it('takes a file that is dropped on it, and tells a file that is no proof', async () => {
    const page = await openFile(verifyPagePath)
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['<p>hello</p>'], 'letter.html', { type: 'text/html' }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await page.locator('.verdict.fails').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('no proof of Pishkhan')
    expect(await page.locator('header bdi').innerText()).toBe('letter.html')
  })

  it('with a known key says whether the proof is from that device', async () => {
    const { good, key } = files()
    const page = await openFile(verifyPagePath)
    await page.setInputFiles('input[type=file]', good)
    await page.locator('.verdict.holds').waitFor()
    await page.fill('#key', otherKey.publicKeyHex)
    await page.press('#key', 'Enter')
    await page.locator('.verdict.fails').waitFor()
    await page.fill('#key', key.publicKeyHex.toUpperCase().replaceAll(/(.{8})/g, '$1 '))
    await page.press('#key', 'Enter')
    await page.locator('.verdict.holds').waitFor()
    expect(page.complaints).toEqual([])
  })
})

it('a proof opened by itself shows itself, says what it checked and that a separate check counts more', async () => {
  const { good, bad } = files()
  const page = await openFile(good)
  await page.locator('.verdict.inside').waitFor()
  expect(await page.locator('.verdict').innerText()).toContain('verify.html')
  expect(await page.locator('.consent').count()).toBe(2)
  expect([...page.asked, ...page.complaints]).toEqual([])

  const changed = await openFile(bad)
  await changed.locator('.verdict.fails').waitFor()
})
