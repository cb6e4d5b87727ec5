import { beforeAll, describe, expect, it } from 'vitest'
import { rial } from '../../../core/basics/rial.ts'
import { setupInput } from '../../../core/contract/contract.ts'
import { isStepRight, problemsOf, setupInputOf } from '../../../renderer/features/setup/check.ts'
import { newDraft, type SetupDraft, steps } from '../../../renderer/features/setup/draft.ts'
import { readDraft } from '../../../renderer/features/setup/keptDraft.ts'
import { draftOfWeek, readDay, readWeek } from '../../../renderer/features/settings/hours/dayDraft.ts'
import { loadText } from '../../../renderer/i18n/text.ts'

let fresh: SetupDraft
let filled: SetupDraft

beforeAll(async () => {
  fresh = newDraft((await loadText('fa')).t)
  const people = fresh.people.map((person, index) => ({ ...person, name: ['مینا کاظمی', 'لیلا مرادی', 'رضا کریمی', ''][index] ?? '' }))
  filled = { ...fresh, name: ' اتوسرویس پارس ', people }
})

describe('the first start', () => {
  it('asks for the name of the garage and of its owner, and for nothing else', () => {
    expect(steps.filter((step) => !isStepRight(step, problemsOf(fresh)))).toEqual(['garage', 'people'])
    expect(steps.filter((step) => !isStepRight(step, problemsOf(filled)))).toEqual([])
  })

  it('sends what the service’s own schema accepts, without rows that nobody named or offers', () => {
    const input = setupInputOf(filled)
    expect(setupInput.safeParse(input).error).toBeUndefined()
    expect(input?.profile.name).toBe('اتوسرویس پارس')
    expect(input?.people.map(({ role }) => role)).toEqual(['owner', 'frontDesk', 'mechanic'])
    expect(input?.services).toHaveLength(fresh.services.filter(({ isOffered }) => isOffered).length)
    expect(input?.services.every(({ priceRial }) => priceRial === rial(0))).toBe(true)
  })

  it('stops at two bays that read the same, whatever keyboard typed them', () => {
    const [first, second, third] = fresh.bays
    if (first === undefined || second === undefined || third === undefined) throw new Error('three bays are proposed')
    const bays = [
      { ...first, name: 'جایگاه يک' },
      { ...second, name: 'جایگاه  یک' },
      { ...third, name: ' ' },
    ]
    expect([...problemsOf({ ...filled, bays }).bays]).toEqual([
      [second.key, 'nameTaken'],
      [third.key, 'nameMissing'],
    ])
  })

  it('reads back what was kept over a reload, and nothing that is no draft', () => {
    const halfTyped = { ...filled, step: 'hours' as const, week: fresh.week.with(0, [{ from: 'هشت', to: '' }]) }
    expect(readDraft(JSON.stringify(halfTyped))).toEqual(halfTyped)
    for (const junk of [null, '', '{', 'null', '[]', '{"step":"hours"}', JSON.stringify({ ...filled, week: [] })]) {
      expect(readDraft(junk)).toBeNull()
    }
  })
})

describe('typed opening times', () => {
  it('are read in any digits, in any order, up to midnight', () => {
    expect(
      readDay([
        { from: '۱۶', to: '24:00' },
        { from: '8:30', to: '۱۳:۰۰' },
      ]),
    ).toEqual({
      ok: true,
      value: {
        intervals: [
          { fromMinute: 510, toMinute: 780 },
          { fromMinute: 960, toMinute: 1440 },
        ],
      },
    })
  })

  it('say what is wrong, day by day', () => {
    const week = fresh.week
      .with(1, [{ from: '18', to: '8' }])
      .with(2, [
        { from: '8', to: '12' },
        { from: '11', to: '14' },
      ])
      .with(4, [{ from: 'x', to: '9' }])
    const read = readWeek(week)
    expect(read.ok ? [] : [...read.error]).toEqual([
      [1, 'emptyInterval'],
      [2, 'overlap'],
      [4, 'unread'],
    ])
  })

  it('are the same after being shown and read', () => {
    const read = readWeek(fresh.week)
    expect(read.ok && draftOfWeek(read.value)).toEqual(fresh.week)
  })
})
