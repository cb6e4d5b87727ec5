import { describe, expect, it } from 'vitest'
import { isSignature, signatureMostPoints } from '../../../core/domain/consent/signature.ts'
import { signature as signatureSchema } from '../../../core/wire/consentFields.ts'
import { signatureMostStrokes } from '../../../core/wire/bounds.ts'
import {
  answerOf,
  conditioned,
  decidedAs,
  freshDraft,
  pressed,
  signed,
  unsigned,
} from '../../../renderer/features/consent/counter/counterDraft.ts'
import { fitted, isFull, signatureOf, strokePath, withinBounds } from '../../../renderer/features/consent/counter/strokes.ts'
import { keepLatest } from '../../../renderer/features/consent/keepLatest.ts'
import { tallyOf } from '../../../renderer/features/consent/tally.ts'
import { dot, signature } from '../../support/consents.ts'
import { at } from '../../support/garage.ts'
import { request } from '../../support/requests.ts'

const fresh = freshDraft(request())

describe('an answer that is being given', () => {
  it('begins with the customer of the visit as the owner, and nothing pressed', () => {
    expect(fresh).toEqual({
      answers: [],
      decidedBy: { name: 'مریم احمدی', relation: 'owner', mobile: '09124862175', delegateBasis: null },
      signature: null,
      signAgain: false,
    })
  })

  it('keeps one answer for each item, in the order of the items, whatever order they are pressed in', () => {
    const draft = pressed(pressed(pressed(fresh, 3, 'accepted'), 1, 'refused'), 3, 'later')
    expect(draft.answers).toEqual([
      { itemNo: 1, decision: 'refused', condition: '' },
      { itemNo: 3, decision: 'later', condition: '' },
    ])
  })

  it('takes a condition for a yes, and lets it go with the yes', () => {
    const draft = conditioned(fresh, 2, 'اگر تا پنج آماده شود')
    expect(answerOf(draft, 2)).toEqual({ itemNo: 2, decision: 'accepted', condition: 'اگر تا پنج آماده شود' })
    expect(answerOf(pressed(draft, 2, 'accepted'), 2)?.condition).toBe('اگر تا پنج آماده شود')
    expect(answerOf(pressed(draft, 2, 'refused'), 2)?.condition).toBe('')
  })

  it('loses its signature when anything above it changes, and says so', () => {
    const all = signed(pressed(fresh, 1, 'accepted'), signature)
    expect(pressed(all, 1, 'accepted')).toBe(all)
    for (const changed of [
      pressed(all, 1, 'refused'),
      pressed(all, 2, 'accepted'),
      conditioned(all, 1, 'با فاکتور'),
      decidedAs(all, { ...all.decidedBy, relation: 'driver' }),
      unsigned(all),
    ]) {
      expect(changed).toMatchObject({ signature: null, signAgain: true })
    }
    expect(signed(unsigned(all), signature)).toMatchObject({ signature, signAgain: false })
    expect(pressed(fresh, 1, 'accepted').signAgain).toBe(false)
  })
})

describe('what answers come to', () => {
  it('is the cap before and what is accepted, nothing else', () => {
    const tally = tallyOf(request(), pressed(pressed(fresh, 1, 'accepted'), 2, 'refused').answers)
    expect(tally).toMatchObject({ totalRial: 69_500_000, extraMin: 35, readyUtcMs: at('11:25') })
    expect([tally.accepted, tally.refused, tally.later, tally.open].map((items) => items.map(({ itemNo }) => itemNo))).toEqual([
      [1],
      [2],
      [],
      [3],
    ])
  })

  it('stays as it was when nothing is accepted, and unknown where nobody can say when the car is ready', () => {
    const unknown = { ...request(), readyBeforeUtcMs: null, readyIfAllUtcMs: null }
    expect(tallyOf(unknown, pressed(fresh, 1, 'later').answers)).toMatchObject({ totalRial: 41_500_000, extraMin: 0, readyUtcMs: null })
    expect(tallyOf(request(), []).readyUtcMs).toBe(at('10:50'))
  })
})

describe('a signature', () => {
  const line = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => ({ x: from + n * 3.4, y: 90.6, time: 1_000.7 + n * 16.4 }))
  const pad = { width: 344.5, height: 184.2 }

  it('is whole numbers from its first point on', () => {
    const made = signatureOf([line(3)], pad)
    expect(made).toEqual({
      width: 345,
      height: 184,
      strokes: [
        [
          [0, 91, 0],
          [3, 91, 16],
          [7, 91, 33],
        ],
      ],
    })
    expect(signatureSchema.safeParse(made).success).toBe(true)
  })

  it('is nothing without a stroke', () => {
    expect(signatureOf([], pad)).toBeNull()
    expect(signatureOf([[]], pad)).toBeNull()
  })

  it('stays within what a record takes: clocks that run back, hours of waiting, strokes far outside', () => {
    const odd = signatureOf([[{ x: -1e9, y: 1e9, time: 5_000 }], [{ x: 1, y: 1, time: 4_000 }], [{ x: 2, y: 2, time: 9e9 }]], pad)
    expect(odd?.strokes.map(([point]) => point?.[2])).toEqual([0, 0, 3_600_000])
    expect(signatureSchema.safeParse(odd).success).toBe(true)
  })

  it('ends when the record is full', () => {
    const scribble = signatureOf(
      Array.from({ length: signatureMostStrokes + 20 }, () => line(40)),
      pad,
    )
    if (scribble === null) throw new Error('it has strokes')
    expect(isFull(scribble)).toBe(true)
    const kept = withinBounds(scribble)
    expect(kept.strokes.flat()).toHaveLength(signatureMostPoints)
    expect(signatureSchema.safeParse(kept).success).toBe(true)
    expect(isFull(signature)).toBe(false)
    expect(withinBounds(signature)).toEqual(signature)
  })

  it('is drawn on a pad of another size as it was, and is one there too', () => {
    const larger = fitted(signature, { width: 688, height: 400 })
    expect(larger).toMatchObject({ width: 688, height: 400 })
    expect(larger.strokes[0]?.[0]).toEqual([80, 196, 0])
    expect(isSignature(larger)).toBe(true)
    expect(isSignature(fitted(dot, { width: 688, height: 400 }))).toBe(false)
  })

  it('is drawn as it was given', () => {
    expect(strokePath(dot.strokes[0] ?? [])).toBe('M100 90h0')
    expect(
      strokePath([
        [0, 0, 0],
        [10, 0, 1],
        [10, 10, 2],
      ]),
    ).toBe('M0 0Q10 0 10 5L10 10')
    expect(strokePath([])).toBe('')
  })
})

it('of many drafts the last one is the last one kept, one at a time, and a failed call does not end it', async () => {
  const kept: number[] = []
  const calls: (() => void)[] = []
  const keep = keepLatest((value: number) => {
    kept.push(value)
    return new Promise<void>((resolve, reject) => calls.push(value === 4 ? () => reject(new Error('lost')) : resolve))
  })
  const settle = async () => {
    calls.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const value of [1, 2, 3, 4]) keep(value)
  expect(kept).toEqual([1])
  await settle()
  expect(kept).toEqual([1, 4])
  keep(5)
  await settle()
  expect(kept).toEqual([1, 4, 5])
})
