import type { UtcMs } from '../../../core/basics/instant.ts'

/** What is to happen when, played in the order of the clock; of two at the same instant the one noted first. */
export type Agenda = {
  readonly note: (atUtcMs: UtcMs, happen: () => void) => void
  /** Plays all that happens up to this instant. What happens may note more. */
  readonly playUntil: (untilUtcMs: UtcMs) => void
}

/** @param onTime called with the instant before each happening */
export function newAgenda(onTime: (atUtcMs: UtcMs) => void): Agenda {
  const notes: { readonly atUtcMs: UtcMs; readonly happen: () => void }[] = []
  return {
    note: (atUtcMs, happen) => {
      const later = notes.findIndex((other) => other.atUtcMs > atUtcMs)
      notes.splice(later < 0 ? notes.length : later, 0, { atUtcMs, happen })
    },
    playUntil: (untilUtcMs) => {
      for (let next = notes[0]; next !== undefined && next.atUtcMs <= untilUtcMs; next = notes[0]) {
        notes.shift()
        onTime(next.atUtcMs)
        next.happen()
      }
    },
  }
}
