import { expect, test } from 'vitest'
import { addMinutes } from '../../../core/basics/instant.ts'
import { orderQueue } from '../../../core/domain/queue/order.ts'
import type { QueueInput } from '../../../core/domain/queue/types.ts'
import { bay, booked, garage, mechanic, running, walkIn } from './garage.ts'

// Two days on which an earlier arrival once had a later position; random search meets such a day only every few thousand times.

function position(input: QueueInput, earlierMin: number): number | undefined {
  const waiting = input.waiting.map((job) =>
    job.jobId === 'j' ? { ...job, arrivedAtUtcMs: addMinutes(job.arrivedAtUtcMs, -earlierMin) } : job,
  )
  return orderQueue({ ...input, waiting }, { expectedStarts: false }).find(({ jobId }) => jobId === 'j')?.position
}

test('a held job is tried again after each start, before those behind it', () => {
  const input = garage('10:00', {
    waiting: [
      booked('j', '10:10', '09:55', { min: 29, needs: { skills: ['brakes'] } }),
      booked('k', '10:10', '09:47', { min: 28, needs: { skills: ['mechanical', 'brakes'], bayKinds: ['flat'] } }),
      booked('l', '10:10', '09:30', { min: 7, needs: { bayKinds: ['flat'] } }),
      walkIn('y', '09:43', { min: 5, needs: { skills: ['electrical', 'brakes'] } }),
    ],
    mechanics: [
      mechanic('m0', 'mechanical', 'electrical', 'brakes'),
      mechanic('m1', 'electrical', 'brakes'),
      mechanic('m2', 'mechanical', 'electrical'),
    ],
    bays: [bay('b0', 'lift'), bay('b1', 'flat'), bay('b2', 'flat')],
    running: [running('r', 'm0', 'b0', 0, 7)],
  })
  expect([position(input, 0), position(input, 40)]).toEqual([2, 2])
})

test('the guard places customers of one slot without a look at their arrivals', () => {
  const input = garage('10:00', {
    waiting: [
      booked('j', '10:04', '09:40', { min: 25, needs: { skills: ['electrical'] } }),
      booked('k', '10:04', '09:45', { min: 42, needs: { skills: ['electrical', 'brakes'], bayKinds: ['lift'] } }),
      booked('l', '10:04', '09:31', { min: 29, needs: { skills: ['mechanical'], bayKinds: ['pit'] } }),
      walkIn('x', '09:31', { min: 26, needs: { skills: ['mechanical', 'electrical', 'brakes'], bayKinds: ['lift', 'pit'] } }),
      walkIn('y', '09:33', { min: 22, needs: { bayKinds: ['lift'] } }),
    ],
    mechanics: [
      mechanic('m0', 'mechanical', 'electrical', 'brakes'),
      mechanic('m1', 'mechanical', 'brakes'),
      mechanic('m2', 'mechanical', 'electrical'),
    ],
    bays: [bay('b0', 'lift'), bay('b1', 'pit')],
    running: [running('r', 'm1', 'b1', 0, 2)],
  })
  expect([position(input, 0), position(input, 40)]).toEqual([2, 2])
})
