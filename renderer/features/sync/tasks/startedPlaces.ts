import type { BayId, PersonId } from '../../../../core/basics/ids.ts'
import type { TaskFact } from '../../../../core/contract/syncViews.ts'

export type StartedPlace = {
  readonly id: string
  readonly bayId: BayId
  readonly mechanicId: PersonId
  readonly bayName: string
  readonly mechanicName: string
}

/** Where and with whom the two PCs say the work was begun: one of them is nearly always right. */
export function startedPlaces(facts: readonly TaskFact[]): readonly StartedPlace[] {
  const places = facts.flatMap(({ event, bayName, mechanicName }): readonly StartedPlace[] =>
    event.type === 'workStarted' && bayName !== null && mechanicName !== null
      ? [{ id: `${event.bayId} ${event.mechanicId}`, bayId: event.bayId, mechanicId: event.mechanicId, bayName, mechanicName }]
      : [],
  )
  return places.filter(({ id }, index) => places.findIndex((place) => place.id === id) === index)
}
