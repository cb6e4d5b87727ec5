import type { Pc } from './pc.ts'

/** What every check may use. Each takes PCs of its own, so that none stands in another's way. */
export type Context = {
  readonly url: string
  /** The first PC of the garage; it makes codes and looks on. */
  readonly main: Pc
  /** A PC of another garage; null when only one code was given. */
  readonly stranger: Pc | null
  /** One more PC of the garage, its key said. */
  readonly newPc: () => Promise<Pc>
  /** Lets the access token's time pass: by the clock of a server of our own, or by waiting. Null: it is not tried. */
  readonly passTime: ((seconds: number) => Promise<void>) | null
}

/** One promise of the protocol. It throws what was broken. */
export type Check = {
  readonly name: string
  /** What it cannot be tried without. */
  readonly needs?: 'stranger' | 'passTime'
  readonly run: (context: Context) => Promise<void>
}
