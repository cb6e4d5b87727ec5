import { maxRial, rial, type Rial } from '../../basics/rial.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { IsoDate } from '../../persian/jalali.ts'
import { dayOf, type WorkingHours } from '../../persian/workingCalendar.ts'
import type { Bill, VatRate } from './types.ts'

/** The rate that holds on a day: the newest one that has begun. `rates` in any order; null before the first. */
export function vatRateOn(rates: readonly VatRate[], day: IsoDate): VatRate | null {
  return rates.reduce<VatRate | null>((held, rate) => (rate.from <= day && (held === null || rate.from > held.from) ? rate : held), null)
}

/** The rate that a bill made now is made at. */
export function vatToday(garage: { readonly vatRates: readonly VatRate[]; readonly hours: WorkingHours }, nowUtcMs: UtcMs): number {
  return vatRateOn(garage.vatRates, dayOf(nowUtcMs, garage.hours))?.ratePermyriad ?? 0
}

/** The rate that what is to be paid is shown by: the bill's own; before there is one, that of the day. */
export function vatShown(bill: Pick<Bill, 'vatPermyriad'> | null, todayPermyriad: number): number {
  return bill?.vatPermyriad ?? todayPermyriad
}

/** What a total that holds VAT holds of it: total x rate / (1 + rate), rounded half up to the rial. */
export function vatHeldRial(totalRial: Rial, ratePermyriad: number): Rial {
  return rial(Math.floor((totalRial * ratePermyriad) / (10_000 + ratePermyriad) + 0.5))
}

/**
 * VAT on top of a net amount, rounded down: so the parts of an amount, each with its VAT, never add up to more than the whole
 * with its VAT.
 * @param netRial may be beyond the largest amount: nothing is recorded by it
 */
export function vatOnTop(netRial: number, ratePermyriad: number): number {
  return Math.floor((netRial * ratePermyriad) / 10_000)
}

/** A net amount with VAT on top. Ends at the largest amount there is. */
export function withVat(netRial: Rial, ratePermyriad: number): Rial {
  return rial(Math.min(maxRial, netRial + vatOnTop(netRial, ratePermyriad)))
}
