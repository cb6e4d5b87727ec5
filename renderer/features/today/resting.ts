import { minuteMs, type UtcMs } from '../../../core/basics/instant.ts'
import { type BoardRow, type BoardRows, nextToStart } from './boardRows.ts'
import { isAsked } from './steps.ts'

/** What a resting board is judged by, beside its rows. */
export type Resting = {
  readonly nowUtcMs: UtcMs
  /** Whether the person at the desk may take a customer's answer. */
  readonly mayAnswer: boolean
}

/**
 * What a resting board points at: the first row for which something is due. Whose turn it is; who was asked and stands
 * there; who is expected about now. Else the head of the queue, whose Enter only opens why it waits, and the next expected.
 * A ready car comes last but one and work under way last: nobody hands over or finishes by the first Enter of the day.
 */
export function restingRow(rows: BoardRows, { nowUtcMs, mayAnswer }: Resting): BoardRow | null {
  return (
    nextToStart(rows) ??
    (mayAnswer ? rows.work.find((row) => row.lane === 'work' && isAsked(row.card)) : undefined) ??
    dueNow(rows, nowUtcMs) ??
    rows.waiting[0] ??
    rows.expected.find((row) => row.lane === 'expected' && !row.card.released) ??
    rows.expected[0] ??
    rows.ready[0] ??
    rows.work[0] ??
    null
  )
}

/** An arrival so long before its slot is a usual one. */
const dueSoonMs = 15 * minuteMs

/** The first who is expected about now. */
export function dueNow({ expected }: BoardRows, nowUtcMs: UtcMs): BoardRow | null {
  const latestSlot = nowUtcMs + dueSoonMs
  return expected.find((row) => row.lane === 'expected' && !row.card.released && row.card.slotStartUtcMs <= latestSlot) ?? null
}
