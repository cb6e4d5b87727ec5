import { assertNever } from '../../../core/basics/assertNever.ts'
import { addMinutes, minutesBetween } from '../../../core/basics/instant.ts'
import type { WaitingCard } from '../../../core/contract/views.ts'
import type { Ahead, AheadRule } from '../../../core/domain/queue/row.ts'
import { carName } from '../jobActions/names.ts'
import type { BoardFacts } from './boardContext.ts'
import type { Spot, Spots } from './boardRows.ts'
import type { Writing } from './reason.ts'

/** So many of a group are named, the rest counted. */
const mostNamed = 4

/** The class and what it rests on: kept from the check-in, whatever was set later. */
export function classWords(card: WaitingCard, { text, format }: Writing): string {
  const { countsFrom } = card.evidence
  const counted = countsFrom === null ? [] : [text('domain.countsFrom', { time: format.time(countsFrom.arrivedAtUtcMs) })]
  return text('today.full.evidence', {
    facts: [arrivalWords(card, { text, format }), ...counted].join(text('common.semicolon')),
    by: card.recordedByName ?? text('domain.system'),
    clock: text(`domain.clock.${card.evidence.clock}`),
  })
}

function arrivalWords({ arrivalClass, evidence, row }: WaitingCard, { text, format }: Writing): string {
  const { slotStartUtcMs, graceMin } = evidence
  const { minutesEarly, minutesPastGrace, isEarly } = row.arrival
  switch (arrivalClass) {
    case 'noSlot':
      return text('today.full.noSlot')
    case 'late':
    case 'onTime': {
      // A class other than noSlot was given by a slot.
      const grace = slotStartUtcMs === null ? '' : format.time(addMinutes(slotStartUtcMs, graceMin))
      if (arrivalClass === 'late') return text('today.full.late', { count: minutesPastGrace, grace })
      if (isEarly) return text('today.full.early', { count: minutesEarly })
      return minutesEarly > 0 ? text('today.full.beforeSlot', { count: minutesEarly }) : text('today.full.withinGrace', { grace })
    }
    default:
      return assertNever(arrivalClass)
  }
}

export function dueWords({ row, arrivedAtUtcMs }: WaitingCard, { text, format }: Writing): string {
  const due = format.time(row.dueAtUtcMs)
  if (row.dueAtUtcMs === row.arrival.slotStartUtcMs) return text('today.full.dueAtSlot', { due })
  const count = Math.round(minutesBetween(arrivedAtUtcMs, row.dueAtUtcMs))
  return count === 0 ? text('today.full.dueAtArrival', { due }) : text('today.full.dueAfterArrival', { count, due })
}

/** Why it does not start this moment, or where it would. */
export function turnWords(
  { row }: WaitingCard,
  { garage, spots }: Pick<BoardFacts, 'garage' | 'spots'>,
  { text, format }: Writing,
): string {
  const { turn } = row
  if (turn.kind === 'start') {
    return text('today.full.start', {
      bay: garage.bays.find(({ bayId }) => bayId === turn.bayId)?.name ?? '',
      mechanic: garage.people.find(({ personId }) => personId === turn.mechanicId)?.name ?? '',
    })
  }
  const { why } = turn
  if (why.code !== 'guard') {
    const isBusy = why.code === 'mechanicsBusy' || why.code === 'baysBusy'
    const first = isBusy ? row.ahead.map(({ jobId }) => spots.get(jobId)).find(startsNow) : undefined
    return first === undefined ? text(`today.full.${why.code}`) : text('today.full.goesAhead', { car: carName(first.card, text, format) })
  }
  const kept = spots.get(why.protectsJobId)
  return text(why.isHere ? 'today.full.guardHere' : 'today.full.guardExpected', {
    until: format.time(why.untilUtcMs),
    slot: format.time(why.slotStartUtcMs),
    car: kept === undefined ? '' : carName(kept.card, text, format),
  })
}

/** What is free now is his: he stands before this car, and only has to be started. */
function startsNow(spot: Spot | undefined): spot is Extract<Spot, { lane: 'waiting' }> {
  return spot?.lane === 'waiting' && spot.card.row.turn.kind === 'start'
}

/** Who starts before it, one sentence for each rule, those who are here before those who are expected. */
export function aheadWords(ahead: readonly Ahead[], spots: Spots, writing: Writing): readonly string[] {
  const { text } = writing
  if (ahead.length === 0) return [text('today.full.nobodyAhead')]
  // Paused work is no arrival to wait for: it is in the garage, whatever the queue counts it as.
  const isExpected = ({ jobId, isHere }: Ahead): boolean => !isHere && spots.get(jobId)?.lane !== 'work'
  const here = ahead.filter((other) => !isExpected(other))
  const expected = ahead.filter(isExpected)
  const rules = [...new Set(here.map(({ rule }) => rule))]
  const sentences = rules.map((rule: AheadRule) => {
    const group = here.filter((other) => other.rule === rule)
    return text(`today.full.rule.${rule}`, { count: group.length, who: whoWords(group, spots, writing) })
  })
  if (expected.length === 0) return sentences
  return [...sentences, text('today.full.ifOnTime', { count: expected.length, who: whoWords(expected, spots, writing) })]
}

function whoWords(group: readonly Ahead[], spots: Spots, { text, format }: Writing): string {
  const named = group.slice(0, mostNamed).flatMap(({ jobId }) => {
    const spot = spots.get(jobId)
    if (spot === undefined) return []
    const car = carName(spot.card, text, format)
    if (spot.position !== null) return [text('today.full.carInRow', { car, position: spot.position })]
    const slot = spot.card.slotStartUtcMs
    return [
      spot.lane === 'expected' && slot !== null
        ? text('today.full.carOfSlot', { car, slot: format.time(slot) })
        : text('today.full.carStanding', { car }),
    ]
  })
  const others = group.length - named.length
  return format.list(others > 0 ? [...named, text('today.full.others', { count: others })] : named)
}
