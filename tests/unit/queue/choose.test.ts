import { describe, expect, test } from 'vitest'
import { utcMs } from '../../../core/basics/instant.ts'
import { chooseNext, nextStarts } from '../../../core/domain/queue/choose.ts'
import type { QueueInput, WaitingJob } from '../../../core/domain/queue/types.ts'
import { bayId, personId } from '../../simulation/ids.ts'
import { at, bay, booked, expected, garage, mechanic, running, settings, walkIn } from './garage.ts'

function starts(input: QueueInput): readonly string[] {
  return nextStarts(input).map(({ jobId, mechanicId, bayId: where }) => `${jobId} ${mechanicId} ${where}`)
}

function firstOf(now: string, ...waiting: WaitingJob[]): string | null {
  return chooseNext(garage(now, { waiting }), personId('ali'), bayId('b1'))
}

describe('who is next', () => {
  test('on time before late and no slot, however long those have waited', () => {
    expect(firstOf('09:30', walkIn('w', '06:00'), booked('late', '07:00', '07:20'), booked('onTime', '09:30', '09:29'))).toBe('onTime')
  })

  test('on time among themselves: by slot, then arrival, then id', () => {
    expect(firstOf('10:00', booked('a', '09:45', '09:30'), booked('b', '09:30', '09:40'))).toBe('b')
    expect(firstOf('10:00', booked('a', '09:45', '09:30'), booked('b', '09:45', '09:29'))).toBe('b')
    expect(firstOf('10:00', booked('b', '09:45', '09:30'), booked('a', '09:45', '09:30'))).toBe('a')
  })

  test('late and no slot by due time: 60 against 90 minutes after the arrival', () => {
    expect(firstOf('09:31', walkIn('w', '09:00'), booked('late', '09:00', '09:29'))).toBe('late')
    expect(firstOf('09:31', walkIn('w', '09:00'), booked('late', '09:00', '09:31'))).toBe('w')
  })

  test('an on-time customer before his slot stands by his slot among the others', () => {
    expect(firstOf('10:20', walkIn('w', '09:00', { min: 5 }), booked('soon', '10:29', '10:15'))).toBe('soon')
    expect(firstOf('10:20', walkIn('w', '08:58', { min: 5 }), booked('soon', '10:29', '10:15'))).toBe('w')
  })

  test('an early one fills a gap only: behind everyone until his window opens', () => {
    const early = booked('early', '11:00', '09:00')
    expect(firstOf('10:44', early, walkIn('w', '10:44', { min: 5 }))).toBe('w')
    expect(firstOf('10:46', early, walkIn('w', '10:44', { min: 5 }))).toBe('early')
    expect(firstOf('09:30', early)).toBe('early')
  })

  test('an early one does not fill a gap that is needed before he would be done', () => {
    const waiting = [booked('early', '11:00', '09:00', { min: 60 })]
    expect(starts(garage('09:30', { waiting, expected: [expected('e', '10:15')] }))).toEqual([])
    expect(starts(garage('09:30', { waiting, expected: [expected('e', '10:20')] }))).toEqual(['early ali b1'])
  })

  test('nobody for a busy mechanic, a busy bay, an unknown one', () => {
    const input = garage('10:00', {
      waiting: [walkIn('w', '09:00')],
      mechanics: [mechanic('ali'), mechanic('reza')],
      bays: [bay('b1'), bay('b2')],
      running: [running('r', 'ali', 'b1', 5, 60)],
    })
    expect(chooseNext(input, personId('ali'), bayId('b2'))).toBeNull()
    expect(chooseNext(input, personId('reza'), bayId('b1'))).toBeNull()
    expect(chooseNext(input, personId('who'), bayId('b2'))).toBeNull()
    expect(chooseNext(input, personId('reza'), bayId('b2'))).toBe('w')
  })

  test('a garage without mechanics or bays starts nothing', () => {
    expect(starts(garage('10:00', { waiting: [walkIn('w', '09:00')], mechanics: [] }))).toEqual([])
    expect(starts(garage('10:00', { waiting: [walkIn('w', '09:00')], bays: [] }))).toEqual([])
  })
})

describe('where and by whom', () => {
  const mechanics = [mechanic('all', 'brakes', 'tyres', 'electrical'), mechanic('some', 'brakes', 'tyres'), mechanic('one', 'electrical')]

  test('the least versatile fitting mechanic', () => {
    const input = garage('10:00', { waiting: [walkIn('w', '09:00', { needs: { skills: ['brakes'] } })], mechanics })
    expect(starts(input)).toEqual(['w some b1'])
  })

  test('versatile is who can do more of today’s jobs, whatever else he knows', () => {
    const many = [mechanic('many', 'brakes', 'body', 'aircon', 'tyres'), mechanic('few', 'brakes', 'diagnosis')]
    const waiting = [walkIn('w', '09:00', { needs: { skills: ['brakes'] } }), walkIn('d', '09:30', { needs: { skills: ['diagnosis'] } })]
    expect(starts(garage('10:00', { waiting, mechanics: many, bays: [bay('b1'), bay('b2')] }))).toEqual(['w many b1', 'd few b2'])
  })

  test('the bay that fewer of the day’s jobs ask for', () => {
    const waiting = [
      walkIn('w', '09:00', { needs: { bayKinds: ['lift', 'flat'] } }),
      walkIn('x', '09:30', { needs: { bayKinds: ['lift'] } }),
    ]
    const input = garage('10:00', { waiting, mechanics: [mechanic('a'), mechanic('b')], bays: [bay('b1', 'lift'), bay('b2', 'flat')] })
    expect(starts(input)).toEqual(['w a b2', 'x b b1'])
  })

  test('several at once, each with his own', () => {
    const waiting = [
      walkIn('e', '09:00', { needs: { skills: ['electrical'] } }),
      walkIn('t', '09:01', { needs: { skills: ['tyres'] } }),
      walkIn('b', '09:02', { needs: { skills: ['brakes'] } }),
    ]
    const input = garage('10:00', { waiting, mechanics, bays: [bay('b1'), bay('b2'), bay('b3')] })
    expect(starts(input)).toEqual(['e one b1', 't some b2', 'b all b3'])
  })

  test('a paused job keeps its bay and sets its mechanic free, unless it is he who is away', () => {
    const bays = [bay('b1'), bay('b2')]
    const waiting = [walkIn('w', '09:00')]
    expect(starts(garage('10:00', { waiting, bays, running: [running('r', 'ali', 'b1', 5, 60, 'part')] }))).toEqual(['w ali b2'])
    expect(starts(garage('10:00', { waiting, bays, running: [running('r', 'ali', 'b1', 5, 60, 'mechanic')] }))).toEqual([])
    expect(starts(garage('10:00', { waiting, running: [running('r', 'ali', 'b1', 5, 60, 'part')] }))).toEqual([])
  })
})

describe('the guard', () => {
  const comes = [expected('e', '10:00')]

  test('keeps the only place from ten minutes before the slot', () => {
    const waiting = [walkIn('w', '09:00', { min: 60 })]
    expect(starts(garage('09:49', { waiting, expected: comes }))).toEqual(['w ali b1'])
    expect(starts(garage('09:50', { waiting, expected: comes }))).toEqual([])
  })

  test('holds for whoever is here early as for whoever is awaited', () => {
    expect(starts(garage('09:51', { waiting: [walkIn('w', '08:00', { min: 60 }), booked('o', '10:00', '09:49', { min: 30 })] }))).toEqual([
      'o ali b1',
    ])
  })

  test('lets pass what is done within the promise', () => {
    const waiting = [walkIn('w', '09:00', { min: 20 })]
    expect(starts(garage('09:50', { waiting, expected: comes }))).toEqual(['w ali b1'])
    expect(starts(garage('09:51', { waiting, expected: comes }))).toEqual([])
  })

  test('lets the shorter one pass when the longer is held', () => {
    const waiting = [walkIn('long', '08:00', { min: 60 }), walkIn('short', '09:00', { min: 15 })]
    expect(starts(garage('09:50', { waiting, expected: comes }))).toEqual(['short ali b1'])
  })

  test('ends when grace ends', () => {
    const waiting = [walkIn('w', '09:00', { min: 60 })]
    expect(starts(garage('10:10', { waiting, expected: comes }))).toEqual([])
    const after = garage('10:10', { waiting, expected: comes })
    expect(starts({ ...after, nowUtcMs: utcMs(at('10:10') + 1) })).toEqual(['w ali b1'])
  })

  test('holds nothing for a customer whom another place serves in time', () => {
    const waiting = [walkIn('w', '09:00', { min: 60 })]
    const two = { mechanics: [mechanic('a'), mechanic('b')], bays: [bay('b1'), bay('b2')] }
    expect(starts(garage('09:55', { ...two, waiting, expected: comes }))).toEqual(['w a b1'])
  })

  test('holds nothing for a customer who would be late by others anyway', () => {
    const waiting = [walkIn('w', '09:00', { min: 60, needs: { skills: ['tyres'] } })]
    const input = garage('09:55', {
      waiting,
      expected: [expected('e', '10:00', { needs: { skills: ['brakes'] } })],
      mechanics: [mechanic('t', 'tyres'), mechanic('b', 'brakes')],
      bays: [bay('b1'), bay('b2')],
      running: [running('r', 'b', 'b2', 5, 90)],
    })
    expect(starts(input)).toEqual(['w t b1'])
  })

  test('holds for the one it can help, not for another who is late anyway', () => {
    const input = garage('09:55', {
      waiting: [walkIn('w', '09:00', { min: 60, needs: { skills: ['tyres'] } })],
      expected: [expected('e', '10:00', { needs: { skills: ['brakes'] } }), expected('f', '10:00', { needs: { skills: ['electrical'] } })],
      mechanics: [mechanic('t', 'tyres'), mechanic('b', 'brakes'), mechanic('f', 'electrical')],
      bays: [bay('b1', 'lift'), bay('b2', 'lift'), bay('b3', 'lift')],
      running: [running('r', 'b', 'b3', 5, 60)],
    })
    // f has a bay left beside w; e waits for his mechanic, with or without w.
    expect(starts(input)).toEqual(['w t b1'])
  })

  test('keeps a bay, too, for a customer whose mechanic is about to be free', () => {
    const waiting = [walkIn('w', '09:00', { min: 60, needs: { skills: ['tyres'] } })]
    const mechanics = [mechanic('t', 'tyres'), mechanic('b', 'brakes', 'tyres')]
    const input = garage('10:00', {
      waiting: [...waiting, booked('o', '10:00', '09:55', { needs: { skills: ['brakes'] } })],
      mechanics,
      bays: [bay('b1'), bay('b2')],
      running: [running('r', 'b', 'b2', 0, 5)],
    })
    expect(starts(input)).toEqual(['w t b1'])
    expect(
      starts({
        ...input,
        bays: [bay('b1', 'lift'), bay('b2', 'flat')],
        waiting: input.waiting.map((job) => ({ ...job, needs: { ...job.needs, bayKinds: ['lift'] } })),
      }),
    ).toEqual([])
  })

  test('is off for whom has waited past his patience, and rule 3 still holds', () => {
    const waiting = [walkIn('w', '06:54', { min: 60 })]
    expect(starts(garage('09:54', { waiting, expected: comes }))).toEqual([])
    expect(starts(garage('09:55', { waiting, expected: comes }))).toEqual(['w ali b1'])
    expect(starts(garage('10:00', { waiting: [...waiting, booked('o', '10:00', '10:00')] }))).toEqual(['o ali b1'])
  })

  test('a longer hold begins earlier', () => {
    const input = garage('09:45', { waiting: [walkIn('w', '09:00', { min: 60 })], expected: comes })
    expect(starts(input)).toEqual(['w ali b1'])
    expect(starts({ ...input, settings: { ...settings, holdMin: 20 } })).toEqual([])
  })
})
