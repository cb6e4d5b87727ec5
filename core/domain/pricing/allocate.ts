import { rial, type Rial } from '../../basics/rial.ts'

/**
 * Shares an amount over parts in the ratio of their weights, in whole rials that add up to it exactly (largest remainder;
 * of equal remainders the earlier part's). All weights 0: the first part has it all.
 */
export function allocate(totalRial: Rial, weights: readonly Rial[]): readonly Rial[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? totalRial : rial(0)))
  const shares = weights.map((weight, index) => {
    const product = BigInt(totalRial) * BigInt(weight)
    return { index, whole: product / sum, rest: product % sum }
  })
  const left = BigInt(totalRial) - shares.reduce((all, share) => all + share.whole, 0n)
  const favoured = new Set(
    shares
      .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .slice(0, Number(left))
      .map(({ index }) => index),
  )
  return shares.map(({ index, whole }) => rial(Number(whole) + (favoured.has(index) ? 1 : 0)))
}

/** The price of a part of a quantity, rounded down: parts never cost more than the whole, and the whole costs all of it. */
export function amountFor(wholeRial: Rial, milli: number, wholeMilli: number): Rial {
  return rial(Number((BigInt(wholeRial) * BigInt(milli)) / BigInt(wholeMilli)))
}
