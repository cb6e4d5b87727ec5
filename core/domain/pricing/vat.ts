import { maxRial, rial, type Rial } from '../../basics/rial.ts'
import type { IsoDate } from '../../persian/jalali.ts'
import type { VatRate } from './types.ts'

/** The rate that holds on a day, in ten-thousandths; 0 before the first one of the table. */
export function vatPermyriadOn(rates: readonly VatRate[], day: IsoDate): number {
  return (
    rates.reduce<VatRate | null>((held, rate) => (rate.from <= day && (held === null || rate.from > held.from) ? rate : held), null)
      ?.ratePermyriad ?? 0
  )
}

/** What a total that holds VAT holds of it: total x rate / (1 + rate), rounded half up to the rial. */
export function vatHeldRial(totalRial: Rial, ratePermyriad: number): Rial {
  return rial(Math.floor((totalRial * ratePermyriad) / (10_000 + ratePermyriad) + 0.5))
}

/**
 * A net amount with VAT on top, rounded down: so the parts of an amount, each with its VAT, never add up to more than the
 * whole with its VAT. Ends at the largest amount there is.
 */
export function withVat(netRial: Rial, ratePermyriad: number): Rial {
  return rial(Math.min(maxRial, netRial + Math.floor((netRial * ratePermyriad) / 10_000)))
}
