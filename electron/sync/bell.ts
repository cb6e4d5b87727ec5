/** What ends a wait. `facts`: something is to be sent or fetched. `person`: somebody pressed "now". `reached`: the platform, which was away, is there again. */
export type Ring = 'facts' | 'person' | 'reached'

/** Waits that can be cut short. A ring during work is kept: the next wait ends at once. */
export type Bell = {
  readonly ring: (ring: Ring) => void
  /** Ends after `ms`, or as soon as one of `by` rings; null when the time passed. Aborted, it ends too. */
  readonly wait: (ms: number, by: readonly Ring[], signal: AbortSignal) => Promise<Ring | null>
  /** Forgets the rings of before: what they asked for is being done now. */
  readonly hush: () => void
}

/** Lets time pass; a test gives its own. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

export const realPause: Pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    timer.unref()
    signal.addEventListener('abort', end, { once: true })
  })

export function bell(pause: Pause): Bell {
  const rung = new Set<Ring>()
  let heard: (() => void) | null = null
  return {
    ring: (ring) => {
      rung.add(ring)
      heard?.()
    },
    hush: () => rung.clear(),
    wait: async (ms, by, signal) => {
      const over = new AbortController()
      const ended = (): Ring | null => by.find((ring) => rung.has(ring)) ?? null
      if (ended() !== null) return ended()
      const rang = new Promise<void>((resolve) => {
        heard = () => {
          if (ended() !== null) resolve()
        }
      })
      await Promise.race([pause(ms, AbortSignal.any([signal, over.signal])), rang])
      heard = null
      over.abort()
      return ended()
    },
  }
}
