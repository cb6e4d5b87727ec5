import { expect, test } from 'vitest'
import { nextFreeSlot, type SlotSearch } from '../../../core/domain/queue/nextFreeSlot.ts'
import { at } from './garage.ts'

const search: SlotSearch = {
  nowUtcMs: at('09:20'),
  bookedUtcMs: [],
  workingIntervals: [
    [at('14:00'), at('15:00')],
    [at('09:00'), at('11:00')],
  ],
  slotLengthMin: 30,
  capacity: 2,
}

test('the next one on the grid of today’s opening', () => {
  expect(nextFreeSlot(search)).toBe(at('09:30'))
  expect(nextFreeSlot({ ...search, nowUtcMs: at('09:30') })).toBe(at('09:30'))
  expect(nextFreeSlot({ ...search, nowUtcMs: at('07:00') })).toBe(at('09:00'))
})

test('a slot is full at its capacity, and a booking off the grid counts where it starts', () => {
  expect(nextFreeSlot({ ...search, bookedUtcMs: [at('09:30')] })).toBe(at('09:30'))
  expect(nextFreeSlot({ ...search, bookedUtcMs: [at('09:30'), at('09:45')] })).toBe(at('10:00'))
})

test('over a break, and never past closing', () => {
  expect(nextFreeSlot({ ...search, nowUtcMs: at('10:31') })).toBe(at('14:00'))
  expect(nextFreeSlot({ ...search, nowUtcMs: at('14:30') })).toBe(at('14:30'))
  expect(nextFreeSlot({ ...search, slotLengthMin: 45, nowUtcMs: at('14:01') })).toBeNull()
  expect(nextFreeSlot({ ...search, nowUtcMs: at('14:31') })).toBeNull()
})

test('none without opening times, capacity or length', () => {
  expect(nextFreeSlot({ ...search, workingIntervals: [] })).toBeNull()
  expect(nextFreeSlot({ ...search, capacity: 0 })).toBeNull()
  expect(nextFreeSlot({ ...search, slotLengthMin: 0 })).toBeNull()
})
