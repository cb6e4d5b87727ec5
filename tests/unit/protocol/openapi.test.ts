import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { eventId, rial, utcMs } from '../../../core/wire/fields.ts'
import { problemCodes } from '../../../core/wire/protocol.ts'
import { publicKeyHex, signatureHex, wireEvent } from '../../../core/wire/wireEvent.ts'
import { openApiDocument, openApiText } from '../../../platform/openapi.ts'
import { calls, tokenProblems } from '../../../platform/openapi/calls.ts'
import { formatOf, formats } from '../../../platform/openapi/formats.ts'
import { isObject } from '../../../platform/openapi/jsonSchema.ts'

const root = join(import.meta.dirname, '..', '..', '..')

test('the committed document is what the schemas give', () => {
  expect(readFileSync(join(root, 'docs', 'openapi.json'), 'utf8'), 'run `npm run openapi`').toBe(openApiText())
})

test('every reference leads somewhere', () => {
  const document = openApiDocument()
  const known = new Set<string>()
  const { components } = document
  if (isObject(components) && isObject(components['schemas'])) for (const name of Object.keys(components['schemas'])) known.add(name)
  const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '')
  expect(known.size).toBeGreaterThan(50)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

test('a field that is checked by a function says what it takes, and the rows tell such fields apart', () => {
  expect(
    [eventId, publicKeyHex, signatureHex, wireEvent.unwrap().shape.hlc, utcMs, rial].map((field) => formatOf(field)['description']),
  ).toEqual([
    'UUID version 7 (RFC 9562), lower case.',
    '32 bytes as lower-case hexadecimal digits: SHA-256, or a raw Ed25519 public key.',
    'An Ed25519 signature: 64 bytes as lower-case hexadecimal digits.',
    'Hybrid logical clock: 15 digits of wall milliseconds, a dash, 5 digits of counter.',
    'Milliseconds since 1970-01-01T00:00Z.',
    'Whole rial.',
  ])
  const patterns = formats.flatMap(({ takes, json }) => (typeof json['pattern'] === 'string' ? [{ takes, pattern: json['pattern'] }] : []))
  expect(patterns.filter(({ takes, pattern }) => !new RegExp(pattern).test(String(takes)))).toEqual([])
  expect(() => formatOf(z.custom((value) => value === 'something else'))).toThrow(/a row/)
})

test('each problem that a call can meet is listed somewhere, but the one that no call of this version gives', () => {
  const met = new Set([...calls.flatMap(({ problems }) => problems), ...tokenProblems])
  expect(problemCodes.filter((code) => !met.has(code))).toEqual(['versionUnknown'])
})
