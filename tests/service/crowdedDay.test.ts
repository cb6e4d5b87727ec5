import { expect, it } from 'vitest'
import { addMinutes } from '../../core/basics/instant.ts'
import { plateParts } from '../../core/persian/plate.ts'
import { at } from '../support/garage.ts'
import { testPlate } from '../support/plates.ts'
import { openTestGarage } from '../support/service.ts'

const count = 400

/** A day with more bookings than any garage can serve. */
const file = [
  'ref,date,time,plate,model,name,mobile,services,price',
  ...Array.from({ length: count }, (_, n) => {
    const minute = 8 * 60 + Math.floor((n * 590) / count)
    const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
    const plate = plateParts(testPlate(n))
      .map((part) => part.text)
      .join(' ')
    return `R-${n},2026-11-22,${time},${plate},پژو ۲۰۶,مشتری ${n},,تعویض روغن,21800000`
  }),
].join('\n')

it('400 bookings in a day are all taken, all come, all stand in one order, and each is told why', () => {
  const open = openTestGarage()
  open.clock.set(at('07:00'))
  expect(open.act({ type: 'takeBookings', fileName: 'day.csv', text: `${file}\n` })).toMatchObject({
    value: { bookings: { taken: count, bad: 0 } },
  })
  expect(open.service.today()?.expected).toHaveLength(count)
  for (const card of open.service.today()?.expected ?? []) {
    const arrivesAt = addMinutes(card.slotStartUtcMs, -5)
    open.clock.pass(Math.max(0, arrivesAt - open.clock.wallUtcMs()))
    expect(open.act({ type: 'checkIn', jobId: card.jobId }).ok).toBe(true)
  }
  const waiting = open.service.today()?.waiting ?? []
  expect(waiting.map((card) => card.row.position)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  expect(waiting.every((card) => card.arrivalClass === 'onTime' && card.row.expectedStart !== null)).toBe(true)
  const slots = waiting.map((card) => card.slotStartUtcMs ?? 0)
  expect(slots).toEqual(slots.toSorted((a, b) => a - b))
})

it('a waiting customer is offered no slot before he would most likely be served anyway', () => {
  const open = openTestGarage()
  open.clock.set(at('07:00'))
  open.act({ type: 'takeBookings', fileName: 'day.csv', text: `${file.split('\n').slice(0, 5).join('\n')}\n` })
  open.clock.set(at('08:40'))
  for (const card of open.service.today()?.expected ?? []) open.act({ type: 'checkIn', jobId: card.jobId })
  const last = open.service.today()?.waiting.at(-1)
  if (last === undefined) throw new Error('four cars wait')
  expect(open.service.freeSlot(last.jobId)).toBeGreaterThanOrEqual(last.row.expectedStart?.p80UtcMs ?? Number.POSITIVE_INFINITY)
})
