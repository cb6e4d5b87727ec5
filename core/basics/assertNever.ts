/** Ends every switch over a discriminated union: a missing case is a type error, an impossible value at run time a loud one. */
export function assertNever(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
