import { minuteMs, utcMs, type UtcMs } from '../../basics/instant.ts'

export type SlotSearch = {
  readonly nowUtcMs: UtcMs
  /** Slot starts already given away, in any order. */
  readonly bookedUtcMs: readonly UtcMs[]
  /** Opening times of today and the days after, [from, to), in any order. Slots are counted from each opening. */
  readonly workingIntervals: readonly (readonly [fromUtcMs: UtcMs, toUtcMs: UtcMs])[]
  readonly slotLengthMin: number
  /** How many customers one slot takes. */
  readonly capacity: number
}

/** Rule 8: the first slot that starts now or later, ends before closing and still has room; null when there is none. */
export function nextFreeSlot(search: SlotSearch): UtcMs | null {
  const lengthMs = Math.round(search.slotLengthMin * minuteMs)
  if (!(lengthMs > 0) || !(search.capacity >= 1)) return null
  const intervals = search.workingIntervals.toSorted(([a], [b]) => a - b)
  for (const [fromUtcMs, toUtcMs] of intervals) {
    const taken = takenBySlot(search.bookedUtcMs, fromUtcMs, toUtcMs, lengthMs)
    const slots = Math.floor((toUtcMs - fromUtcMs) / lengthMs)
    for (let slot = Math.max(0, Math.ceil((search.nowUtcMs - fromUtcMs) / lengthMs)); slot < slots; slot += 1) {
      if ((taken.get(slot) ?? 0) < search.capacity) return utcMs(fromUtcMs + slot * lengthMs)
    }
  }
  return null
}

/** A booking off the grid (another slot length was in force when it was made) counts in the slot it starts in. */
function takenBySlot(bookedUtcMs: readonly UtcMs[], fromUtcMs: UtcMs, toUtcMs: UtcMs, lengthMs: number): ReadonlyMap<number, number> {
  const taken = new Map<number, number>()
  for (const booked of bookedUtcMs) {
    if (booked < fromUtcMs || booked >= toUtcMs) continue
    const slot = Math.floor((booked - fromUtcMs) / lengthMs)
    taken.set(slot, (taken.get(slot) ?? 0) + 1)
  }
  return taken
}
