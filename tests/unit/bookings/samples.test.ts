import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../core/basics/random.ts'
import { addDays } from '../../../core/persian/jalali.ts'
import { plateClass } from '../../../core/persian/plate.ts'
import { parsePlate } from '../../../core/persian/plateText.ts'
import { provinceCodes } from '../../../core/persian/plateProvinces.ts'
import { plateLetters, classOfLetter } from '../../../core/persian/plateLetters.ts'
import { bookingFile } from '../../../core/wire/bookingFile.ts'
import { readBookingFile } from '../../../electron/service/bookings/readFile.ts'
import { dayVisits } from '../../../electron/service/demo/scenario.ts'
import { demoServices } from '../../../electron/service/demo/garage.ts'
import { demoBookings, sampleDay, seasonBookings, weekBookings } from '../../support/sampleBookings.ts'
import { sampleFiles } from '../../support/sampleBookingsFiles.ts'
import { plateText, samplePeople } from '../../support/sampleBookingsPeople.ts'
import { listedRial } from '../../support/sampleOffers.ts'

const root = path.resolve(import.meta.dirname, '../../..')

test.each([...sampleFiles()])('%s is what the generator writes', (file, text) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toBe(text)
})

test.each([
  ['samples/bookings-24.csv', 24],
  ['samples/bookings-200.csv', 200],
  ['samples/bookings-2000.json', 2_000],
])('%s holds %i bookings', (file, count) => {
  const read = readBookingFile(readFileSync(path.join(root, file), 'utf8'))
  expect(read.ok && read.value.length).toBe(count)
})

test.each([...sampleFiles()].filter(([file]) => file.endsWith('.json')))('%s keeps to the published schema', (_file, text) => {
  expect(bookingFile.safeParse(JSON.parse(text)).success).toBe(true)
})

describe('the demo', () => {
  const { day, past } = demoBookings(1)

  test('adds up in every booking of its day', () => {
    expect(day.map(({ services, materials }) => listedRial(services, materials))).toEqual(day.map(({ priceRial }) => priceRial))
  })

  test('has a visit for every booking of its day, and customers who come again', () => {
    expect(day).toHaveLength(dayVisits.length)
    expect(day.every((booking) => booking.date === sampleDay)).toBe(true)
    const today = new Set(day.map((booking) => booking.mobile))
    expect(past.length).toBeGreaterThan(30)
    expect(past.every((booking) => booking.date < sampleDay && booking.date >= addDays(sampleDay, -14))).toBe(true)
    expect(past.filter((booking) => today.has(booking.mobile)).length).toBeGreaterThan(20)
  })
})

describe('the larger samples', () => {
  const season = seasonBookings(7)

  test('have plates of every province and letters of every use that is met', () => {
    const plates = season.map((booking) => booking.plate)
    const codes = new Set(plates.flatMap((plate) => (plate.kind === 'fourPart' ? [plate.provinceCode] : [])))
    expect(provinceCodes.filter((code) => !codes.has(code))).toEqual([])
    const letters = new Set(plates.flatMap((plate) => (plate.kind === 'fourPart' ? [plate.letter] : [])))
    expect(plateLetters.filter((letter) => classOfLetter(letter) === 'private' && !letters.has(letter))).toEqual([])
    const classes = new Set(plates.map(plateClass))
    for (const wanted of ['private', 'taxi', 'public', 'government', 'disabled', 'freeZone'] as const) expect(classes).toContain(wanted)
  })

  test('have every service, some without a price, prices near the list', () => {
    expect(new Set(season.flatMap((booking) => booking.services))).toEqual(new Set(demoServices.map((service) => service.title)))
    expect(season.filter((booking) => booking.priceRial === null).length).toBeGreaterThan(50)
    expect(Math.min(...season.flatMap((booking) => booking.priceRial ?? []))).toBeGreaterThan(1_000_000)
    expect(season.every((booking) => (booking.priceRial ?? 0) % 100_000 === 0)).toBe(true)
  })

  test('have materials and wages that add up to the accepted price in most bookings, and below it in the others', () => {
    const offered = season.filter((booking) => booking.priceRial !== null)
    const rest = offered.map(({ services, materials, priceRial }) => listedRial(services, materials) - (priceRial ?? 0))
    expect(rest.filter((each) => each === 0).length / offered.length).toBeGreaterThan(0.75)
    expect(rest.every((each) => each >= 0)).toBe(true)
    expect(rest.filter((each) => each > 0).length).toBeGreaterThan(100)
    expect(new Set(season.flatMap(({ materials }) => materials.map(({ quantity }) => quantity.unit)))).toEqual(
      new Set(['piece', 'pair', 'set', 'litre', 'metre', 'kilogram']),
    )
  })

  test('have offers, some revised, some with VAT on top, some prices without one', () => {
    const offers = season.flatMap(({ offer }) => offer ?? [])
    expect(offers.some(({ offerRevision }) => offerRevision > 1)).toBe(true)
    expect(offers.some(({ vat }) => vat === 'added 10%')).toBe(true)
    expect(season.some(({ offer, priceRial }) => offer === null && priceRial !== null)).toBe(true)
  })

  test('have overlaps, gaps, and two bookings on a holiday', () => {
    const week = weekBookings(7)
    const slots = week.map((booking) => `${booking.date} ${booking.minuteOfDay}`)
    expect(new Set(slots).size).toBeLessThan(slots.length)
    expect(week.filter((booking) => booking.date === '2027-02-11')).toHaveLength(2)
    expect(week.some((booking) => booking.date === '2027-02-12')).toBe(false)
  })
})

test('every made-up plate reads back as it was written', () => {
  for (const { plate } of samplePeople(seededRandom(3), 1_500, 0)) expect(parsePlate(plateText(plate))).toEqual({ ok: true, value: plate })
})
