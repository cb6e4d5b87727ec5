/** Turns the payload of one version into that of the next. Pure, and never edited once it has been published. */
export type Upcaster = (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** By type: how to read versions 1, 2, ... as the one that is written now. A type that is not named here has version 1 alone. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>

/**
 * The log is never rewritten: what an older program wrote is read as if it had been written now (sync.md, "Exchange").
 * Every published version stands frozen in tests/fixtures/events.
 */
export const upcasters: Upcasters = {
  // 2: the arrival that was taken back and counts is always named, by null where there is none.
  customerArrived: [({ evidence, ...rest }) => ({ ...rest, evidence: { countsFrom: null, ...record(evidence) } })],
}

/** The version that this program writes of an event type. */
export function eventVersion(type: string, by: Upcasters = upcasters): number {
  return (own(by, type)?.length ?? 0) + 1
}

/**
 * A stored payload as the newest version.
 * @returns null when the version is newer than this program knows
 */
export function upcast(type: string, v: number, payload: unknown, by: Upcasters = upcasters): Readonly<Record<string, unknown>> | null {
  const steps = own(by, type) ?? []
  if (v < 1 || v > steps.length + 1) return null
  return steps.slice(v - 1).reduce((older, step) => step(older), record(payload))
}

function own(by: Upcasters, type: string): readonly Upcaster[] | undefined {
  return Object.hasOwn(by, type) ? by[type] : undefined
}

/** Total: damaged values become ones that no schema takes. */
function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
