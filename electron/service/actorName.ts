import type { ActorId } from '../../core/basics/ids.ts'
import type { Garage } from '../../core/domain/garage/types.ts'

/** Null for the program itself, the customer and the platform, whom the screens name, and for a person who is no longer in the list. */
export function actorName(garage: Garage, actor: ActorId): string | null {
  return garage.people.find((person) => person.personId === actor)?.name ?? null
}
