import { useState } from 'react'
import { type BoardRow, type BoardRows, findRow, type LaneId, laneIds } from './boardRows.ts'
import { type Resting, restingRow } from './resting.ts'

export type BoardFocus = {
  readonly current: BoardRow | null
  readonly focus: (key: string) => void
}

/**
 * The one row that Enter acts on. It stays while it is on the board; when it goes the next one of its lane takes its place, and
 * after the last one whatever a resting board points at.
 */
export function useBoardFocus(rows: BoardRows, resting: Resting): BoardFocus {
  const [at, setAt] = useState<RowPlace | null>(null)
  const current = (at === null ? null : (findRow(rows, at.key) ?? rows[at.lane][at.index])) ?? restingRow(rows, resting)
  const place = current === null ? null : placeOf(rows, current)
  if (place !== null && (at === null || at.key !== place.key || at.index !== place.index || at.lane !== place.lane)) setAt(place)
  const focus = (key: string): void => {
    const row = findRow(rows, key)
    if (row !== null) setAt(placeOf(rows, row))
  }
  return { current, focus }
}

type RowPlace = { readonly key: string; readonly lane: LaneId; readonly index: number }

function placeOf(rows: BoardRows, { key, lane }: BoardRow): RowPlace {
  return { key, lane, index: rows[lane].findIndex((row) => row.key === key) }
}

/** Which row an arrow leads to: up and down in the lane, across to the next lane that has rows, at the same height where it can. */
export function rowBeside(
  rows: BoardRows,
  from: BoardRow | null,
  to: 'up' | 'down' | 'first' | 'last' | 'onward' | 'back',
): BoardRow | null {
  if (from === null) return null
  const lane = rows[from.lane]
  const index = lane.findIndex((row) => row.key === from.key)
  if (to === 'up') return lane[index - 1] ?? null
  if (to === 'down') return lane[index + 1] ?? null
  if (to === 'first') return lane[0] ?? null
  if (to === 'last') return lane.at(-1) ?? null
  const here = laneIds.indexOf(from.lane)
  const others = to === 'onward' ? laneIds.slice(here + 1) : laneIds.slice(0, here).toReversed()
  const next = others.find((id) => rows[id].length > 0)
  return next === undefined ? null : (rows[next][Math.min(index, rows[next].length - 1)] ?? null)
}
