/** Whether something that was kept in the browser is what this version wrote: anybody may have written there. */
export type Guard<T> = (value: unknown) => value is T

export function has<Key extends string, T>(value: unknown, key: Key, guard: Guard<T>): value is Record<Key, T>
export function has<Key extends string>(value: unknown, key: Key, guard: (value: unknown) => boolean): value is Record<Key, unknown>
export function has(value: unknown, key: string, guard: (value: unknown) => boolean): boolean {
  return typeof value === 'object' && value !== null && guard(new Map<string, unknown>(Object.entries(value)).get(key))
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value)
}

export function oneOf<T extends string>(values: readonly T[]): Guard<T> {
  return (value): value is T => values.some((candidate) => candidate === value)
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard)
}
