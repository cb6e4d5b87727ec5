import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GarageId } from '../../../core/basics/ids.ts'
import { wireEvent } from '../../../core/wire/wireEvent.ts'
import { isWireEvent } from '../../../platform/log/isWireEvent.ts'
import { newId, newWriter } from '../../conformance/writer.ts'

const writer = newWriter()
const garage = newId<GarageId>()
const events = [
  writer.announce(garage),
  writer.write(garage, { stream: 'job:x', type: 'jobCancelled', payload: { by: 'garage', reason: '' } }),
]
const fields = [...Object.keys(events[0] ?? {}), 'more', '__proto__', 'toString']
const digits = '0'.repeat(64)
const id = newId<GarageId>()

/** Values at the edge of what a field takes, for any field. */
const edgesOfKinds: readonly (readonly unknown[])[] = [
  [null, true, 0, -0, 1, -1, 1.5, 80, 1_000_000, 1_000_001, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 8.64e15, 8.64e15 + 1, -8.64e15 - 1, 1e300],
  [
    '',
    'x',
    'x'.repeat(80),
    'x'.repeat(81),
    'x'.repeat(100),
    'x'.repeat(101),
    '🚗'.repeat(50),
    '🚗'.repeat(81),
    '🚗'.repeat(101),
    '\0',
    '\ud800',
  ],
  [digits, `${digits}\n`, digits.slice(1), `${digits}0`, digits.replace('0', 'A'), digits + digits, `${digits}${digits}\n`],
  [id, id.toUpperCase(), `${id}\n`, id.replace('-7', '-4'), 'system', 'customer', 'platform', 'owner'],
  ['000000000000000-00000', '000000000000000-00000\n', '999999999999999-00000', '008640000000000001-00000', '١٢٣'],
  [[], [id], [id, 'x'], [null], Array.from({ length: 100 }, () => id), Array.from({ length: 101 }, () => id), {}, { 0: id }],
]
const edges = fc.constantFrom(...edgesOfKinds.flat())
type Change = { readonly field: string; readonly as: 'removed' | 'replaced'; readonly value: unknown }
const change: fc.Arbitrary<Change> = fc.record({
  field: fc.constantFrom(...fields),
  as: fc.constantFrom('removed', 'replaced', 'replaced', 'replaced'),
  value: fc.oneof({ weight: 4, arbitrary: edges }, { weight: 1, arbitrary: fc.jsonValue() }),
})

function expectSameVerdict(value: unknown): void {
  expect(isWireEvent(value)).toBe(wireEvent.safeParse(value).success)
}

test('an event with fields taken away, added or changed is one for both or for neither', () => {
  fc.assert(
    fc.property(fc.constantFrom(...events), fc.array(change, { maxLength: 3 }), (event, changes) => {
      const members = new Map<string, unknown>(Object.entries(event))
      for (const { field, as, value } of changes) {
        if (as === 'removed') members.delete(field)
        else members.set(field, value)
      }
      // As it comes over the line: every name a member of its own.
      const written = `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
      expectSameVerdict(JSON.parse(written))
    }),
    { numRuns: 20_000 },
  )
})

test('each edge in each field, alone', () => {
  for (const field of fields) {
    for (const value of edgesOfKinds.flat()) {
      for (const event of events) expectSameVerdict(JSON.parse(JSON.stringify({ ...event, [field]: value })))
    }
  }
})

test('what is no object is none', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expectSameVerdict(value)))
})
