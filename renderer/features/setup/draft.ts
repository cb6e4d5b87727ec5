import type { Rial } from '../../../core/basics/rial.ts'
import type { Role } from '../../../core/domain/people/role.ts'
import type { BayKind, Needs, Skill } from '../../../core/domain/queue/types.ts'
import { defaultWorkingHours } from '../../../core/persian/workingCalendar.ts'
import type { MoneyUnit } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import { type DayDraft, draftOfWeek } from '../settings/hours/dayDraft.ts'
import { starterServices } from './starterServices.ts'

export const steps = ['welcome', 'garage', 'hours', 'bays', 'people', 'services', 'summary', 'connect'] as const
export type StepId = (typeof steps)[number]

/** `key` names a row while it is on the screen; rows come and go. */
export type BayDraft = { readonly key: number; readonly name: string; readonly kind: BayKind }
export type PersonDraft = { readonly key: number; readonly name: string; readonly role: Role; readonly skills: readonly Skill[] }
export type ServiceDraft = {
  readonly key: number
  readonly title: string
  readonly quotedMin: number | null
  readonly priceRial: Rial | null
  readonly needs: Needs
  readonly isOffered: boolean
}

/** Everything the wizard has been told so far, right or wrong. */
export type SetupDraft = {
  readonly step: StepId
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly moneyShown: MoneyUnit
  readonly week: readonly DayDraft[]
  readonly bays: readonly BayDraft[]
  readonly people: readonly PersonDraft[]
  readonly services: readonly ServiceDraft[]
}

/** What most mechanics of a small garage can do; the rest is a press away. */
const commonSkills: readonly Skill[] = ['mechanical', 'electrical', 'brakes', 'tyres', 'diagnosis', 'aircon']
const firstBays: readonly BayKind[] = ['lift', 'lift', 'flat']
const firstPeople: readonly Role[] = ['owner', 'frontDesk', 'mechanic', 'mechanic']

export function newDraft(text: Text): SetupDraft {
  return {
    step: 'welcome',
    name: '',
    phone: '',
    address: '',
    moneyShown: 'toman',
    week: draftOfWeek(defaultWorkingHours.weekly),
    bays: firstBays.map((kind, index) => ({ key: index, name: text('setup.bays.default', { no: index + 1 }), kind })),
    people: firstPeople.map((role, index) => ({ key: index, name: '', role, skills: skillsFor(role) })),
    services: starterServices.map(({ key, quotedMin, needs }, index) => ({
      key: index,
      title: text(`setup.starter.${key}`),
      quotedMin,
      priceRial: null,
      needs,
      isOffered: needs.bayKinds.length === 0 || needs.bayKinds.some((kind) => firstBays.includes(kind)),
    })),
  }
}

/** What a person of this role is taken to be able to do until somebody says otherwise. */
export function skillsFor(role: Role): readonly Skill[] {
  return role === 'mechanic' ? commonSkills : []
}

export function nextKey(rows: readonly { readonly key: number }[]): number {
  return Math.max(0, ...rows.map(({ key }) => key + 1))
}
