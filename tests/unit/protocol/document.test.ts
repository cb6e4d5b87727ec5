import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { pushMostBytes, pushMostEvents } from '../../../core/sync/batches.ts'
import { authorSide } from '../../../core/wire/authors.ts'
import { jobEventSchemas } from '../../../core/wire/jobEvents.ts'
import * as protocol from '../../../core/wire/protocol.ts'
import { requestEventSchemas } from '../../../core/wire/requestEvents.ts'
import { settingSavedType } from '../../../core/wire/settingEvents.ts'
import { eventVersion } from '../../../core/wire/versions.ts'
import { statusOf } from '../../../platform/http/problems.ts'
import { calls } from '../../../platform/openapi/calls.ts'
import { bodies, payloadSchemas } from '../../../platform/openapi/components.ts'
import { sha256Hex } from '../../conformance/writer.ts'
import { workedExample } from './worked.ts'

const document = readFileSync(join(import.meta.dirname, '..', '..', '..', 'PROTOCOL.md'), 'utf8')
const worked = workedExample()
const [announced, cancelled] = worked.events

type Block = { readonly kind: string; readonly names: readonly string[]; readonly text: string }

/** The fenced blocks that say which schema they are an example of. */
const examples: readonly Block[] = [...document.matchAll(/<!-- example( \w+)?: ([\w, ]+) -->\n```\w+\n([\s\S]*?)\n```/g)].map(
  ([, kind = '', names = '', text = '']) => ({ kind: kind.trim(), names: names.split(', '), text }),
)

function example(name: string): string {
  return examples.find(({ kind, names }) => kind === '' && names.includes(name))?.text ?? ''
}

/** The rows of the table under this head, cell by cell. */
function table(head: string): readonly (readonly string[])[] {
  const [, after = ''] = document.split(`\n${head}\n`)
  const lines = after.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(1, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

describe('the worked example', () => {
  test('stands there byte by byte', () => {
    const blocks = [...document.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, text]) => text)
    expect(blocks.slice(0, 4)).toEqual([
      `seed       ${worked.seedHex}\npublic key ${worked.publicKeyHex}`,
      ...worked.hashedTexts,
      `${worked.eventMessage}\n${cancelled.signature}`,
    ])
  })

  test('its hashes are those of the texts that stand there', () => {
    expect(worked.hashedTexts.map((text) => sha256Hex(text))).toEqual([announced.hash, cancelled.hash])
    expect(document).toContain(`SHA-256: \`${announced.hash}\``)
    expect(document).toContain(`SHA-256: \`${cancelled.hash}\``)
  })

  test('is what the example push sends, and the enrolment and the refresh are signed with its key', () => {
    expect(protocol.pushRequest.parse(JSON.parse(example('PushRequest'))).events).toEqual([announced, cancelled])
    expect(protocol.enrolRequest.parse(JSON.parse(example('EnrolRequest')))).toMatchObject({
      code: worked.code,
      publicKeyHex: worked.publicKeyHex,
      signature: worked.enrolSignature,
    })
    const { refreshToken, signature } = protocol.refreshRequest.parse(JSON.parse(example('RefreshRequest')))
    expect(signature).toBe(worked.refreshSignature(refreshToken))
  })
})

test('every example is what its schema takes, and gives back the same', () => {
  const bodyNamed: Readonly<Record<string, z.ZodType>> = bodies
  const read = examples.flatMap(({ kind, names, text }) => {
    if (kind === 'lines') return text.split('\n').map((line, index) => [names[index] ?? '', line] as const)
    return [[names[0] ?? '', kind === 'event' ? (/^data: (.*)$/m.exec(text)?.[1] ?? '') : text] as const]
  })
  expect(read.map(([name, text]) => [name, bodyNamed[name]?.parse(JSON.parse(text))])).toEqual(
    read.map(([name, text]) => [name, JSON.parse(text)]),
  )
  const shown = new Set(read.map(([name]) => name))
  expect(Object.keys(bodies).filter((name) => !shown.has(name) && name !== 'Event' && name !== 'ChainHole')).toEqual([])
})

test('the example snapshot ends with the hash over the hashes of its events and holes', () => {
  const lines = examples.find(({ kind }) => kind === 'lines')?.text.split('\n') ?? []
  const hashes = lines.slice(1, -1).map((line) => {
    const link = z.union([protocol.snapshotEvent, protocol.snapshotHole]).parse(JSON.parse(line))
    return `${link.kind === 'event' ? link.event.hash : link.hole.hash}\n`
  })
  expect(hashes.slice(0, 2)).toEqual([`${announced.hash}\n`, `${cancelled.hash}\n`])
  expect(protocol.snapshotEnd.parse(JSON.parse(lines.at(-1) ?? '')).sha256).toBe(sha256Hex(hashes.join('')))
})

test('every call is listed, with what it does', () => {
  expect(table('| call | does |')).toEqual(calls.map(({ method, path, about }) => [`\`${method.toUpperCase()} /v1${path}\``, about]))
})

test('every event type is listed with its stream, its author side and its version', () => {
  const streamOf = (type: string): string => {
    if (Object.hasOwn(jobEventSchemas, type)) return 'job'
    if (Object.hasOwn(requestEventSchemas, type)) return 'request'
    return type === settingSavedType ? 'setting' : 'device'
  }
  const listed = table('| type | stream | author | v | what |')
  expect(listed.map((row) => row.slice(0, 4))).toEqual(
    Object.keys(payloadSchemas).map((type) => [`\`${type}\``, streamOf(type), authorSide(type), String(eventVersion(type))]),
  )
  expect(listed.filter((row) => row[4] === '')).toEqual([])
})

test('every problem is listed with its status, and every alarm', () => {
  const listed = table('| code | status | the shop |').map(([code, status]) => [code, Number(status)])
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(protocol.problemCodes.map((code) => [`\`${code}\``, statusOf[code]])))
  const told = table('| alarm | event |').flatMap(([codes = '']) => codes.split(', '))
  const { code } = protocol.alarmsAnswer.shape.alarms.element.shape
  expect(told.toSorted()).toEqual(code.options.map((each) => `\`${each}\``).toSorted())
})

test('the limits are those of the program', () => {
  const limits = new Map(
    table('| what | limit |').map(([what = '', limit = '']) => [what, Number(/[\d,]+/.exec(limit)?.[0].replaceAll(',', ''))]),
  )
  expect(limits.get('events in a push')).toBe(pushMostEvents)
  expect(limits.get('bytes of a push of several events')).toBe(pushMostBytes)
  expect(limits.get('bytes of an event before it is quarantined')).toBe(protocol.eventMostBytes)
  expect(limits.get('bytes of a body, unpacked')).toBe(protocol.bodyMostBytes)
  expect(limits.get('depth of a payload')).toBe(protocol.payloadMostDepth)
  expect(limits.get('events in a page of a pull')).toBe(protocol.pullMostEvents)
  expect(limits.get('bytes of a photo')).toBe(protocol.photoMostBytes)
})
