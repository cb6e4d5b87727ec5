import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommandId, PersonId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Outcome } from '../../core/contract/contract.ts'
import type { BookingRow } from '../../core/contract/views.ts'
import type { Command } from '../support/service.ts'
import { rial } from '../../core/basics/rial.ts'
import { agreedLines } from '../../core/domain/pricing/agreed.ts'
import { capRial } from '../../core/domain/pricing/cap.ts'
import { isoDate } from '../../core/persian/jalali.ts'
import { defaultWorkingHours } from '../../core/persian/workingCalendar.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { previewBookings } from '../../electron/service/bookings/preview.ts'
import { todayBoard } from '../../electron/service/board.ts'
import { garageContext, type GarageContext } from '../../electron/service/context.ts'
import { demoBays, demoGarage } from '../../electron/service/demo/garage.ts'
import { playedClock, type PlayedClock } from '../../electron/service/demo/playedClock.ts'
import { handleCommand } from '../../electron/service/handleCommand.ts'
import { newId } from '../../electron/service/ids.ts'
import { setUp } from '../../electron/service/setUp.ts'
import { temporaryDatabase } from '../support/database.ts'
import { at } from '../support/garage.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sample = (name: string): string => readFileSync(path.join(root, 'samples', name), 'utf8')

type House = { readonly context: GarageContext; readonly clock: PlayedClock; readonly ownerId: PersonId }

/** The demo's price list in a garage with the usual hours and one holiday, 22 Bahman 1405. */
function openHouse(nowUtcMs: UtcMs = at('07:30')): House {
  const clock = playedClock(nowUtcMs)
  const context = garageContext(temporaryDatabase(), clock)
  const hours = { ...defaultWorkingHours, holidays: [{ date: isoDate('2027-02-11'), title: 'پیروزی انقلاب' }] }
  const made = setUp(context, { ...demoGarage, hours, bays: demoBays }, false)
  if (!made.ok) throw new Error(made.error.code)
  return { context, clock, ownerId: made.value.ownerId }
}

function give({ context, ownerId }: House, command: Command): Outcome {
  return handleCommand(context, { commandId: newId<CommandId>(context.clock.wallUtcMs()), actorId: ownerId, command }).outcome
}

function take(house: House, text: string, fileName = 'day.csv') {
  const outcome = give(house, { type: 'takeBookings', fileName, text })
  return outcome.ok ? outcome.value.bookings : outcome.error
}

function preview({ context }: House, text: string) {
  const garage = context.garage()
  if (garage === null) throw new Error('a garage')
  return previewBookings(context, garage, { fileName: 'day.csv', text }, context.clock.wallUtcMs())
}

function rowsOf(house: House, text: string): readonly BookingRow[] {
  const previewed = preview(house, text)
  if (!previewed.ok) throw new Error(previewed.error.code)
  return previewed.value.rows
}

const header = 'ref,date,time,plate,name,services,price\n'
const line = (ref: string, date = '1405/09/01', time = '11:00', plate = '12ب34567', price = ''): string =>
  `${ref},${date},${time},${plate},مریم,تعویض باتری,${price}\n`

describe('a file taken', () => {
  test('opens a job for each good row, expected at its slot, in the order of the file', () => {
    const house = openHouse()
    expect(take(house, sample('bookings-24.csv'))).toEqual({ taken: 24, bad: 0, alreadyTaken: 0 })
    const garage = house.context.garage()
    const board = garage && todayBoard(house.context, garage)
    expect(board?.expected.map((card) => card.jobNo)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
    expect(board?.expected[0]).toMatchObject({ slotStartUtcMs: at('08:00'), services: [{ title: 'تعویض روغن و فیلترها', quotedMin: 30 }] })
  })

  test('a second time doubles nothing, whatever its form', () => {
    const house = openHouse()
    take(house, sample('bookings-24.csv'))
    expect(take(house, sample('bookings-24.csv'), 'copy.csv')).toEqual({ taken: 0, bad: 0, alreadyTaken: 24 })
    const asJson = readFileSync(path.join(root, 'electron/service/demo/dayBookings.json'), 'utf8')
    expect(take(house, asJson, 'day.json')).toEqual({ taken: 0, bad: 0, alreadyTaken: 24 })
    expect(house.context.openJobs().size).toBe(24)
  })

  test('the same command id answers as it did and does nothing again', () => {
    const house = openHouse()
    const input = {
      commandId: newId<CommandId>(at('07:30')),
      actorId: house.ownerId,
      command: { type: 'takeBookings', fileName: 'day.csv', text: header + line('K1') },
    } as const
    const first = handleCommand(house.context, input)
    expect(handleCommand(house.context, input)).toEqual({ outcome: first.outcome, touched: null })
    expect(first.touched?.jobIds).toEqual([...house.context.openJobs().keys()])
  })

  test('without references, twice, doubles nothing', () => {
    const house = openHouse()
    const text = header + line('') + line('', '1405/09/01', '12:00')
    expect(take(house, text)).toEqual({ taken: 2, bad: 0, alreadyTaken: 0 })
    expect(take(house, text.replaceAll('1405/09/01', '2026-11-22'))).toEqual({ taken: 0, bad: 0, alreadyTaken: 2 })
  })

  test('grown by a row takes that row alone, also when the desk has changed the first and its day is over', () => {
    const house = openHouse()
    take(house, header + line('K1'))
    const [jobId] = house.context.openJobs().keys()
    if (jobId === undefined) throw new Error('a job')
    expect(give(house, { type: 'moveSlot', jobId, toUtcMs: at('15:00', 1), reason: 'خودش خواست' }).ok).toBe(true)
    house.clock.set(at('08:00', 2))
    expect(take(house, header + line('K1') + line('K2', '1405/09/04'))).toEqual({ taken: 1, bad: 0, alreadyTaken: 1 })
  })

  test('with other content under a known reference is refused and named', () => {
    const house = openHouse()
    take(house, header + line('K1'))
    const [row] = rowsOf(house, header + line('K1', '1405/09/01', '12:00'))
    expect(row?.problems).toEqual([{ code: 'takenWithOtherContent', jobId: [...house.context.openJobs().keys()][0], jobNo: 1 }])
    expect(take(house, header + line('K1', '1405/09/01', '12:00'))).toEqual({ taken: 0, bad: 1, alreadyTaken: 0 })
  })

  test('half a file, a newer file, a wrong file write nothing', () => {
    const house = openHouse()
    const csv = sample('bookings-24.csv')
    expect(take(house, csv.slice(0, csv.lastIndexOf('+')))).toEqual({ code: 'fileCut', afterRow: 22 })
    expect(take(house, sample('bookings-2000.json').slice(0, 300_000))).toMatchObject({ code: 'fileCut' })
    expect(take(house, '{"format":"pishkhan.bookings","version":2,"bookings":[]}')).toEqual({ code: 'fileVersionNewer', version: 2 })
    expect(take(house, '%PDF-1.7')).toEqual({ code: 'fileKindUnknown' })
    expect(house.context.openJobs().size).toBe(0)
  })

  test('two thousand at once: every row accounted for, the log whole, the projections equal to the log', () => {
    const house = openHouse()
    expect(take(house, sample('bookings-2000.json'), 'season.json')).toEqual({ taken: 2_000, bad: 0, alreadyTaken: 0 })
    expect(take(house, sample('bookings-2000.json'), 'season.json')).toEqual({ taken: 0, bad: 0, alreadyTaken: 2_000 })
    expect(firstChainFault(house.context.db)).toBeNull()
    const before = projectionDigests(house.context.db)
    rebuildProjections(house.context.db)
    expect(projectionDigests(house.context.db)).toEqual(before)
  })

  test('four hundred for one day: taken, and said to be more than the bays', () => {
    const house = openHouse()
    const lines = Array.from({ length: 400 }, (_, index) => {
      const time = `${8 + Math.floor(index / 40)}:${String((index % 4) * 15).padStart(2, '0')}`
      return line(`K${index}`, '1405/09/02', time, `12ب${111 + index}67`)
    })
    const rows = rowsOf(house, header + lines.join(''))
    expect(rows.every((row) => row.warnings.some((warning) => warning.code === 'moreThanBays'))).toBe(true)
    expect(take(house, header + lines.join(''))).toEqual({ taken: 400, bad: 0, alreadyTaken: 0 })
  })
})

describe('requested work', () => {
  const columns = 'ref,date,time,plate,name,services,materials,price,offer,offer_revision,vat\n'
  const oil = 'روغن موتور | بهران | 10W-40 | ۴ لیتر | ۱۴۰۰۰۰۰۰'
  const row = (materials: string, price = '20000000', offer = 'OF-1,2,added 10%'): string =>
    `${columns}K1,1405/09/01,11:00,12ب34567,مریم,تعویض روغن و فیلترها,${materials},${price},${offer}\n`

  function jobOf({ context }: House) {
    const [job] = context.openJobs().values()
    if (job === undefined) throw new Error('a job')
    return job
  }

  test('comes with the booking: materials, offer, and the price with VAT inside', () => {
    const house = openHouse()
    expect(take(house, row(`${oil} ; فیلتر روغن | ۱ عدد`))).toEqual({ taken: 1, bad: 0, alreadyTaken: 0 })
    const job = jobOf(house)
    expect(job.materials).toEqual([
      {
        lineNo: 1,
        spec: { kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', partNo: null },
        quantity: { milli: 4000, unit: 'litre' },
        priceRial: 14_000_000,
      },
      {
        lineNo: 2,
        spec: { kind: 'فیلتر روغن', brand: null, grade: null, partNo: null },
        quantity: { milli: 1000, unit: 'piece' },
        priceRial: 0,
      },
    ])
    expect(job.offer).toEqual({ offerId: 'OF-1', revision: 2, amountRial: 20_000_000, vat: { kind: 'added', ratePermyriad: 1000 } })
    expect([job.acceptedRial, capRial(job)]).toEqual([22_000_000, 22_000_000])
  })

  test('is shown by the preview as it was understood', () => {
    const [good] = rowsOf(openHouse(), row(oil))
    expect(good).toMatchObject({ state: 'good', acceptedRial: 22_000_000, offer: { offerId: 'OF-1' }, materials: [{ lineNo: 1 }] })
    const [bad] = rowsOf(openHouse(), row(`${oil};شمع | نیم عدد`))
    expect(bad).toMatchObject({ state: 'bad', materials: [{ lineNo: 1 }], problems: [{ code: 'badQuantity', item: 2 }] })
  })

  test('the accepted price rules, whatever the lines come to', () => {
    for (const price of ['1', '17500000', '900000000']) {
      const house = openHouse()
      take(house, row(oil, price, 'OF-1,1,inside'))
      const agreed = agreedLines(jobOf(house)).map(({ agreedRial }) => Number(agreedRial))
      expect(agreed.reduce((sum, each) => sum + each, 0)).toBe(Number(price))
    }
  })

  test('is compared when the file comes again; what the desk has done since is not', () => {
    const house = openHouse()
    take(house, row(oil))
    const { jobId } = jobOf(house)
    expect(give(house, { type: 'noteVehicle', jobId, vin: null, odometerKm: 132_400 }).ok).toBe(true)
    expect(take(house, row(oil.replace('۴ لیتر', '4000 cc')))).toEqual({ taken: 0, bad: 0, alreadyTaken: 1 })
    for (const other of [row(oil.replace('بهران', 'ایرانول')), row(''), row(oil, '20000001'), row(oil, '20000000', 'OF-1,3,added 10%')]) {
      expect(rowsOf(house, other)[0]?.problems).toEqual([{ code: 'takenWithOtherContent', jobId, jobNo: 1 }])
    }
  })

  test('what the desk asks for later of a booking without materials is no other content of its file', () => {
    const house = openHouse()
    const without = row('', '', ',,')
    take(house, without)
    const { jobId } = jobOf(house)
    house.clock.set(at('08:00'))
    const material = {
      spec: { kind: 'فیلتر', brand: null, grade: null, partNo: null },
      quantity: { milli: 1000, unit: 'piece' },
      priceRial: rial(5),
    } as const
    expect(give(house, { type: 'requestMaterials', jobId, materials: [material] })).toMatchObject({ ok: true })
    expect(take(house, without)).toEqual({ taken: 0, bad: 0, alreadyTaken: 1 })
  })
})

describe('a preview', () => {
  test('judges as taking does, and writes nothing', () => {
    const house = openHouse(at('09:00', 70))
    const text = sample('bookings-200.csv')
    const previewed = preview(house, text)
    expect(house.context.openJobs().size).toBe(0)
    expect(previewed).toMatchObject({ ok: true, value: { good: 198, bad: 2, alreadyTaken: 0 } })
    expect(rowsOf(house, text).flatMap((row) => row.problems)).toEqual([{ code: 'slotOnHoliday' }, { code: 'slotOnHoliday' }])
    expect(take(house, text)).toEqual({ taken: 198, bad: 2, alreadyTaken: 0 })
    expect(preview(house, text)).toMatchObject({ value: { good: 0, bad: 2, alreadyTaken: 198 } })
  })

  test('explains each bad row beside the good ones', () => {
    const house = openHouse(at('09:00'))
    const text =
      header +
      line('K1') +
      line('K2', '1405/08/30') +
      line('K3', '1405/11/22') +
      line('K4', '1405/09/06') +
      line('K5', '1405/09/01', '20:00') +
      line('K6', '1405/09/01', '08:00') +
      line('K1', '1405/09/02') +
      line('K7', 'فردا', 'صبح', '12', 'ارزان')
    expect(rowsOf(house, text).map((row) => [row.row, row.state, ...row.problems.map((each) => each.code)])).toEqual([
      [2, 'good'],
      [3, 'bad', 'slotInPast'],
      [4, 'bad', 'slotOnHoliday'],
      [5, 'bad', 'slotOnClosedDay'],
      [6, 'bad', 'slotOutsideHours'],
      [7, 'good'],
      [8, 'bad', 'twiceInFile'],
      [9, 'bad', 'badDate', 'badTime', 'badPlate', 'badPrice'],
    ])
  })

  test('counts bookings taken before among those at once', () => {
    const house = openHouse()
    take(house, header + ['22', '33', '44'].map((code, index) => line(`A${index}`, '1405/09/01', '11:00', `12ب345${code}`)).join(''))
    expect(rowsOf(house, header + line('K1'))[0]?.warnings).toEqual([{ code: 'moreThanBays', atOnce: 4, bays: 3 }])
  })
})

describe('one car twice on a day, in two files', () => {
  test('is warned of, with the visit that it has', () => {
    const house = openHouse()
    take(house, header + line('K1', '1405/09/01', '09:00'))
    const [jobId] = house.context.openJobs().keys()
    expect(rowsOf(house, header + line('K2', '1405/09/01', '15:00'))[0]).toMatchObject({
      state: 'good',
      warnings: [{ code: 'plateBookedThatDay', jobId, jobNo: 1 }],
    })
    expect(rowsOf(house, header + line('K2', '1405/09/02', '15:00'))[0]?.warnings).toEqual([])
  })
})

describe('whatever stands in a file', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 9 }))
      .map((rows) => header + rows.map((cells) => cells.join(',')).join('\n')),
    fc.json().map((json) => `{"format":"pishkhan.bookings","version":1,"bookings":[${json}]}`),
    fc
      .dictionary(
        fc.constantFrom(
          'ref',
          'date',
          'time',
          'plate',
          'model',
          'name',
          'mobile',
          'services',
          'materials',
          'priceRial',
          'offer',
          'vat',
          'note',
        ),
        fc.jsonValue(),
      )
      .map((booking) => JSON.stringify({ format: 'pishkhan.bookings', version: 1, bookings: [booking] })),
    fc.nat(sample('bookings-24.csv').length).map((end) => sample('bookings-24.csv').slice(0, end)),
  )

  test('no text throws, and every row is counted once', () => {
    const house = openHouse()
    fc.assert(
      fc.property(texts, (text) => {
        const previewed = preview(house, text)
        if (!previewed.ok) return
        const { good, bad, alreadyTaken, rows } = previewed.value
        expect(good + bad + alreadyTaken).toBe(rows.length)
        expect(rows.every((row) => (row.state === 'bad') === row.problems.length > 0)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('what is taken can be read again, and is known the second time', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(typed, typed, typed, typed, (name, model, note, grade) => {
        const house = openHouse()
        const booking = {
          ref: 'K1',
          date: '2026-11-22',
          time: '10:00',
          plate: '12ب34567',
          mobile: '09990000001',
          services: ['تعویض باتری'],
          materials: [{ kind: 'باتری', grade, quantity: 1, unit: 'piece' }],
          priceRial: 5,
          offer: 'OF-1',
          name,
          model,
          note,
        }
        const text = JSON.stringify({ format: 'pishkhan.bookings', version: 1, bookings: [booking] })
        expect(take(house, text)).toEqual({ taken: 1, bad: 0, alreadyTaken: 0 })
        expect(take(house, text)).toEqual({ taken: 0, bad: 0, alreadyTaken: 1 })
        expect(house.context.openJobs().size).toBe(1)
      }),
      { numRuns: 25 },
    )
  })
})
