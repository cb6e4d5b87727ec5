import { z } from 'zod'
import { settingSavedType, settingSavedSchema, settingValueSchemas } from '../../core/wire/settingEvents.ts'
import { deviceKeyMadeSchema, deviceKeyMadeType } from '../../core/wire/deviceEvents.ts'
import { jobEventSchemas } from '../../core/wire/jobEvents.ts'
import { requestEventSchemas } from '../../core/wire/requestEvents.ts'
import * as protocol from '../../core/wire/protocol.ts'
import { wireEvent } from '../../core/wire/wireEvent.ts'
import { formatOf } from './formats.ts'
import { isObject, without, type JsonSchema } from './jsonSchema.ts'

/** The bodies of calls and answers, by their names in the document. */
export const bodies = {
  Problem: protocol.problem,
  Event: wireEvent,
  EnrolRequest: protocol.enrolRequest,
  EnrolAnswer: protocol.enrolAnswer,
  RefreshRequest: protocol.refreshRequest,
  RefreshAnswer: protocol.refreshAnswer,
  HaveAnswer: protocol.haveAnswer,
  PushRequest: protocol.pushRequest,
  PushAnswer: protocol.pushAnswer,
  ChainHole: protocol.chainHole,
  PullAnswer: protocol.pullAnswer,
  SnapshotStart: protocol.snapshotStart,
  SnapshotEvent: protocol.snapshotEvent,
  SnapshotHole: protocol.snapshotHole,
  SnapshotEnd: protocol.snapshotEnd,
  CatalogueAnswer: protocol.catalogueAnswer,
  CodeAnswer: protocol.codeAnswer,
  DevicesAnswer: protocol.devicesAnswer,
  AlarmsAnswer: protocol.alarmsAnswer,
  LiveHead: protocol.liveHead,
} as const satisfies Readonly<Record<string, z.ZodType>>

export type BodyName = keyof typeof bodies

/** What the payload of each event type says, by type: the newest version, parsed from `payload`. */
export const payloadSchemas: Readonly<Record<string, z.ZodType>> = {
  ...jobEventSchemas,
  ...requestEventSchemas,
  [settingSavedType]: settingSavedSchema,
  [deviceKeyMadeType]: deviceKeyMadeSchema,
}

export function reference(name: BodyName): JsonSchema {
  return { $ref: uri(name) }
}

/** Every schema of the document, in JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export function components(): JsonSchema {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(bodies)) registry.add(schema, { id })
  for (const [type, schema] of Object.entries(payloadSchemas)) registry.add(schema, { id: `payload.${type}` })
  for (const [kind, schema] of Object.entries(settingValueSchemas)) registry.add(schema, { id: `setting.${kind}` })
  const { schemas } = z.toJSONSchema(registry, {
    // As a reader has to take it: what is strict stays closed, of an answer more may come.
    io: 'input',
    unrepresentable: 'any',
    uri,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.core.$ZodCustom) Object.assign(jsonSchema, formatOf(zodSchema))
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, named(name, without(schema, ['$schema', '$id', 'readOnly']))]),
  )
}

/** The type of an event stands beside its payload, not in it. */
function named(name: string, schema: unknown): unknown {
  if (!name.startsWith('payload.') || !isObject(schema)) return schema
  const { properties, required, ...rest } = schema
  if (!isObject(properties) || !Array.isArray(required)) return schema
  const { type, ...members } = properties
  if (!isObject(type) || type['const'] !== name.slice('payload.'.length)) return schema
  return { ...rest, properties: members, required: required.filter((each) => each !== 'type') }
}

/** The parameters of a pull, read from its own schema. */
export function pullParameters(): readonly JsonSchema[] {
  const schema = z.toJSONSchema(protocol.pullQuery, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.core.$ZodCustom) Object.assign(jsonSchema, formatOf(zodSchema))
    },
  })
  return Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    in: 'query',
    required: name === 'after',
    schema: member,
  }))
}

function uri(name: string): string {
  return `#/components/schemas/${name}`
}
