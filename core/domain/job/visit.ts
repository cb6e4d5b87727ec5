import type { Mobile } from '../../persian/mobile.ts'
import type { Plate } from '../../persian/plate.ts'

/** Who came with which car, and what this PC's clock was worth when it was recorded: what every other fact stands beside. */

export type Customer = {
  /** As typed; folded only for search. Empty when a walk-in gave none. */
  readonly name: string
  readonly mobile: Mobile | null
}

export type Vehicle = {
  readonly plate: Plate
  /** Make and model as people say it, e.g. "پژو ۲۰۶". */
  readonly model: string
}

/** What is known of the car beyond plate and model. */
export type VehicleFacts = { readonly vin: string | null; readonly odometerKm: number | null }

/**
 * What is known of this PC's clock when something is recorded: `ok`, earlier than the log's last record (`behind`), or
 * moved by more than two minutes against the monotonic clock since the program started (`jumped`). Recorded, never a reason to refuse.
 */
export type ClockState = 'ok' | 'behind' | 'jumped'
