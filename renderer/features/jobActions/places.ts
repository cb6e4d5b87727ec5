import type { BayId, PersonId } from '../../../core/basics/ids.ts'
import type { JobCard, TodayBoard } from '../../../core/contract/views.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import { jobNeeds } from '../../../core/domain/job/needs.ts'
import type { Skill } from '../../../core/domain/queue/types.ts'

export type BayChoice = { readonly bayId: BayId; readonly name: string; readonly takenBy: JobCard | null; readonly fits: boolean }
export type MechanicChoice = {
  readonly mechanicId: PersonId
  readonly name: string
  readonly busyWith: JobCard | null
  readonly missing: readonly Skill[]
}
export type Places = { readonly bays: readonly BayChoice[]; readonly mechanics: readonly MechanicChoice[] }

/** Where and by whom this job could be done now, the free and fitting ones first; the service judges again when it is sent. */
export function placesFor(job: JobCard, garage: Garage, board: TodayBoard): Places {
  const needs = jobNeeds(job.services)
  const inBays = board.bays.flatMap(({ job: card }) => (card === null || card.jobId === job.jobId ? [] : [card]))
  const working = inBays.filter(({ phase }) => phase === 'inWork')
  const bays = garage.bays
    .filter(({ active }) => active)
    .map(({ bayId, name, kind }) => ({
      bayId,
      name,
      takenBy: inBays.find((card) => card.bayId === bayId) ?? null,
      fits: needs.bayKinds.length === 0 || needs.bayKinds.includes(kind),
    }))
  const mechanics = garage.people
    .filter(({ active, role }) => active && role === 'mechanic')
    .map(({ personId, name, skills }) => ({
      mechanicId: personId,
      name,
      busyWith: working.find((card) => card.mechanicId === personId) ?? null,
      missing: needs.skills.filter((skill) => !skills.includes(skill)),
    }))
  return {
    bays: bays.toSorted((a, b) => Number(isFreeBay(b)) - Number(isFreeBay(a))),
    mechanics: mechanics.toSorted((a, b) => Number(isFreeMechanic(b)) - Number(isFreeMechanic(a))),
  }
}

export function isFreeBay({ takenBy, fits }: BayChoice): boolean {
  return takenBy === null && fits
}

export function isFreeMechanic({ busyWith, missing }: MechanicChoice): boolean {
  return busyWith === null && missing.length === 0
}
