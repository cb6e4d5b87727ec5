import { rial } from '../../../core/basics/rial.ts'
import { searchKey } from '../../../core/basics/textFold.ts'
import type { SetupInput } from '../../../core/contract/contract.ts'
import { defaultWorkingHours } from '../../../core/persian/workingCalendar.ts'
import { quotedBoundsMin } from '../../../core/wire/bounds.ts'
import type { DayProblem } from '../settings/hours/dayDraft.ts'
import { readWeek } from '../settings/hours/dayDraft.ts'
import type { PersonDraft, SetupDraft, StepId } from './draft.ts'

export type RowProblem = 'nameMissing' | 'nameTaken' | 'minutesWrong'

/** What stands in the way, for the step that can mend it. Rows by their key. */
export type SetupProblems = {
  readonly garage: 'nameMissing' | null
  readonly hours: ReadonlyMap<number, DayProblem>
  readonly bays: ReadonlyMap<number, RowProblem>
  readonly hasNoBay: boolean
  readonly people: ReadonlyMap<number, RowProblem>
  readonly hasNoOwner: boolean
  readonly services: ReadonlyMap<number, RowProblem>
}

export function problemsOf(draft: SetupDraft): SetupProblems {
  const week = readWeek(draft.week)
  const people = namedPeople(draft)
  const offered = draft.services.filter(({ isOffered }) => isOffered)
  const services = nameProblems(offered.map(({ key, title }) => ({ key, name: title })))
  for (const { key, quotedMin } of offered) {
    if (quotedMin === null || quotedMin < quotedBoundsMin.least || quotedMin > quotedBoundsMin.most)
      services.set(key, services.get(key) ?? 'minutesWrong')
  }
  return {
    garage: draft.name.trim() === '' ? 'nameMissing' : null,
    hours: week.ok ? new Map() : week.error,
    bays: nameProblems(draft.bays),
    hasNoBay: draft.bays.length === 0,
    people: nameProblems(people),
    hasNoOwner: !people.some(({ role }) => role === 'owner'),
    services,
  }
}

/** Two rows that read the same cannot be told apart at the counter (core/domain/garage/decide.ts). */
function nameProblems(rows: readonly { readonly key: number; readonly name: string }[]): Map<number, RowProblem> {
  const seen = new Set<string>()
  const problems = new Map<number, RowProblem>()
  for (const { key, name } of rows) {
    const folded = searchKey(name)
    if (folded === '') problems.set(key, 'nameMissing')
    else if (seen.has(folded)) problems.set(key, 'nameTaken')
    seen.add(folded)
  }
  return problems
}

export function namedPeople({ people }: SetupDraft): readonly PersonDraft[] {
  return people.filter(({ name }) => name.trim() !== '')
}

/** Whether a step may be left behind. */
export function isStepRight(step: StepId, problems: SetupProblems): boolean {
  switch (step) {
    case 'garage':
      return problems.garage === null
    case 'hours':
      return problems.hours.size === 0
    case 'bays':
      return problems.bays.size === 0 && !problems.hasNoBay
    case 'people':
      return problems.people.size === 0 && !problems.hasNoOwner
    case 'services':
      return problems.services.size === 0
    default:
      return true
  }
}

/** What is sent, once every step is right. A price that was left out is none: 0. */
export function setupInputOf(draft: SetupDraft): SetupInput | null {
  const week = readWeek(draft.week)
  if (!week.ok) return null
  return {
    profile: { name: draft.name.trim(), phone: draft.phone.trim(), address: draft.address.trim(), moneyShown: draft.moneyShown },
    hours: { ...defaultWorkingHours, weekly: week.value },
    bays: draft.bays.map(({ name, kind }) => ({ name: name.trim(), kind, active: true })),
    people: namedPeople(draft).map(({ name, role, skills }) => ({ name: name.trim(), role, skills, active: true })),
    services: draft.services
      .filter(({ isOffered }) => isOffered)
      .map(({ title, quotedMin, priceRial, needs }) => ({
        title: title.trim(),
        quotedMin: quotedMin ?? quotedBoundsMin.least,
        priceRial: priceRial ?? rial(0),
        needs,
        active: true,
      })),
  }
}
