import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at } from '../support/garage.ts'
import { root } from '../support/program.ts'
import { openTestService, testClock } from '../support/service.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { openCounter, until } from './counter.ts'

const browser = useBrowser()

async function openEmpty() {
  const counter = await openCounter(openTestService(undefined, testClock(at('07:00'))))
  const page = closeAfterTest(await openPage(browser(), counter.url, { language: 'fa', theme: 'light' }))
  return { ...counter, page }
}

describe('the first start', () => {
  it('makes a garage step by step, keeps what was typed over a reload, and takes a day of bookings from a file', async () => {
    const { service, page } = await openEmpty()
    const next = () => page.getByRole('button', { name: 'بعدی' }).click()
    await page.getByRole('button', { name: 'راه‌اندازی تعمیرگاه خودم' }).click()
    await next()
    await page.getByText('نام را بنویسید.').waitFor()
    await page.getByRole('textbox', { name: 'نام تعمیرگاه' }).fill('اتوسرویس مهر')
    await next()
    await page.getByRole('heading', { name: 'کی باز است؟' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'کی باز است؟' }).waitFor()
    await next()
    await next()
    await next()
    await page.getByText('نام مالک را بنویسید').waitFor()
    await page.getByRole('textbox', { name: 'نام' }).first().fill('مینا کاظمی')
    await next()
    await next()
    await page.getByRole('button', { name: 'ساختن تعمیرگاه' }).click()
    const garage = await until(() => service.garage(), 'the garage is made')
    expect(garage.profile).toMatchObject({ name: 'اتوسرویس مهر', demo: false })
    expect(garage.people.map((person) => [person.name, person.role])).toEqual([['مینا کاظمی', 'owner']])
    await page.getByRole('heading', { name: 'تعمیرگاه ساخته شد؛ به کارمکس وصل شویم؟' }).waitFor()
    await page.getByRole('button', { name: 'فعلاً بی کارمکس' }).click()
    await page.getByRole('heading', { name: 'نوبت‌های پیش رو' }).waitFor()

    await page.evaluate(() => (location.hash = '#/bookings'))
    const buffer = readFileSync(join(root, 'samples/bookings-24.csv'))
    await page.locator('input[type="file"]').setInputFiles({ name: 'bookings-24.csv', mimeType: 'text/csv', buffer })
    const take = page.getByRole('button', { name: /^گرفتن .* نوبت خوب$/ })
    await take.click()
    const taken = await until(() => service.today()?.expected.length, 'bookings are taken')
    expect(taken).toBeGreaterThan(0)

    await page.evaluate(() => (location.hash = '#/'))
    await page.evaluate(() => (location.hash = '#/bookings'))
    await page.locator('input[type="file"]').setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer })
    await page.getByText('پیش‌تر گرفته').first().waitFor()
    expect(await take.isVisible()).toBe(false)
    expect(service.today()?.expected).toHaveLength(taken)
  })

  it('shows the demo garage, leaves it, and finds the wizard as it was', async () => {
    const { service, page } = await openEmpty()
    await page.getByRole('button', { name: 'دیدن با تعمیرگاه نمایشی' }).click()
    await page.getByRole('row').first().waitFor()
    expect(service.garage()?.profile.demo).toBe(true)
    await page.evaluate(() => (location.hash = '#/settings/about'))
    await page.getByRole('button', { name: 'بیرون رفتن از تعمیرگاه نمایشی' }).click()
    const confirm = page.getByRole('dialog').getByRole('button', { name: /بیرون/ })
    if (await confirm.isVisible()) await confirm.click()
    await page.getByRole('button', { name: 'راه‌اندازی تعمیرگاه خودم' }).waitFor()
    expect(service.garage()).toBeNull()
  })
})

it('a file that is not text, and one of 50 MB, are refused in words before anything is read', async () => {
  const { service, page } = await openEmpty()
  expect(service.startDemo().ok).toBe(true)
  await page.getByRole('row').first().waitFor()
  await page.evaluate(() => (location.hash = '#/bookings'))
  const input = page.locator('input[type="file"]')
  await input.setInputFiles({
    name: 'book.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 0x80]),
  })
  await page.getByText('UTF-8').first().waitFor()
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('input[type="file"]')
    if (field === null) return
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(50_000_000)], 'huge.csv', { type: 'text/csv' }))
    field.files = transfer.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await page
    .getByRole('alert')
    .filter({ hasText: /مگابایت|بزرگ/ })
    .waitFor()
})
