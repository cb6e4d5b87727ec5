import type { Page } from 'playwright-core'

/** A screen as a person comes to see it in the demo garage. */
export type Screen = {
  readonly name: string
  /** The part of the address after `#`. */
  readonly path: string
  readonly prepare?: (page: Page) => Promise<void>
  /** Shown where no garage is set up yet. */
  readonly beforeSetup?: boolean
  /** Where it is not looked at on the desk's screen. */
  readonly size?: { readonly width: number; readonly height: number }
}
