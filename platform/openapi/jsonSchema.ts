/** A part of a JSON document, as far as the generator looks at it. */
export type JsonSchema = { readonly [name: string]: unknown }

export function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Without members that mean something else in OpenAPI, or nothing. */
export function without(schema: unknown, names: readonly string[]): unknown {
  if (Array.isArray(schema)) return schema.map((part) => without(part, names))
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, part]) => (names.includes(name) ? [] : [[name, without(part, names)] as const])),
  )
}
