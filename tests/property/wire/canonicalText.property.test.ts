import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { depthOf } from '../../../platform/log/inspect.ts'
import { depthOfCanonicalObject } from '../../../platform/log/canonicalText.ts'

/** What the walk has to say: parsed, written canonically, and compared. */
function expected(text: string): number | null {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && canonicalJson(value) === text ? depthOf(text) : null
  } catch {
    return null
  }
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\0', '\u001f', '\u007f', '\ud83d\ude97', 'ب', '/', 'a', '\u2028') }),
)
const name = fc.oneof(text, fc.constantFrom('', 'a', 'b', 'é', '1', '10', '9', '__proto__', 'constructor', 'jobNo'))
const value = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false, 0, -0, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, 5e-324),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 5 }),
}))

test('what is canonical is known by one walk, at its depth', () => {
  fc.assert(
    fc.property(value.object, (object) => {
      const written = canonicalJson(object)
      expect(depthOfCanonicalObject(written)).toBe(depthOf(written))
    }),
    { numRuns: 5_000 },
  )
})

const pieces = [
  '"',
  '\\',
  '\\u0041',
  '\\ud800',
  '\\/',
  '\\n',
  '\\u001F',
  '\\u001f',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ' ',
  '\n',
  '0',
  '-',
  '1.0',
  '1e5',
]
const morePieces = [
  '-0',
  'E',
  'null',
  'true',
  'tru',
  '"a":1',
  '"a":1,"a":2',
  '"b":1,"a":2',
  '\ud800',
  '\0',
  '{}',
  '[]',
  '[1,]',
  '""',
  '{"":{}}',
]

test('a text that was changed anywhere gets the verdict of parsing it and writing it again', () => {
  fc.assert(
    fc.property(
      value.object,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.oneof(fc.constantFrom(...pieces, ...morePieces), fc.string())), { maxLength: 3 }),
      (object, changes) => {
        const changed = changes.reduce((before, [place, removed, put]) => {
          const at = place % (before.length + 1)
          return before.slice(0, at) + put + before.slice(at + removed)
        }, canonicalJson(object))
        expect(depthOfCanonicalObject(changed)).toBe(expected(changed))
      },
    ),
    { numRuns: 30_000 },
  )
})

test('any text of what JSON is made of gets that verdict', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...morePieces), { maxLength: 12 }), (parts) => {
      for (const written of [parts.join(''), `{"a":${parts.join('')}}`, `{"${parts.join('')}":0}`])
        expect(depthOfCanonicalObject(written)).toBe(expected(written))
    }),
    { numRuns: 20_000 },
  )
})
