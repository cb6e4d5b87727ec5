import { assertNever } from '../../../core/basics/assertNever.ts'
import type { WaitingCard } from '../../../core/contract/views.ts'
import type { Ahead } from '../../../core/domain/queue/row.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import type { BoardFacts } from './boardContext.ts'
import type { Spots } from './boardRows.ts'

export type Writing = { readonly text: Text; readonly format: Format }

/** Why this car stands where it stands, in the one line under its plate. */
export function reasonLine(card: WaitingCard, facts: Pick<BoardFacts, 'garage' | 'spots'>, { text, format }: Writing): string {
  const arrived = format.time(card.arrivedAtUtcMs)
  const slot = card.row.arrival.slotStartUtcMs
  return text('today.reason.line', {
    facts:
      slot === null ? text('today.reason.arrival', { arrived }) : text('today.reason.slotAndArrival', { slot: format.time(slot), arrived }),
    why: why(card, facts, { text, format }),
  })
}

function why(card: WaitingCard, { garage, spots }: Pick<BoardFacts, 'garage' | 'spots'>, { text, format }: Writing): string {
  const { turn, ahead } = card.row
  if (turn.kind === 'start') {
    return text('today.reason.toBay', { bay: garage.bays.find(({ bayId }) => bayId === turn.bayId)?.name ?? '' })
  }
  switch (turn.why.code) {
    case 'noFittingMechanic':
    case 'noFittingBay':
      return text(`today.reason.${turn.why.code}`)
    case 'guard':
      return text('today.reason.guard', { slot: format.time(turn.why.slotStartUtcMs) })
    case 'mechanicsBusy':
    case 'baysBusy':
      return whoIsAhead(card, ahead, spots, { text, format }) ?? text('today.reason.first', { why: text(`today.reason.${turn.why.code}`) })
    default:
      return assertNever(turn.why)
  }
}

/** The weightiest of those ahead, in a few words; null when nobody is. */
function whoIsAhead(card: WaitingCard, ahead: readonly Ahead[], spots: Spots, { text, format }: Writing): string | null {
  const last = ahead.at(-1)
  if (last === undefined) return null
  const slot = card.row.arrival.slotStartUtcMs
  const lastSpot = spots.get(last.jobId)
  if (ahead.some(({ rule }) => rule === 'onTimeFirst')) return text('today.reason.afterOnTime')
  if (ahead.some(({ rule }) => rule === 'earlyWaits')) return text('today.reason.early')
  if (last.rule === 'resumes') return text('today.reason.afterResumed')
  if (card.arrivalClass !== 'onTime') return text('today.reason.due', { due: format.time(card.row.dueAtUtcMs) })
  if (lastSpot?.lane === 'waiting') {
    const lastSlot = lastSpot.card.row.arrival.slotStartUtcMs
    if (slot !== null && lastSlot === slot) return text('today.reason.sameSlot', { position: lastSpot.position })
    if (last.rule === 'earlierSlot' && lastSlot !== null) return text('today.reason.afterSlots', { slots: format.time(lastSlot) })
    return text('today.reason.afterRow', { position: lastSpot.position })
  }
  const expectedSlot = lastSpot?.card.slotStartUtcMs ?? null
  return expectedSlot === null ? null : text('today.reason.afterSlots', { slots: format.time(expectedSlot) })
}
