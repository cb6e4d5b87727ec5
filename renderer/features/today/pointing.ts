import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { BoardRow, LaneId } from './boardRows.ts'

/** A pointer that has just moved may be on its way to a press: so long the lane under it keeps its order. */
const aimingMs = 1_200
const longestHoldMs = 3_000
/** After a step of one's own the lane is to follow at once, whatever the hand does meanwhile. */
const afterStepMs = 1_500

type Pointing = { readonly lane: LaneId | null; readonly deafUntilMs: number }

const usePointing = create<Pointing>(() => ({ lane: null, deafUntilMs: 0 }))
let timer: ReturnType<typeof setTimeout> | undefined

export function pointAt(lane: LaneId | null): void {
  clearTimeout(timer)
  const { deafUntilMs, lane: before } = usePointing.getState()
  const next = performance.now() < deafUntilMs ? null : lane
  if (next !== null) timer = setTimeout(() => pointAt(null), aimingMs)
  if (next !== before) usePointing.setState({ lane: next })
}

export function stopPointing(): void {
  clearTimeout(timer)
  usePointing.setState({ lane: null, deafUntilMs: performance.now() + afterStepMs })
}

export function isOwnStepRecent(): boolean {
  return performance.now() < usePointing.getState().deafUntilMs
}

/** The lane's rows in the order in which they may be shown now: news that would move them under an aiming pointer waits a moment. */
export function useSettled(lane: LaneId, rows: readonly BoardRow[]): readonly BoardRow[] {
  const isPointing = usePointing((pointing) => pointing.lane === lane)
  const [shown, setShown] = useState(rows)
  const isHeld = isPointing && !isSameOrder(shown, rows)
  if (!isHeld && shown !== rows) setShown(rows)
  useEffect(() => {
    if (!isHeld) return undefined
    const limit = setTimeout(stopPointing, longestHoldMs)
    return () => clearTimeout(limit)
  }, [isHeld])
  return isHeld ? shown : rows
}

function isSameOrder(a: readonly BoardRow[], b: readonly BoardRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row.key === b[index]?.key)
}
