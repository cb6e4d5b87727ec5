/** The median of repeated runs and their spread: single times on a shared machine say little. */
export type Repeated = { readonly median: number; readonly spread: readonly [least: number, greatest: number] }

export function summarise(values: readonly number[]): Repeated {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return { median, spread: [sorted[0] ?? 0, sorted.at(-1) ?? 0] }
}

/** The value that 99 of 100 stay within. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0
}

export function timeMs(run: () => void): number {
  const begun = performance.now()
  run()
  return performance.now() - begun
}
