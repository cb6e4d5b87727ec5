import { isRial } from '../../../core/basics/rial.ts'
import { roles } from '../../../core/domain/people/role.ts'
import { bayKinds, skills } from '../../../core/domain/queue/types.ts'
import { has, isNumber, isText, listOf, oneOf } from '../../stores/guards.ts'
import { type BayDraft, type PersonDraft, type ServiceDraft, type SetupDraft, steps } from './draft.ts'

/** A reload loses nothing typed; a window opened anew begins anew. */
const storageKey = 'pishkhan.setup'

export function keepDraft(draft: SetupDraft): void {
  sessionStorage.setItem(storageKey, JSON.stringify(draft))
}

export function forgetDraft(): void {
  sessionStorage.removeItem(storageKey)
}

export function keptDraft(): SetupDraft | null {
  return readDraft(sessionStorage.getItem(storageKey))
}

/** Null when nothing was kept, or something that this version did not write. */
export function readDraft(stored: string | null): SetupDraft | null {
  try {
    const kept: unknown = JSON.parse(stored ?? 'null')
    return isSetupDraft(kept) ? kept : null
  } catch {
    return null
  }
}

function isSetupDraft(value: unknown): value is SetupDraft {
  return (
    has(value, 'step', oneOf(steps)) &&
    has(value, 'name', isText) &&
    has(value, 'phone', isText) &&
    has(value, 'address', isText) &&
    has(value, 'moneyShown', oneOf(['toman', 'rial'])) &&
    has(value, 'week', listOf(listOf(isInterval))) &&
    value.week.length === 7 &&
    has(value, 'bays', listOf(isBay)) &&
    has(value, 'people', listOf(isPerson)) &&
    has(value, 'services', listOf(isService))
  )
}

function isInterval(value: unknown): value is { from: string; to: string } {
  return has(value, 'from', isText) && has(value, 'to', isText)
}

function isBay(value: unknown): value is BayDraft {
  return has(value, 'key', isNumber) && has(value, 'name', isText) && has(value, 'kind', oneOf(bayKinds))
}

function isPerson(value: unknown): value is PersonDraft {
  return (
    has(value, 'key', isNumber) &&
    has(value, 'name', isText) &&
    has(value, 'role', oneOf(roles)) &&
    has(value, 'skills', listOf(oneOf(skills)))
  )
}

function isService(value: unknown): value is ServiceDraft {
  return (
    has(value, 'key', isNumber) &&
    has(value, 'title', isText) &&
    has(value, 'quotedMin', (minutes) => minutes === null || isNumber(minutes)) &&
    has(value, 'priceRial', (price) => price === null || (isNumber(price) && isRial(price))) &&
    has(value, 'needs', (needs) => has(needs, 'skills', listOf(oneOf(skills))) && has(needs, 'bayKinds', listOf(oneOf(bayKinds)))) &&
    has(value, 'isOffered', (isOffered) => typeof isOffered === 'boolean')
  )
}
