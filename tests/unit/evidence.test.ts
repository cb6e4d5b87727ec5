import { expect, test } from 'vitest'
import { evidenceOf, evidenceTable, judged, told } from '../../electron/care/evidence.ts'

const timed = { name: 'queue/order200Ms', value: 1.23456, unit: 'ms', against: 'sha256', ratio: 0.05, spread: [1, 2] } as const

test('a missed row stays, says so and makes the whole not ok', () => {
  const evidence = evidenceOf(7, [told('a/b', 3, 'min'), judged(timed, '<=', 5), judged({ ...timed, name: 'slow' }, '<=', 1)])
  expect(evidence).toMatchObject({
    ok: false,
    seed: 7,
    rows: [
      { wanted: null, ok: true },
      { wanted: '<= 5', ok: true },
      { wanted: '<= 1', ok: false },
    ],
  })
  expect(evidenceTable(evidence).split('\n')[3]).toMatch(/^slow +1\.235 +ms +1\.\.2 +sha256 +0\.05 +<= 1 +MISSED$/)
})

test.each([
  ['=', 0, 0, true],
  ['=', 0.1, 0, false],
  ['>=', 0.3, 0.3, true],
  ['>=', 0.29, 0.3, false],
] as const)('%s: %d against %d', (relation, value, bound, ok) => {
  expect(judged({ ...timed, value }, relation, bound)).toMatchObject({ ok, wanted: `${relation} ${bound}` })
})
