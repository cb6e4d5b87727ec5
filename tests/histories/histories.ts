import { parseArgs } from 'node:util'
import { evidenceOf, judged, reportEvidence, told as toldRow, type EvidenceRow } from '../../electron/care/evidence.ts'
import { play } from './play.ts'
import type { RealOutcome } from './real/history.ts'
import { realHistories } from './real/play.ts'
import { scheduleOf, type Schedule } from './schedule.ts'
import { asSpecified, mutants, type Seams } from './seams.ts'
import { shrunk, told } from './shrink.ts'
import { broken, type Broken, type Fault } from './statement.ts'
import { happenings, noCounts, type Happening } from './world.ts'

export type Outcome = {
  readonly schedule: Schedule
  readonly found: readonly Broken[]
  readonly counts: Readonly<Record<Happening, number>>
  readonly facts: number
}

export function history(schedule: Schedule, seams: Seams): Outcome {
  const { world, isQuiet } = play(schedule, seams)
  return { schedule, found: broken(world, isQuiet), counts: world.counts, facts: world.told.size }
}

export type Histories = {
  readonly failed: readonly Outcome[]
  readonly counts: Readonly<Record<Happening, number>>
  readonly facts: number
  readonly withFault: (fault: Fault) => number
}

export function histories(count: number, seed: number): Histories {
  const counts = noCounts()
  const failed: Outcome[] = []
  let facts = 0
  for (let n = 0; n < count; n += 1) {
    const outcome = history(scheduleOf(seed + n), asSpecified)
    for (const name of happenings) counts[name] += outcome.counts[name]
    facts += outcome.facts
    if (outcome.found.length > 0) failed.push(outcome)
  }
  return { failed, counts, facts, withFault: (fault) => failed.filter(({ found }) => found.some((each) => each.fault === fault)).length }
}

/** Which history caught a mutant, and by what; null when none of them did. */
export function caughtBy(seams: Seams, count: number, seed: number): { readonly seed: number; readonly faults: readonly Fault[] } | null {
  for (let n = 0; n < count; n += 1) {
    const { found } = history(scheduleOf(seed + n), seams)
    if (found.length > 0) return { seed: seed + n, faults: [...new Set(found.map(({ fault }) => fault))] }
  }
  return null
}

function pureRows(count: number, seed: number): readonly EvidenceRow[] {
  const { failed, counts, facts, withFault } = histories(count, seed)
  for (const { schedule } of failed.slice(0, 3)) explain(schedule, asSpecified)
  return [
    toldRow('histories/pure/played', count, 'histories'),
    toldRow('histories/pure/facts confirmed', facts, 'facts'),
    ...happenings.map((name) => toldRow(`histories/pure/${name}`, counts[name], 'times')),
    judgedZero('histories/pure/did not converge', withFault('states differ') + withFault('not quiet'), 'histories'),
    judgedZero('histories/pure/lost', withFault('lost'), 'histories'),
    judgedZero('histories/pure/doubled', withFault('doubled'), 'histories'),
    judgedZero('histories/pure/broken in any way', failed.length, 'histories'),
  ]
}

export function judgedZero(name: string, value: number, unit: string): EvidenceRow {
  return judged({ name, value, unit, against: null, ratio: null }, '=', 0)
}

function mutantRows(count: number, seed: number): readonly EvidenceRow[] {
  return Object.entries(mutants).map(([name, seams]) => {
    const caught = caughtBy(seams, count, seed)
    const row = {
      name: `histories/mutant/${name}`,
      value: caught?.seed ?? -1,
      unit: 'seed that caught it',
      against: caught?.faults.join(', ') ?? null,
      ratio: null,
    }
    return judged(row, '>=', 0)
  })
}

/** The same on real SQLite, by the real engine, over the real service on PostgreSQL. */
async function realRows(count: number, seed: number): Promise<readonly EvidenceRow[]> {
  const counts = noCounts()
  const failed: RealOutcome[] = []
  let facts = 0
  await realHistories(count, seed, (outcome) => {
    for (const name of happenings) counts[name] += outcome.world.counts[name]
    facts += outcome.world.told.size
    if (outcome.found.length > 0) failed.push(outcome)
  })
  for (const { seed: failing, trace, found } of failed.slice(0, 3)) {
    process.stdout.write(
      `seed ${failing}\n${trace.map((step) => `  ${step}`).join('\n')}\n${problemLines(found)}\nrepeat with --real --only ${failing}\n\n`,
    )
  }
  const withFault = (fault: Fault): number => failed.filter(({ found }) => found.some((each) => each.fault === fault)).length
  return [
    toldRow('histories/real/played', count, 'histories'),
    toldRow('histories/real/facts confirmed', facts, 'facts'),
    ...happenings.filter((name) => counts[name] > 0).map((name) => toldRow(`histories/real/${name}`, counts[name], 'times')),
    judgedZero('histories/real/did not converge', withFault('states differ') + withFault('not quiet'), 'histories'),
    judgedZero('histories/real/lost', withFault('lost'), 'histories'),
    judgedZero('histories/real/doubled', withFault('doubled'), 'histories'),
    judgedZero('histories/real/broken in any way', failed.length, 'histories'),
  ]
}

function problemLines(found: readonly Broken[]): string {
  const lines = found.map((each) => `  ${each.fault} at ${each.where}: ${each.about.replaceAll('\n', ' ').slice(0, 200)}`)
  return [...new Set(lines)].join('\n')
}

/** Prints what broke, and the shortest schedule that still breaks. */
function explain(schedule: Schedule, seams: Seams): void {
  const { found } = history(schedule, seams)
  const fault = found[0]?.fault
  if (fault === undefined) {
    process.stdout.write(`history ${schedule.seed} holds\n`)
    return
  }
  const least = shrunk(schedule, (tried) => history(tried, seams).found.some((each) => each.fault === fault))
  process.stdout.write(`${told(least)}
${problemLines(history(least, seams).found)}
repeat with --only ${schedule.seed}

`)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      mutant: { type: 'string' },
      mutants: { type: 'boolean', default: false },
      real: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const seed = Number(values.only ?? values.seed)
  const count = Number(values.count ?? (values.real ? 200 : 10_000))
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed))
    throw new RangeError('--count wants a number from 1 on, --seed and --only whole numbers')
  const named = Object.entries(mutants).find(([name]) => name === values.mutant)
  if (values.real) reportEvidence(evidenceOf(seed, await realRows(values.only === undefined ? count : 1, seed)), process.argv)
  else if (values.only !== undefined) explain(scheduleOf(seed), named?.[1] ?? asSpecified)
  else reportEvidence(evidenceOf(seed, values.mutants ? mutantRows(count, seed) : pureRows(count, seed)), process.argv)
}
