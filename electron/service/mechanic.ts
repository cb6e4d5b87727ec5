import type { PersonId } from '../../core/basics/ids.ts'
import type { MechanicView, TodayBoard } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'

/** One mechanic's own work, out of the board as it is now; null for whoever is no mechanic of this garage. */
export function mechanicView(board: TodayBoard, garage: Garage, personId: PersonId): MechanicView | null {
  const person = garage.people.find((each) => each.personId === personId)
  if (person?.role !== 'mechanic' || !person.active) return null
  const atWork = [...board.bays.flatMap((strip) => strip.job ?? []), ...board.standing]
  const card = board.waiting.find(({ row }) => row.turn.kind === 'start' && row.turn.mechanicId === personId)
  const bay = garage.bays.find(({ bayId }) => card?.row.turn.kind === 'start' && card.row.turn.bayId === bayId)
  return {
    personId,
    running: atWork.filter((each) => each.mechanicId === personId),
    next: card === undefined || bay === undefined ? null : { card, bay },
  }
}
