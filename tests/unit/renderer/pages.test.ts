import { beforeAll, describe, expect, it } from 'vitest'
import type { EventId } from '../../../core/basics/ids.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { TimelineEntry } from '../../../core/contract/views.ts'
import { checkBookings, readBookings } from '../../../core/domain/booking/check.ts'
import { defaultQueueSettings } from '../../../core/domain/queue/types.ts'
import { readBookingFile as readBookingText } from '../../../electron/service/bookings/readFile.ts'
import { bookingFileMostBytes, readBookingFile } from '../../../renderer/features/bookings/readBookingFile.ts'
import { sampleFile } from '../../../renderer/features/bookings/sampleFile.ts'
import { lineTitles } from '../../../renderer/features/job/lineTitles.ts'
import { entryWords } from '../../../renderer/features/job/timelineItem.ts'
import { exampleDay } from '../../../renderer/features/settings/queue/exampleDay.ts'
import { formatIn } from '../../../renderer/i18n/format.ts'
import type { Language } from '../../../renderer/i18n/languages.ts'
import { loadText, type Text } from '../../../renderer/i18n/text.ts'
import { at, car, desk, garage, oil } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'

const texts = new Map<Language, Text>()
beforeAll(async () => {
  for (const language of ['fa', 'en'] as const) texts.set(language, (await loadText(language)).t)
})
function text(language: Language): Text {
  const loaded = texts.get(language)
  if (loaded === undefined) throw new Error(`no texts in ${language}`)
  return loaded
}

describe('a file of bookings', () => {
  it.each(['fa', 'en'] as const)('offered as a sample (%s) is one that this garage takes', (language) => {
    const now = at('10:20')
    const file = readBookingText(sampleFile(garage, now, text(language)))
    if (!file.ok) throw new Error(file.error.code)
    const context = { garage, nowUtcMs: now, taken: new Map(), expected: [], openVisits: [] }
    const rows = checkBookings(readBookings(file.value, garage), context).map(({ row }) => row)
    expect(rows).toMatchObject([{ state: 'good', problems: [], offer: { offerId: 'OF-1001' } }])
    expect(rows[0]?.materials.map(({ quantity }) => quantity)).toEqual([{ milli: 4000, unit: 'litre' }])
  })

  it('is refused unread when it is too large, and when it is no UTF-8 text', async () => {
    const large = new File([new Uint8Array(bookingFileMostBytes + 1)], 'large.csv')
    expect(await readBookingFile(large)).toEqual({ ok: false, error: { code: 'fileTooLarge', mostBytes: bookingFileMostBytes } })
    const workbook = new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'bookings.xls')
    expect(await readBookingFile(workbook)).toEqual({ ok: false, error: { code: 'notText' } })
    const marked = new File(['\ufeffتاریخ'], 'day.csv')
    expect(await readBookingFile(marked)).toEqual({ ok: true, value: { fileName: 'day.csv', text: 'تاریخ' } })
  })
})

describe('the live example of the queue minutes', () => {
  const classesOf = (graceMin: number) => {
    const { cards } = exampleDay(at('10:20'), { ...defaultQueueSettings, graceMin }, garage, text('fa'))
    return cards.map(({ vehicle, arrivalClass }) => `${vehicle.model}: ${arrivalClass}`)
  }

  it('follows the rules of the real queue: a shorter grace makes the first car late, and it goes to the end', () => {
    expect(classesOf(10)[0]).toBe('پژو ۲۰۶: onTime')
    expect(classesOf(5).at(-1)).toBe('پژو ۲۰۶: late')
  })
})

describe('the timeline of a job', () => {
  it('says of a correction what changed, from what to what, and nothing else', () => {
    const { serviceId, title, quotedMin, needs } = oil
    const services = [{ serviceId, title, quotedMin, needs, priceRial: rial(1) }]
    const before = { customer: { name: 'مریم احمدی', mobile: null }, vehicle: car('47د526-88'), services, note: '' }
    const entry: TimelineEntry = {
      eventId: testId<EventId>(1),
      atUtcMs: at('10:20'),
      actor: { personId: desk.personId, name: desk.name },
      event: { type: 'detailsCorrected', ...before, vehicle: car('47د526-88', 'تارا'), note: 'کلید پیش نگهبان', reason: 'بد شنیده شد' },
      bayName: null,
      mechanicName: null,
      withdrawn: false,
    }
    const fa = text('fa')
    const titles = lineTitles({ rows: [], consents: [], findings: [], uses: [] })
    expect(entryWords(entry, before, titles, fa, formatIn(fa, 'fa', 'Asia/Tehran', 'toman')).facts).toEqual([
      'خودرو: تارا، پیش‌تر پژو ۲۰۶',
      'یادداشت: کلید پیش نگهبان، پیش‌تر (خالی)',
      'دلیل: بد شنیده شد',
    ])
  })
})
