import { canonicalJson } from '../../core/wire/canonical.ts'
import { eventMessage } from '../../core/wire/signing.ts'
import { sha256Hex, signWith } from '../../platform/access/keys.ts'
import type { TestPc } from '../support/platformPc.ts'

/** Seals an event with fields that this program does not know, as a newer one would: hashed by name, like the others. */
export function sealAny(pc: TestPc, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = Object.entries(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${name === 'payload' ? String(value) : canonicalJson(value)}`)
    .join(',')
  const hash = sha256Hex(`{${text}}`)
  pc.head = { ...pc.head, hash }
  return { ...fields, hash, signature: signWith(pc.keys.privateKeyPem, eventMessage(hash)) }
}
