import { z } from 'zod'
import { plateLetters } from '../../core/persian/plateLetters.ts'
import { maxRial } from '../../core/basics/rial.ts'
import type { JsonSchema } from './jsonSchema.ts'

/**
 * JSON Schema of what the schemas check by a function of their own (`z.custom`), told apart by what they take: the first row whose
 * example a field accepts, and whose counter-example it refuses, describes it.
 */
type Format = { readonly takes: unknown; readonly refuses: unknown; readonly json: JsonSchema }

const hex64 = '0123456789abcdef'.repeat(4)

export const formats: readonly Format[] = [
  {
    takes: '01890a5d-ac96-774b-bcce-b302099a8057',
    refuses: '01890a5d-ac96-474b-bcce-b302099a8057',
    json: {
      type: 'string',
      format: 'uuid',
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
      description: 'UUID version 7 (RFC 9562), lower case.',
    },
  },
  {
    takes: hex64,
    refuses: hex64.toUpperCase(),
    json: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description: '32 bytes as lower-case hexadecimal digits: SHA-256, or a raw Ed25519 public key.',
    },
  },
  {
    takes: hex64.repeat(2),
    refuses: hex64,
    json: { type: 'string', pattern: '^[0-9a-f]{128}$', description: 'An Ed25519 signature: 64 bytes as lower-case hexadecimal digits.' },
  },
  {
    takes: '001767225600000-00000',
    refuses: '1767225600000-0',
    json: {
      type: 'string',
      pattern: '^[0-9]{15}-[0-9]{5}$',
      description: 'Hybrid logical clock: 15 digits of wall milliseconds, a dash, 5 digits of counter.',
    },
  },
  {
    takes: '09121234567',
    refuses: '9121234567',
    json: { type: 'string', pattern: '^09[0-9]{9}$', description: 'A mobile number of Iran, 11 digits.' },
  },
  { takes: '2026-03-21', refuses: '1405-13-01', json: { type: 'string', format: 'date', description: 'A day of the Gregorian calendar.' } },
  { takes: 'الف', refuses: 'x', json: { type: 'string', enum: plateLetters } },
  {
    takes: -1,
    refuses: 0.5,
    json: {
      type: 'integer',
      minimum: -8_640_000_000_000_000,
      maximum: 8_640_000_000_000_000,
      description: 'Milliseconds since 1970-01-01T00:00Z.',
    },
  },
  { takes: 1, refuses: -1, json: { type: 'integer', minimum: 0, maximum: maxRial, description: 'Whole rial.' } },
]

/** Throws on a field that no row describes: the document never says less than the schema does. */
export function formatOf(schema: z.core.$ZodType): JsonSchema {
  const takes = (value: unknown): boolean => z.safeParse(schema, value).success
  const found = formats.find((format) => takes(format.takes) && !takes(format.refuses))
  if (found === undefined) throw new Error('a field of its own kind: platform/openapi/formats.ts needs a row for it')
  return found.json
}
