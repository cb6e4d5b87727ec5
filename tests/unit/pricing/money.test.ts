import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxRial, rial } from '../../../core/basics/rial.ts'
import { allocate, amountFor } from '../../../core/domain/pricing/allocate.ts'
import { vatHeldRial, vatRateOn, withVat } from '../../../core/domain/pricing/vat.ts'
import { isoDate } from '../../../core/persian/jalali.ts'

const amount = fc.nat(maxRial).map(rial)
const rate = fc.nat(5_000)

describe('an amount shared over lines', () => {
  test('adds up to it exactly, each share within one rial of its ratio', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 30 }), (total, weights) => {
        const shares = allocate(total, weights)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
        const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
        for (const [index, weight] of weights.entries()) {
          if (sum === 0n) continue
          const exact = (BigInt(total) * BigInt(weight)) / sum
          const off = BigInt(shares[index] ?? 0) - exact
          expect(off === 0n || off === 1n).toBe(true)
        }
      }),
    )
  })

  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [0, [5, 7], [0, 0]],
    [7, [0, 0], [7, 0]],
    [4_150_000, [1_400_000, 190_000, 260_000, 1_250_000, 350_000, 700_000], [1_400_000, 190_000, 260_000, 1_250_000, 350_000, 700_000]],
  ])('%d over %j', (total, weights, shares) => {
    expect(allocate(rial(total), weights.map(rial))).toEqual(shares)
  })

  test('in parts of a quantity never costs more than the whole', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10_000_000 }), fc.nat(10_000_000), (whole, milli, part) => {
        const first = Math.min(milli, part)
        expect(amountFor(whole, first, milli) + amountFor(whole, milli - first, milli)).toBeLessThanOrEqual(whole)
        expect(amountFor(whole, milli, milli)).toBe(whole)
      }),
    )
  })
})

describe('VAT', () => {
  const rates = [
    { from: isoDate('2024-03-20'), ratePermyriad: 1000 },
    { from: isoDate('2022-03-21'), ratePermyriad: 900 },
  ]

  test.each([
    ['2022-03-20', null],
    ['2022-03-21', 900],
    ['2024-03-19', 900],
    ['2024-03-20', 1000],
    ['2030-01-01', 1000],
  ])('holds from its day on: %s', (day, permyriad) => {
    expect(vatRateOn(rates, isoDate(day))?.ratePermyriad ?? null).toBe(permyriad)
  })

  test('that a total holds is what was put on top, to the rial', () => {
    fc.assert(
      fc.property(fc.nat(600_000_000_000).map(rial), rate, (net, permyriad) => {
        const gross = withVat(net, permyriad)
        expect(Math.abs(gross - vatHeldRial(gross, permyriad) - net)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('put on the parts is never more than put on the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_000_000_000).map(rial), { maxLength: 40 }), rate, (parts, permyriad) => {
        const whole = rial(parts.reduce((sum: number, part) => sum + part, 0))
        expect(parts.reduce((sum, part) => sum + withVat(part, permyriad), 0)).toBeLessThanOrEqual(withVat(whole, permyriad))
      }),
    )
  })
})
