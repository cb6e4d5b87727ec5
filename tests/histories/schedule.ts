import { seededRandom, type Random } from '../../core/basics/random.ts'
import type { Crash } from './exchange.ts'

/**
 * One thing that happens. `roll` is the seed of whatever is chosen while it happens, so that an action means the same when
 * others are struck from the schedule.
 */
export type Action = { readonly roll: number; readonly pc: number } & (
  | { readonly kind: 'press'; readonly dies: 'before' | 'after' | null }
  | { readonly kind: 'customer' }
  | { readonly kind: 'join' }
  | { readonly kind: 'push'; readonly most: number }
  | { readonly kind: 'pull'; readonly most: number }
  | { readonly kind: 'arrive'; readonly fate: 'once' | 'lost' | 'twice'; readonly crash: Crash }
  | { readonly kind: 'meet'; readonly other: number; readonly most: number; readonly swap: boolean }
  | { readonly kind: 'cut' }
  | { readonly kind: 'clock'; readonly years: -2 | 2 }
  | { readonly kind: 'backup' }
  | { readonly kind: 'restore'; readonly withJournal: boolean }
  | { readonly kind: 'copy'; readonly isDetected: boolean }
)

export type Schedule = { readonly seed: number; readonly pcs: number; readonly actions: readonly Action[] }

export function scheduleOf(seed: number): Schedule {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ 0x51a7)
  const pcs = 2 + Math.floor(random() * 4)
  // Some histories are calm, some are not: a rule that only a storm hides is seen in a calm one.
  const storm = random()
  const length = 60 + Math.floor(random() * 100)
  const actions: Action[] = [...first(pcs, random)]
  for (let n = 0; n < length; n += 1) actions.push(actionOf(pcs, storm, random))
  return { seed, pcs, actions }
}

/** A garage works a while before it is on the platform; the other PCs come in then or later. */
function first(pcs: number, random: Random): readonly Action[] {
  const presses = Array.from({ length: 1 + Math.floor(random() * 5) }, (): Action => ({
    ...rolled(random),
    pc: 0,
    kind: 'press',
    dies: null,
  }))
  const joins = Array.from({ length: pcs }, (_, pc): Action => ({ ...rolled(random), pc, kind: 'join' }))
  const isLate = random() < 0.3
  return [...presses, ...(isLate ? joins.slice(0, 1) : joins)]
}

function rolled(random: Random) {
  return { roll: Math.floor(random() * 2 ** 31) }
}

function actionOf(pcs: number, storm: number, random: Random): Action {
  const base = { ...rolled(random), pc: Math.floor(random() * (pcs + 1)) }
  const roll = random()
  const most = 1 + Math.floor(random() * 12)
  const dies = random() < 0.1 * storm ? (random() < 0.5 ? 'before' : 'after') : null
  if (roll < 0.4) return { ...base, kind: 'press', dies }
  if (roll < 0.5) return { ...base, kind: 'customer' }
  if (roll < 0.59) return { ...base, kind: 'push', most }
  if (roll < 0.67) return { ...base, kind: 'pull', most }
  if (roll < 0.85) return { ...base, kind: 'arrive', ...fateOf(storm, random) }
  if (roll < 0.91) return { ...base, kind: 'meet', other: Math.floor(random() * (pcs + 1)), most, swap: random() < 0.2 }
  if (roll < 0.935) return { ...base, kind: 'cut' }
  if (roll < 0.95) return { ...base, kind: 'clock', years: random() < 0.5 ? -2 : 2 }
  if (roll < 0.966) return { ...base, kind: 'backup' }
  if (roll < 0.983) return { ...base, kind: 'restore', withJournal: random() < 0.5 }
  if (roll < 0.992) return { ...base, kind: 'copy', isDetected: random() < 0.5 }
  return { ...base, kind: 'join' }
}

function fateOf(storm: number, random: Random) {
  const fate = random() < 0.2 * storm ? 'lost' : random() < 0.25 * storm ? 'twice' : 'once'
  const crashes: readonly Crash[] = ['before', 'middle', 'after']
  const crash = random() < 0.3 * storm ? (crashes[Math.floor(random() * 3)] ?? null) : null
  return { fate, crash } as const
}
