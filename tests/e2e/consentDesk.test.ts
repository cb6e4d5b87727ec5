import { describe, expect, it } from 'vitest'
import type { ConsentId } from '../../core/basics/ids.ts'
import { hourMs } from '../../core/basics/instant.ts'
import type { ConsentView } from '../../core/contract/views.ts'
import type { Command } from '../support/service.ts'
import { readImageHeader } from '../../core/wire/imageHeader.ts'
import demoPhotos from '../../electron/service/demo/photos.json' with { type: 'json' }
import { item, labour } from '../support/consents.ts'
import { exifSegment } from '../support/jpeg.ts'
import { openBay } from './bay.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { drawOnPad, hashOf, showPath } from './consentScreens.ts'
import { handOn, rowOf, until } from './counter.ts'

const browser = useBrowser()
const three = [item(), labour, item({ title: 'تیغه برف‌پاک‌کن', grade: 'advisory', extraMin: 5 })]

/** The garage of the tests, a car in work, and a page at the desk. */
async function openDesk(size: { readonly width?: number; readonly height?: number } = {}) {
  const bay = await openBay()
  const page = closeAfterTest(await openPage(browser(), bay.url, { language: 'fa', theme: 'light', ...size }))
  await rowOf(page, bay.jobId).waitFor()
  const newest = (): ConsentView => {
    const view = bay.job().account.consents[0]
    if (view === undefined) throw new Error('nobody was asked')
    return view
  }
  const surely = (command: Command): void => {
    const outcome = bay.act(command)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  }
  const ask = (items = three): ConsentId => {
    surely({ type: 'askConsent', jobId: bay.jobId, items, replaces: null })
    return newest().consent.consentId
  }
  const turn = async (consentId = ask()): Promise<void> => {
    await showPath(page, `/counter/${bay.jobId}/${consentId}`)
    await page.locator('.counter').waitFor()
  }
  return { ...bay, page, hand: handOn(page), record: page.locator('.btn.go'), newest, surely, ask, turn }
}

describe('asking at the desk', () => {
  it('says beside its field what is wrong, and sends nothing', async () => {
    const { page, jobId, job } = await openDesk()
    await showPath(page, `/consent/${jobId}`)
    const search = page.getByRole('combobox', { name: 'قطعه یا کار' })
    await search.fill('تنظیم موتور')
    await search.press('Enter')
    const errorOf = (label: string) => page.locator('.fld', { hasText: label }).locator('.error')
    const submit = page.getByRole('button', { name: 'پرسیدن', exact: true })
    await submit.click()
    expect(await errorOf('اجرت').innerText()).toContain('بیشتر از صفر')
    expect(await errorOf('چرا لازم است').innerText()).toContain('چرا لازم است')
    for (const [label, typed, said] of [
      ['اجرت', '-5', 'منفی'],
      ['اجرت', '۰٫۰۵', 'ریال ریزتر'],
      ['اجرت', '۱۰۰٬۰۰۰٬۰۰۰٬۰۰۱', 'از سقف'],
      ['مقدار', '0', 'بیشتر از صفر'],
      ['مقدار', '۰٫۳', 'عدد درست'],
    ] as const) {
      const field = page.locator('.fld', { hasText: label }).locator('input')
      const before = await field.inputValue()
      await field.fill(typed)
      expect(await errorOf(label).innerText()).toContain(said)
      await field.fill(before)
    }
    await submit.click()
    expect(job().account.consents).toEqual([])
  })

  it('says that an edit voids the yes, and asks again', async () => {
    const { page, jobId, newest, consent } = await openDesk()
    const consentId = consent([{ title: 'دیسک', part: true, decision: 'accepted' }])
    await showPath(page, `/consent/${jobId}/edit/${consentId}`)
    await page.locator('.consent-notice', { hasText: 'باطل' }).waitFor()
    const price = page.locator('.fld', { hasText: 'قیمت قطعه' }).locator('input')
    await price.fill('900000')
    await page.getByRole('button', { name: 'پرسیدن دوباره' }).click()
    const asked = await until(() => (newest().state === 'open' ? newest() : null), 'it is asked again')
    expect(asked.consent).toMatchObject({ supersedes: consentId, snapshot: { items: [{ title: 'دیسک', price: { partRial: 9_000_000 } }] } })
  })

  it('leaves the yes of what is taken out of an edit', async () => {
    const { page, jobId, newest, consent, job } = await openDesk()
    const consentId = consent([
      { title: 'دیسک', part: true, decision: 'accepted' },
      { title: 'بوش', part: true, decision: 'accepted' },
    ])
    await showPath(page, `/consent/${jobId}/edit/${consentId}`)
    await page.getByRole('button', { name: 'برداشتن مورد ۲' }).click()
    await page.locator('.fld', { hasText: 'قیمت قطعه' }).locator('input').fill('900000')
    await page.getByRole('button', { name: 'پرسیدن دوباره' }).click()
    await until(() => newest().state === 'open', 'it is asked again')
    const before = job().account.consents.find((view) => view.consent.consentId === consentId)
    expect(before?.consent.items.map(({ state }) => state)).toEqual(['voided', 'accepted'])
    expect(newest().consent.snapshot.items.map(({ title }) => title)).toEqual(['دیسک'])
  })

  it('asks once more for what was refused', async () => {
    const { page, jobId, newest, consent } = await openDesk()
    const consentId = consent([
      { title: 'دیسک', part: true, decision: 'accepted' },
      { title: 'بوش', part: true, decision: 'refused' },
    ])
    await showPath(page, `/consent/${jobId}/of/${consentId}`)
    await page.getByRole('link', { name: 'پرسیدن دوباره نپذیرفته‌ها' }).click()
    await page.getByRole('button', { name: 'پرسیدن دوباره' }).click()
    await until(() => newest().state === 'open', 'it is asked again')
    expect(newest().consent).toMatchObject({ supersedes: null, snapshot: { items: [{ title: 'بوش' }] } })
  })

  it('asks an expired request anew in one press', async () => {
    const { page, clock, service, jobId, ask, newest } = await openDesk()
    const consentId = ask()
    clock.pass(25 * hourMs)
    service.passMinute()
    await showPath(page, `/consent/${jobId}/of/${consentId}`)
    await page.getByRole('button', { name: 'پرسیدن دوباره', exact: true }).click()
    const anew = await until(() => (newest().state === 'open' ? newest() : null), 'it is asked again')
    expect(anew.consent.supersedes).toBe(consentId)
    expect(anew.consent.snapshot.items.map(({ title }) => title)).toEqual(three.map(({ title }) => title))
  })

  it('keeps what was written while another screen is looked at', async () => {
    const { page, jobId } = await openDesk()
    await showPath(page, `/consent/${jobId}`)
    await page.getByRole('combobox', { name: 'قطعه یا کار' }).fill('تنظیم موتور')
    await page.keyboard.press('Enter')
    await page.locator('.fld', { hasText: 'چرا لازم است' }).locator('textarea').fill('ناآرام کار می‌کند')
    await showPath(page, '/')
    await rowOf(page, jobId).waitFor()
    await showPath(page, `/consent/${jobId}`)
    const reason = page.locator('.fld', { hasText: 'چرا لازم است' }).locator('textarea')
    await reason.waitFor()
    expect(await reason.inputValue()).toBe('ناآرام کار می‌کند')
  })

  it('stores a photo without where it was taken', async () => {
    const { page, jobId, service } = await openDesk()
    await showPath(page, `/consent/${jobId}`)
    await page.getByRole('combobox', { name: 'قطعه یا کار' }).fill('تنظیم موتور')
    await page.keyboard.press('Enter')
    const bare = Buffer.from(demoPhotos.disc, 'base64')
    const buffer = Buffer.concat([bare.subarray(0, 2), Buffer.from(exifSegment), bare.subarray(2)])
    expect(readImageHeader(buffer)).toMatchObject({ hasMetadata: true })
    await page.locator('input[type="file"]').setInputFiles({ name: 'disc.jpg', mimeType: 'image/jpeg', buffer })
    const image = page.locator('.photo img')
    await image.waitFor()
    const kept = Buffer.from((await image.getAttribute('src'))?.split(',')[1] ?? '', 'base64')
    expect(readImageHeader(kept)).toMatchObject({ format: 'jpeg', hasMetadata: false })
    expect(service.photo(hashOf(kept))).toEqual({ base64: kept.toString('base64') })
  })
})

describe('the customer at the counter', () => {
  it('signs with more than a dot', async () => {
    const { page, hand, record, turn, newest } = await openDesk()
    await turn()
    for (const key of ['1', '1', '1']) await hand.press(key)
    await page.locator('.pad canvas').click({ position: { x: 40, y: 40 } })
    await page.getByText('این امضا کوتاه است').waitFor()
    expect(await record.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'پاک کردن امضا' }).click()
    await drawOnPad(page)
    await record.click()
    await until(() => newest().consent.answer, 'a real one is recorded')
  })

  it('signs again when an answer is changed under the signature', async () => {
    const { page, hand, record, turn, newest } = await openDesk()
    await turn()
    for (const key of ['1', '1', '1']) await hand.press(key)
    await drawOnPad(page)
    await hand.press('ArrowDown')
    await hand.press('2')
    await page.getByText('پاسخ عوض شد؛ دوباره امضا کنید').waitFor()
    expect(await record.isDisabled()).toBe(true)
    await until(() => newest().drafts[0]?.answers.some(({ decision }) => decision === 'refused'), 'the change is kept')
    expect(newest().drafts[0]?.signature).toBeNull()
  })

  it('reads in his language: shown again, and that is what the record holds', async () => {
    const { page, hand, record, turn, newest } = await openDesk()
    await turn()
    await until(() => newest().consent.shown.at(-1)?.text.language === 'fa', 'it is shown in Persian')
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { name: /we found 3 more things/ }).waitFor()
    await until(() => newest().consent.shown.at(-1)?.text.language === 'en', 'and in English')
    for (const key of ['2', '2', '2']) await hand.press(key)
    await drawOnPad(page)
    await record.click()
    const { answer, shown } = await until(() => (newest().consent.answer === null ? null : newest().consent), 'it is recorded')
    expect(answer?.textHash).toBe(shown.at(-1)?.textHash)
    expect(shown.at(-1)?.text.body).toContain('If you refuse:')
    await page.getByText('You accepted none.').waitFor()
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr')
    await page.getByRole('button', { name: 'Back to the desk' }).click()
    await page.getByRole('heading', { name: 'رضایت‌نامه ۱' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  })

  it('shows the desk each press as it is made', async () => {
    const { hand, turn, jobId, newest, url } = await openDesk()
    await turn()
    const desk = closeAfterTest(await openPage(browser(), url, { language: 'fa', theme: 'light' }))
    await showPath(desk, `/consent/${jobId}`)
    await desk.getByRole('heading', { name: 'درخواست رضایت ۱' }).waitFor()
    await hand.press('1')
    await desk.locator('.answer-mark.accepted').waitFor()
    await hand.press('2')
    await desk.locator('.answer-mark.refused').waitFor()
    expect(newest().consent.answer).toBeNull()
  })

  it('says yes on a condition, which the record keeps', async () => {
    const { page, hand, record, turn, newest } = await openDesk()
    await turn()
    await page.locator('.counter-item').first().getByRole('button', { name: 'با شرط' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('اگر تا ساعت پنج آماده شود')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    // The keys go on with the next item.
    for (const key of ['1', '2']) await hand.press(key)
    await drawOnPad(page)
    await record.click()
    const answer = await until(() => newest().consent.answer, 'the answer is recorded')
    expect(answer.answers).toEqual([
      { itemNo: 1, decision: 'accepted', condition: 'اگر تا ساعت پنج آماده شود' },
      { itemNo: 2, decision: 'accepted', condition: '' },
      { itemNo: 3, decision: 'refused', condition: '' },
    ])
  })

  it('wants to be called later: nothing is decided, and the desk is reminded', async () => {
    const { page, turn, newest, clock } = await openDesk()
    await turn()
    await page.getByRole('button', { name: 'بعداً با من تماس بگیرید' }).click()
    await page.getByRole('button', { name: '۳۰ دقیقه دیگر' }).click()
    const at = await until(() => newest().consent.callAgainAtUtcMs, 'the call is noted')
    expect(Math.abs(at - clock.wallUtcMs() - hourMs / 2)).toBeLessThan(hourMs / 60)
    expect(newest().state).toBe('open')
  })

  it('is told when the request is gone while he reads', async () => {
    const { page, turn, surely, jobId, newest } = await openDesk()
    await turn()
    surely({ type: 'dropConsent', jobId, consentId: newest().consent.consentId, reason: 'قیمت عوض شد' })
    await page.getByText('این پرسش دیگر باز نیست').waitFor()
    expect(await page.locator('.counter-item').count()).toBe(0)
  })

  it('leaves only by two presses', async () => {
    const { page, hand, turn } = await openDesk()
    await turn()
    await hand.press('Escape')
    await page.getByRole('dialog', { name: 'بازگشت به میز پذیرش' }).waitFor()
    await hand.press('Escape')
    expect(page.url()).toContain('/counter/')
    await page.getByRole('button', { name: 'پذیرش', exact: true }).click()
    await page.getByRole('button', { name: 'بازگشت به پذیرش' }).click()
    await page.waitForURL('**/consent/**')
  })

  it('signs with a finger on a tablet', async () => {
    const { page, record, turn, newest } = await openDesk({ width: 1024, height: 768 })
    await turn()
    for (const index of [0, 1, 2]) await page.locator('.counter-item').nth(index).locator('.choice.accepted').click()
    const box = await page.locator('.pad canvas').boundingBox()
    if (box === null) throw new Error('the pad is on the screen')
    const touch = await page.context().newCDPSession(page)
    const points = (n: number) => [{ x: box.x + 40 + n * 4, y: box.y + 60 + (n % 8) * 4 }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) })
    for (let n = 1; n < 40; n += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(n) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await record.click()
    const answer = await until(() => newest().consent.answer, 'the answer is recorded')
    expect(answer.answers.map(({ decision }) => decision)).toEqual(['accepted', 'accepted', 'accepted'])
  })
})

it('an answer by telephone is read, repeated and noted: grade D', async () => {
  const { page, ask, jobId, newest } = await openDesk()
  await showPath(page, `/consent/${jobId}/call/${ask()}`)
  const next = page.locator('.call-do .btn.primary')
  await next.click()
  await page.getByText('شماره‌ای را که گرفتید بنویسید').waitFor()
  await page.getByRole('textbox', { name: 'شماره' }).fill('۰۹۱۲ ۴۸۶ ۲۱۷۵')
  await next.click()
  await page.getByText('تماس از').waitFor()
  await next.click()
  await page.getByText('هنوز بی‌پاسخ: مورد ۱، ۲ و ۳').waitFor()
  for (const [index, label] of ['پذیرفت', 'نپذیرفت', 'بعداً'].entries()) {
    await page.locator('.call-answers li').nth(index).getByText(label, { exact: true }).click()
  }
  await next.click()
  await page.getByText('پس از بازگویی مشتری').waitFor()
  expect(newest().consent.answer).toBeNull()
  await page.getByText('را خواندم و بازگو کرد').click()
  await next.click()
  const { consent, grade } = await until(() => (newest().consent.answer === null ? null : newest()), 'the answer is recorded')
  expect(grade).toBe('D')
  expect(consent.answer).toMatchObject({
    answers: [{ decision: 'accepted' }, { decision: 'refused' }, { decision: 'later' }],
    evidence: { channel: 'call', number: '09124862175', readBack: true },
  })
  expect(consent.shown.map(({ channel }) => channel)).toEqual(['call'])
  await page.getByRole('heading', { name: 'رضایت‌نامه ۱' }).waitFor()
})

it('a yes is withdrawn from the record before its work begins', async () => {
  const { page, jobId, consent, job, newest } = await openDesk()
  const before = job().account.meter.capRial
  const consentId = consent([{ title: 'دیسک', part: true, decision: 'accepted' }])
  expect(job().account.meter.capRial).toBeGreaterThan(before)
  await showPath(page, `/consent/${jobId}/of/${consentId}`)
  await page.getByRole('button', { name: 'پس گرفتن…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'دلیل' }).fill('گران است')
  await page.getByRole('button', { name: 'ثبت پس گرفتن' }).click()
  await until(() => newest().state === 'withdrawn', 'it is withdrawn')
  expect(job().account.meter.capRial).toBe(before)
  await page.locator('.item-state', { hasText: 'پس گرفته شد' }).waitFor()
  // Paper says what became of the yes, whichever it is: a printed yes that no longer stands would be a false proof.
  await showPath(page, `/print/consent/${jobId}/${consentId}`)
  await page.getByRole('article').getByText('اکنون: پس گرفته شد').waitFor()
  await showPath(page, `/print/invoice/${jobId}`)
  await page
    .getByRole('article')
    .getByText(/دیسک.*اکنون: پس گرفته شد/)
    .waitFor()
})
