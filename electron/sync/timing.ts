import { realPause, type Pause } from './bell.ts'
import { usualPatience, type Patience } from './transport/door.ts'

/** Everything of sync that depends on time or chance; a test gives its own. */
export type Timing = {
  readonly pause: Pause
  /** In [0, 1). */
  readonly random: () => number
  readonly patience: Patience
  /** Between two questions for news while there is no live channel. */
  readonly pollMs: number
  /** The same while there is one: only in case it says nothing although it should. */
  readonly idlePollMs: number
  /** Silence on the live channel for longer means that it is dead. */
  readonly silenceMostMs: number
  readonly photosMs: number
  /** Silence after a broken live channel for longer means that the platform is away. */
  readonly probeMs: number
  /** Where only a person can help, the platform is asked again this seldom. */
  readonly haltedMs: number
  /** Between two meetings with another PC on the garage's network. */
  readonly networkMs: number
}

export const usualTiming: Timing = {
  pause: realPause,
  random: Math.random,
  patience: usualPatience,
  pollMs: 15_000,
  idlePollMs: 300_000,
  silenceMostMs: 45_000,
  photosMs: 60_000,
  probeMs: 4_000,
  haltedMs: 900_000,
  networkMs: 2_000,
}
