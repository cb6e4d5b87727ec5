import { describe, expect, test } from 'vitest'
import type { JobId } from '../../../core/basics/ids.ts'
import { checkBookings, readBookings, type BookingsContext, type CheckedBooking } from '../../../core/domain/booking/check.ts'
import { decideBooking } from '../../../core/domain/booking/decide.ts'
import { splitMaterials } from '../../../core/domain/booking/materialText.ts'
import type { RawBooking, TakenBooking } from '../../../core/domain/booking/types.ts'
import { dayHours, defaultWorkingHours } from '../../../core/persian/workingCalendar.ts'
import { isoDate } from '../../../core/persian/jalali.ts'
import { at, brakes, car, garage, oil } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'

const now = at('09:00')

function raw(other: Partial<RawBooking> = {}): RawBooking {
  return {
    row: 2,
    ref: 'KMX-1',
    date: '1405/09/01',
    time: '10:00',
    plate: '12 ب 345 ایران 67',
    model: 'پژو ۲۰۶',
    name: 'مریم احمدی',
    mobile: '09990000001',
    services: ['تعویض روغن'],
    materials: [],
    price: '21800000',
    offer: '',
    offerRevision: '',
    vat: '',
    note: '',
    ...other,
  }
}

function check(raws: readonly RawBooking[], other: Partial<BookingsContext> = {}): readonly CheckedBooking[] {
  const context: BookingsContext = { garage, nowUtcMs: now, taken: new Map(), expected: [], openVisits: [], ...other }
  return checkBookings(readBookings(raws, context.garage), context)
}

/** The only row's judgement. */
function checkOne(other: Partial<RawBooking>, context: Partial<BookingsContext> = {}): CheckedBooking {
  const [only] = check([raw(other)], context)
  if (only === undefined) throw new Error('one row in, one row out')
  return only
}

function problemsOf(other: Partial<RawBooking>, context: Partial<BookingsContext> = {}) {
  return checkOne(other, context).row.problems
}

describe('a good row', () => {
  const booking = {
    ref: 'KMX-1',
    slotStartUtcMs: at('10:00'),
    vehicle: car('12 ب 345 ایران 67'),
    customer: { name: 'مریم احمدی', mobile: '09990000001' },
    services: [{ serviceId: oil.serviceId, title: oil.title, quotedMin: 30, priceRial: 21_800_000, needs: oil.needs }],
    materials: [],
    acceptedRial: 21_800_000,
    offer: null,
    note: '',
  }

  test('says what the job will be', () => {
    const { row, booking: found } = checkOne({})
    expect(row).toMatchObject({ state: 'good', problems: [], warnings: [], serviceTitles: ['تعویض روغن'] })
    expect(found).toEqual(booking)
  })

  test.each([
    ['Persian', { date: '۱۴۰۵/۹/۱', time: '۱۰:۰۰', plate: '۱۲ ب ۳۴۵ ایران ۶۷', mobile: '۰۹۹۹۰۰۰۰۰۰۱', price: '۲۱٬۸۰۰٬۰۰۰ ریال' }],
    [
      'Arabic',
      { date: '١٤٠٥-٠٩-٠١', time: '١٠:٠٠', plate: 'ایران ٦٧ ١٢ب٣٤٥', mobile: '+٩٨٩٩٩٠٠٠٠٠٠١', price: '٢١٨٠٠٠٠٠', name: 'مريم احمدي' },
    ],
    ['Latin, Gregorian', { date: '2026-11-22', time: '10:00:00', plate: '12B345-67', mobile: '00989990000001', price: '21,800,000' }],
    [
      'full width',
      {
        date: '２０２６／１１／２２',
        time: '１０：００',
        plate: '１２ب３４５６７',
        mobile: '９９９００００００１',
        price: '21800000.00',
      },
    ],
  ])('reads %s', (_, typed) => {
    const { row, booking: found } = checkOne(typed)
    expect(row.problems).toEqual([])
    expect(found).toMatchObject({ slotStartUtcMs: at('10:00'), vehicle: car('12 ب 345 ایران 67'), acceptedRial: 21_800_000 })
    expect(found?.customer.mobile).toBe('09990000001')
  })

  test.each([
    'تعویض روغن+لنت ترمز جلو',
    'تعويض روغن؛ لنت ترمز جلو',
    'تعویض  روغن ; لنت ترمز جلو',
    'تعویض روغن|لنت ترمز جلو',
    'تعویض روغن، لنت ترمز جلو',
  ])('finds the services of %s', (services) => {
    expect(checkOne({ services: [services] }).booking?.services.map((service) => service.serviceId)).toEqual([
      oil.serviceId,
      brakes.serviceId,
    ])
  })

  test('a title that holds a separator is one service when the price list has it', () => {
    const title = 'تعویض روغن + فیلتر'
    const listed = { ...garage, services: [...garage.services, { ...oil, serviceId: brakes.serviceId, title }] }
    expect(checkOne({ services: [title] }, { garage: listed }).row.serviceTitles).toEqual([title])
  })

  test('a service named twice is asked for once', () => {
    expect(checkOne({ services: ['تعویض روغن + تعویض روغن'] }).booking?.services).toHaveLength(1)
  })

  test('needs no price, no model, no note, and either name or mobile', () => {
    expect(checkOne({ price: ' ', model: '', name: '' }).booking).toMatchObject({ acceptedRial: null, vehicle: { model: '' } })
    expect(checkOne({ mobile: '' }).booking?.customer).toEqual({ name: 'مریم احمدی', mobile: null })
  })

  test('without a reference it gets one of plate and slot, whatever their spelling', () => {
    const typed = checkOne({ ref: ' ' }).row.ref
    expect(typed).toBe('12ب345-67@2026-11-22T10:00')
    expect(checkOne({ ref: '', plate: '۱۲ب۳۴۵۶۷', date: '2026/11/22', time: '۱۰' }).row.ref).toBe(typed)
  })

  test('keeps typed text without what nobody typed', () => {
    const found = checkOne({ name: '\u202bعلی\u0007 ‌پور\u202c', note: 'یک\r\nدو', model: 'x\ud800' }).booking
    expect(found?.customer.name).toBe('علی ‌پور')
    expect(found?.note).toBe('یک دو')
    expect(found?.vehicle.model).toBe('x\ufffd')
  })

  test('becomes a job that is expected at its slot', () => {
    const found = checkOne({}).booking
    expect(found && decideBooking(found, 'day.csv', 7)).toEqual([
      {
        type: 'jobOpened',
        jobNo: 7,
        origin: { kind: 'booking', bookingRef: 'KMX-1', fileName: 'day.csv' },
        slotStartUtcMs: booking.slotStartUtcMs,
        customer: booking.customer,
        vehicle: booking.vehicle,
        services: booking.services,
        acceptedRial: booking.acceptedRial,
        note: '',
      },
    ])
  })
})

describe('a bad row says why', () => {
  test.each([
    [{ plate: '12 ب 34' }, { code: 'badPlate', typed: '12 ب 34' }],
    [{ mobile: '0912' }, { code: 'badMobile', typed: '0912' }],
    [{ date: '1405/12/30' }, { code: 'badDate', typed: '1405/12/30' }],
    [{ date: '05/09/01' }, { code: 'badDate', typed: '05/09/01' }],
    [{ time: '25:00' }, { code: 'badTime', typed: '25:00' }],
    [{ price: '2180000 تومان' }, { code: 'badPrice', typed: '2180000 تومان' }],
    [{ price: '-5' }, { code: 'badPrice', typed: '-5' }],
    [{ price: '1000000000001' }, { code: 'badPrice', typed: '1000000000001' }],
    [{ services: ['شست‌وشو'] }, { code: 'unknownService', typed: 'شست‌وشو' }],
    [{ date: '' }, { code: 'missing', field: 'date' }],
    [{ time: ' ' }, { code: 'missing', field: 'time' }],
    [{ plate: '' }, { code: 'missing', field: 'plate' }],
    [{ services: [''] }, { code: 'missing', field: 'services' }],
    [
      { name: '', mobile: '' },
      { code: 'missing', field: 'name' },
    ],
    [{ name: 'ا'.repeat(81) }, { code: 'tooLong', field: 'name', most: 80 }],
    [{ ref: 'x'.repeat(81) }, { code: 'tooLong', field: 'ref', most: 80 }],
    [{ note: 'x'.repeat(501) }, { code: 'tooLong', field: 'note', most: 500 }],
  ] as const)('%j', (typed, problem) => {
    const { row, booking } = checkOne(typed)
    expect(row.problems).toEqual([problem])
    expect(row.state).toBe('bad')
    expect(booking).toBeNull()
  })

  test('all of its problems at once, and long text cut', () => {
    const problems = problemsOf({ plate: '9'.repeat(500), mobile: 'x', date: 'x', time: 'x', price: 'x', services: ['x'] })
    expect(problems.map((problem) => problem.code)).toEqual(['badDate', 'badTime', 'badPlate', 'badMobile', 'unknownService', 'badPrice'])
    expect(problems).toContainEqual({ code: 'badPlate', typed: `${'9'.repeat(79)}…` })
  })

  test('a service that is no longer offered', () => {
    const without = { ...garage, services: garage.services.map((service) => ({ ...service, active: service !== oil })) }
    expect(problemsOf({}, { garage: without })).toEqual([{ code: 'unknownService', typed: 'تعویض روغن' }])
  })
})

describe('the slot', () => {
  const holiday = isoDate('2026-11-24')
  const hours = { ...defaultWorkingHours, holidays: [{ date: holiday, title: 'تعطیل' }] }
  const here = { garage: { ...garage, hours } }

  test.each([
    ['an earlier day', { date: '1405/08/30' }, 'slotInPast'],
    ['a holiday', { date: '1405/09/03' }, 'slotOnHoliday'],
    ['Friday', { date: '1405/09/06' }, 'slotOnClosedDay'],
    ['before opening', { time: '07:59' }, 'slotOutsideHours'],
    ['at closing', { time: '18:00' }, 'slotOutsideHours'],
    ['Thursday afternoon', { date: '1405/09/05', time: '14:00' }, 'slotOutsideHours'],
    ['before opening of today, which is past', { time: '06:00' }, 'slotOutsideHours'],
  ])('on %s is refused', (_, typed, code) => {
    expect(problemsOf(typed, here)).toEqual([{ code }])
  })

  test('of today that has begun is taken with a warning', () => {
    const { row } = checkOne({ time: '08:30' })
    expect(row).toMatchObject({ state: 'good', warnings: [{ code: 'slotAlreadyBegun' }] })
  })

  test('on a holiday with hours of its own is good', () => {
    const opened = { ...hours, exceptions: [{ date: holiday, hours: dayHours(isoDate('2026-11-22'), hours) }] }
    expect(problemsOf({ date: '1405/09/03' }, { garage: { ...garage, hours: opened } })).toEqual([])
  })
})

describe('rows beside each other', () => {
  test('the second of one reference is refused, in whatever script', () => {
    const [first, second] = check([raw(), raw({ row: 3, ref: 'KMX-۱', plate: '11 ب 111 ایران 11' })])
    expect(first?.row.state).toBe('good')
    expect(second?.row.problems).toEqual([{ code: 'twiceInFile', firstRow: 2 }])
  })

  test('the same car and slot without a reference is the same booking', () => {
    const [, second] = check([raw({ ref: '' }), raw({ row: 3, ref: '' })])
    expect(second?.row.problems).toEqual([{ code: 'twiceInFile', firstRow: 2 }])
  })

  test('one plate twice on a day is warned of on both', () => {
    const checked = check([raw(), raw({ row: 3, ref: 'KMX-2', time: '15:00' }), raw({ row: 4, ref: 'KMX-3', date: '1405/09/02' })])
    expect(checked.map(({ row }) => row.warnings)).toEqual([
      [{ code: 'samePlateSameDay', otherRow: 3 }],
      [{ code: 'samePlateSameDay', otherRow: 2 }],
      [],
    ])
  })

  test('a plate that an earlier file or the counter has for that day is warned of', () => {
    const visit = { jobId: testId<JobId>(9), jobNo: 12, vehicle: car('12ب345-67'), atUtcMs: at('15:00') }
    const [today, tomorrow, other] = check(
      [raw(), raw({ row: 3, ref: 'KMX-2', date: '1405/09/02' }), raw({ row: 4, ref: 'KMX-3', plate: '11 ب 111 ایران 11' })],
      {
        openVisits: [visit],
      },
    )
    expect(today?.row).toMatchObject({ state: 'good', warnings: [{ code: 'plateBookedThatDay', jobId: visit.jobId, jobNo: 12 }] })
    expect([tomorrow?.row.warnings, other?.row.warnings]).toEqual([[], []])
  })

  const three = ['11', '22', '33'].map((code, index) => raw({ row: index + 2, ref: `KMX-${index}`, plate: `12 ب 345 ایران ${code}` }))

  test('more at once than active bays is warned of', () => {
    expect(check(three).map(({ row }) => row.warnings)).toEqual(
      Array.from({ length: 3 }, () => [{ code: 'moreThanBays', atOnce: 3, bays: 2 }]),
    )
  })

  test('as many as active bays is not', () => {
    expect(check(three.slice(0, 2)).map(({ row }) => row.warnings)).toEqual([[], []])
  })

  test('those who are expected already count, those whose time is over do not', () => {
    const [one] = three
    if (one === undefined) throw new Error('three rows')
    const expected = [at('09:31'), at('10:00'), at('09:30'), at('10:01')].map((slotStartUtcMs) => ({ slotStartUtcMs, services: [oil] }))
    expect(check([one], { expected }).map(({ row }) => row.warnings)).toEqual([[{ code: 'moreThanBays', atOnce: 3, bays: 2 }]])
  })
})

describe('what was taken before', () => {
  const jobId = testId<JobId>(9)

  function takenFrom(other: Partial<RawBooking>): ReadonlyMap<string, TakenBooking> {
    const content = checkOne(other).booking
    if (content === null) throw new Error('a good row')
    return new Map([[content.ref, { jobId, jobNo: 12, content }]])
  }

  const wanted = {
    materials: splitMaterials('روغن موتور | 4 لیتر | 14000000 ; فیلتر | 1 عدد | 1900000'),
    offer: 'OF-1',
    offerRevision: '1',
  }

  test('is known again, with no problem and no booking', () => {
    const { row, booking } = checkOne({}, { taken: takenFrom({}) })
    expect(row).toMatchObject({ state: 'alreadyTaken', problems: [], warnings: [] })
    expect(booking).toBeNull()
  })

  test('also when its day is over, its service no longer offered, or its price list has changed', () => {
    const later = { ...garage, services: [{ ...oil, active: false, quotedMin: 45 }] }
    expect(checkOne({}, { taken: takenFrom({}), nowUtcMs: at('09:00', 3), garage: later }).row.state).toBe('alreadyTaken')
  })

  test('also when another program spells it otherwise', () => {
    const materials = splitMaterials('فیلتر|-|۱ عدد|۱٬۹۰۰٬۰۰۰؛روغن  موتور | | ۴۰۰۰ سی‌سی | ۱۴۰۰۰۰۰۰ ریال')
    const other = {
      date: '2026-11-22',
      plate: '12ب345-67',
      name: 'مريم احمدي',
      price: '21,800,000',
      materials,
      offer: 'OF-۱',
      vat: 'inside',
    }
    expect(checkOne(other, { taken: takenFrom(wanted) }).row).toMatchObject({ state: 'alreadyTaken', problems: [] })
  })

  test.each([
    { time: '11:00' },
    { plate: '12 ب 346 ایران 67' },
    { name: 'مریم اکبری' },
    { services: ['لنت ترمز جلو'] },
    { price: '', offer: '', offerRevision: '' },
    { note: 'تازه' },
    { materials: splitMaterials('روغن موتور | ۳٫۵ لیتر | 14000000') },
    { materials: splitMaterials('روغن موتور | 4 لیتر | 14000001') },
    { materials: splitMaterials('روغن موتور | بهران | 4 لیتر | 14000000') },
    { materials: [] },
    { offer: 'OF-2' },
    { offerRevision: '2' },
    { vat: 'added 10%' },
    { offer: '', offerRevision: '' },
  ])('with other content it is refused: %j', (other) => {
    expect(problemsOf({ ...wanted, ...other }, { taken: takenFrom(wanted) })).toEqual([{ code: 'takenWithOtherContent', jobId, jobNo: 12 }])
  })
})
