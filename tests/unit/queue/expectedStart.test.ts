import { describe, expect, test } from 'vitest'
import { expectedStarts } from '../../../core/domain/queue/expectedStart.ts'
import type { QueueInput } from '../../../core/domain/queue/types.ts'
import { jobId } from '../../simulation/ids.ts'
import { at, bay, booked, expected, garage, mechanic, running, walkIn } from './garage.ts'

function between(input: QueueInput, job: string): readonly string[] {
  const found = expectedStarts(input).get(jobId(job))
  return found === undefined ? [] : [clock(found.p50UtcMs), clock(found.p80UtcMs)]
}

function clock(instant: number): string {
  return new Date(instant).toISOString().slice(11, 16)
}

describe('expected start', () => {
  test('who may start now starts now, at the next full five minutes', () => {
    expect(between(garage('10:01', { waiting: [walkIn('w', '09:00')] }), 'w')).toEqual(['10:05', '10:05'])
    expect(between(garage('10:00', { waiting: [walkIn('w', '09:00')] }), 'w')).toEqual(['10:00', '10:00'])
  })

  test('behind a job of an hour: its median and its 80th percentile', () => {
    // Log-normal of mean 60 and variation 0.35: median 56.6 min, 80th percentile 75.5 min.
    const waiting = [booked('o', '10:00', '09:55', { min: 60 }), walkIn('w', '09:00')]
    expect(between(garage('10:00', { waiting }), 'w')).toEqual(['11:00', '11:20'])
  })

  test('a running job is not expected to end sooner the longer it overruns', () => {
    const waiting = [walkIn('w', '09:00')]
    const early = expectedStarts(garage('10:00', { waiting, running: [running('r', 'ali', 'b1', 30, 60)] })).get(jobId('w'))
    const over = expectedStarts(garage('10:00', { waiting, running: [running('r', 'ali', 'b1', 90, 60)] })).get(jobId('w'))
    expect(early?.p50UtcMs).toBeGreaterThan(at('10:20'))
    expect(over?.p50UtcMs).toBeGreaterThan(at('10:05'))
    expect(over?.p80UtcMs).toBeGreaterThan(at('10:20'))
  })

  test('an awaited customer counts, most likely as coming', () => {
    const waiting = [walkIn('w', '09:00')]
    const comes = [expected('e', '10:00', { min: 30 })]
    expect(between(garage('09:55', { waiting, expected: comes }), 'w')).toEqual(['10:30', '10:40'])
  })

  test('a car that comes later does not shake the times of those before it', () => {
    const waiting = [booked('o', '10:00', '09:55'), walkIn('w', '09:00'), walkIn('x', '09:10')]
    const before = expectedStarts(garage('10:00', { waiting }))
    const after = expectedStarts(garage('10:00', { waiting: [...waiting, walkIn('z', '09:59')] }))
    expect([...after].filter(([id]) => id !== 'z')).toEqual([...before])
  })

  test('a bay kept by a paused job comes back after the pause and the rest of the work', () => {
    const waiting = [walkIn('w', '09:00')]
    const input = garage('10:00', {
      waiting,
      mechanics: [mechanic('ali'), mechanic('reza')],
      running: [running('r', 'ali', 'b1', 30, 60, 'consent')],
    })
    const kept = expectedStarts(input).get(jobId('w'))
    const going = expectedStarts({ ...input, running: [running('r', 'ali', 'b1', 30, 60)] }).get(jobId('w'))
    expect(kept?.p50UtcMs).toBeGreaterThan(going?.p50UtcMs ?? Infinity)
    expect(between({ ...input, bays: [bay('b1'), bay('b2')] }, 'w')).toEqual(['10:00', '10:00'])
  })

  test('none for whom nobody can serve', () => {
    expect(between(garage('10:00', { waiting: [walkIn('w', '09:00', { needs: { skills: ['body'] } })] }), 'w')).toEqual([])
    expect(between(garage('10:00', { waiting: [walkIn('w', '09:00')], mechanics: [] }), 'w')).toEqual([])
  })
})
