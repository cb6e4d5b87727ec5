import { bodyMostBytes, protocolPath, protocolVersion } from '../core/wire/protocol.ts'
import { statusOf } from './http/problems.ts'
import { calls, tokenProblems, type ProtocolCall } from './openapi/calls.ts'
import { components, pullParameters, reference } from './openapi/components.ts'
import type { JsonSchema } from './openapi/jsonSchema.ts'

/** The protocol as an OpenAPI 3.1 document, made from the schemas that both sides read by (core/wire/protocol.ts). */
export function openApiDocument(): JsonSchema {
  const paths = new Map<string, Record<string, JsonSchema>>()
  for (const call of calls) paths.set(call.path, { ...paths.get(call.path), [call.method]: operation(call) })
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pishkhan sync protocol',
      version: String(protocolVersion),
      summary: 'What a garage’s PC and a server say to each other. PROTOCOL.md says what the schemas cannot.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: protocolPath }],
    security: [{ accessToken: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', description: 'The access token of an enrolled PC.' } },
      schemas: components(),
    },
  }
}

/** The document as it is written to docs/openapi.json and served at /v1/openapi.json. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`
}

function operation(call: ProtocolCall): JsonSchema {
  const { id, about, open, body } = call
  const parameters = parametersOf(call)
  return {
    operationId: id,
    summary: about,
    ...(open ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null ? {} : { requestBody: { required: true, ...requestContent(body) } }),
    responses: { ...answers(call), ...problems(call) },
  }
}

function parametersOf({ id, path }: ProtocolCall): readonly JsonSchema[] {
  if (id === 'pull') return [...pullParameters(), ifNoneMatch]
  if (id === 'catalogue') return [ifNoneMatch]
  const uuid = { type: 'string', format: 'uuid' }
  const hex = { type: 'string', pattern: '^[0-9a-f]{64}$' }
  return ['device', 'sha256'].flatMap((name) =>
    path.includes(`{${name}}`) ? [{ name, in: 'path', required: true, schema: name === 'device' ? uuid : hex }] : [],
  )
}

const ifNoneMatch = { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } } as const

function requestContent(body: NonNullable<ProtocolCall['body']>): JsonSchema {
  if (body === 'jpeg') return { content: { 'image/jpeg': {} } }
  return {
    description: `At most ${bodyMostBytes} bytes unpacked; packed with zstd or gzip when Content-Encoding says so.`,
    content: { 'application/json': { schema: reference(body) } },
  }
}

function answers(call: ProtocolCall): JsonSchema {
  const { id, answer } = call
  if (answer === null) return { 204: { description: 'Done.' } }
  const content = { 200: { description: 'The answer.', content: answerContent(answer) } }
  return id === 'pull' || id === 'catalogue' ? { ...content, 304: { description: 'Nothing is new since the ETag.' } } : content
}

function answerContent(answer: NonNullable<ProtocolCall['answer']>): JsonSchema {
  if (answer === 'jpeg') return { 'image/jpeg': {} }
  if (answer === 'events') return { 'text/event-stream': { schema: reference('LiveHead') } }
  const lines = ['SnapshotStart', 'SnapshotEvent', 'SnapshotHole', 'SnapshotEnd'] as const
  if (answer === 'lines') return { 'application/x-ndjson': { schema: { oneOf: lines.map(reference) } } }
  return { 'application/json': { schema: reference(answer) } }
}

function problems({ open, problems: own }: ProtocolCall): JsonSchema {
  const codes = [...own, ...(open ? [] : tokenProblems)]
  const byStatus = Object.groupBy(codes, (code) => String(statusOf[code]))
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, some = []]) => [
      status,
      { description: some.join(', '), content: { 'application/json': { schema: reference('Problem') } } },
    ]),
  )
}
