import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '../../../core/basics/instant.ts'
import { decide } from '../../../core/domain/job/decide.ts'
import type { JobEvent } from '../../../core/domain/job/events.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { commandFrom } from './commandFrom.ts'
import { brokenPromises, brokenTerms } from './invariants.ts'
import { apply, context, opened, slot } from './visit.ts'

const sequences = fc.record({
  kind: fc.nat(3),
  numbers: fc.array(fc.noBias(fc.nat(2 ** 31 - 1)), { minLength: 1, maxLength: 26, size: 'max' }),
  // Most sequences begin with a car in work, where everything is possible.
  begun: fc.boolean(),
})

type Sequence = { readonly kind: number; readonly numbers: readonly number[]; readonly begun: boolean }

/** Plays the commands and hands every state and decision on the way to `look`. */
function play({ kind, numbers, begun }: Sequence, look: (job: Job, carriedOut: string | null) => void): void {
  let job = opened(kind)
  const lead = begun ? [0, 0] : []
  for (const [step, number] of [...lead, ...numbers].entries()) {
    const nowUtcMs = addMinutes(slot, step)
    const command = commandFrom(job, number, nowUtcMs)
    const decision = decide(command, context(job, nowUtcMs, step))
    if (decision.ok) job = apply(job, decision.value, nowUtcMs, step)
    look(job, decision.ok ? command.type : null)
  }
}

describe('for any sequence of commands', () => {
  test('billed <= cap, paid <= billed, and whatever is used, begun or billed has a yes', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
    const carriedOut = new Map<string, number>()
    console.log(`100,000 sequences of commands, seed ${seed}`)
    fc.assert(
      fc.property(sequences, (sequence) => {
        play(sequence, (job, command) => {
          const broken = [...brokenTerms(job), ...brokenPromises(job)]
          if (broken.length > 0 || job.alarms.length > 0) throw new Error([...broken, ...job.alarms.map(({ code }) => code)].join('; '))
          if (command !== null) carriedOut.set(command, (carriedOut.get(command) ?? 0) + 1)
        })
      }),
      { numRuns: 100_000, seed },
    )
    // The sequences reach what they are to test: every kind of command was carried out, the deepest ones often.
    const deep = ['answerConsent', 'withdrawConsent', 'startItem', 'setBill', 'takePayment', 'refundPayment', 'leaveOut', 'handOver']
    expect(deep.filter((command) => (carriedOut.get(command) ?? 0) <= 100)).toEqual([])
  }, 600_000)

  test('folding what was recorded in any other order breaks nothing either, and tells what it left out', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
    console.log(`shuffled histories, seed ${seed}`)
    let alarms = 0
    fc.assert(
      fc.property(sequences, fc.infiniteStream(fc.nat(1000)), (sequence, order) => {
        const events: JobEvent[] = []
        let before = opened(sequence.kind)
        for (const [step, number] of [0, 0, ...sequence.numbers].entries()) {
          const nowUtcMs = addMinutes(slot, step)
          const decision = decide(commandFrom(before, number, nowUtcMs), context(before, nowUtcMs, step))
          if (!decision.ok) continue
          events.push(...decision.value)
          before = apply(before, decision.value, nowUtcMs, step)
        }
        const shuffled = events.map((event) => ({ event, at: order.next().value ?? 0 })).toSorted((a, b) => a.at - b.at)
        let job = opened(sequence.kind)
        for (const [index, { event }] of shuffled.entries()) {
          job = apply(job, [event], slot, 1000 + index)
          expect(brokenTerms(job)).toEqual([])
        }
        alarms += job.alarms.length
      }),
      { numRuns: 5_000, seed },
    )
    expect(alarms).toBeGreaterThan(0)
  }, 120_000)
})
