import { expect, test } from 'vitest'
import { overridePassedOver } from '../../../core/domain/queue/override.ts'
import type { QueueInput } from '../../../core/domain/queue/types.ts'
import { bayId, jobId, personId } from '../../simulation/ids.ts'
import { bay, booked, expected, garage, mechanic, walkIn } from './garage.ts'

function passedOver(input: QueueInput, job: string, by = 'ali', where = 'b1'): readonly string[] {
  return overridePassedOver(input, jobId(job), personId(by), bayId(where))
}

const waiting = [booked('onTime', '09:30', '09:25'), booked('late', '08:00', '08:30'), walkIn('w', '09:00')]

test('nobody when it is the job’s turn', () => {
  expect(passedOver(garage('09:30', { waiting }), 'onTime')).toEqual([])
})

test('all who stand before it and could have had the place, in their order', () => {
  expect(passedOver(garage('09:30', { waiting }), 'w')).toEqual(['onTime', 'late'])
  expect(passedOver(garage('09:30', { waiting }), 'late')).toEqual(['onTime'])
})

test('not those who start now elsewhere', () => {
  const two = { mechanics: [mechanic('ali'), mechanic('reza')], bays: [bay('b1'), bay('b2')] }
  expect(passedOver(garage('09:30', { ...two, waiting }), 'late')).toEqual([])
  expect(passedOver(garage('09:30', { ...two, waiting }), 'w')).toEqual(['late'])
})

test('not those who could not have had this mechanic or this bay', () => {
  const skilled = [booked('onTime', '09:30', '09:25', { needs: { skills: ['brakes'] } }), walkIn('w', '09:00')]
  expect(passedOver(garage('09:30', { waiting: skilled }), 'w')).toEqual([])
  const raised = [booked('onTime', '09:30', '09:25', { needs: { bayKinds: ['pit'] } }), walkIn('w', '09:00')]
  expect(passedOver(garage('09:30', { waiting: raised }), 'w')).toEqual([])
})

test('the customer the guard keeps the place for, here or not', () => {
  const held = garage('09:25', { waiting: [walkIn('w', '09:00')], expected: [expected('awaited', '09:30')] })
  expect(passedOver(held, 'w')).toEqual(['awaited'])
})

test('nobody for a job, mechanic or bay that is not in the input', () => {
  const input = garage('09:30', { waiting })
  expect(passedOver(input, 'nobody')).toEqual([])
  expect(passedOver(input, 'w', 'nobody')).toEqual([])
  expect(passedOver(input, 'w', 'ali', 'nowhere')).toEqual([])
})

test('nobody when a short job takes a gap that is too short for those before it', () => {
  const gap = garage('09:50', {
    waiting: [walkIn('long', '08:00', { min: 60 }), walkIn('short', '09:00', { min: 15 })],
    expected: [expected('e', '10:00')],
  })
  expect(passedOver(gap, 'short')).toEqual([])
  expect(passedOver(gap, 'long')).toEqual(['e'])
})
