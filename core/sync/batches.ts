/** A push holds at most this many events and, unless it holds one alone, this many bytes of JSON before compression. */
export const pushMostEvents = 1_000
export const pushMostBytes = 1_000_000

/**
 * How many of the next events go into one push.
 * @param sizes bytes of each event's JSON, in the order of their numbers
 * @param most events at most: halved by the caller after a 413, down to 1
 */
export function batchLength(sizes: readonly number[], most: number = pushMostEvents): number {
  let bytes = 0
  let length = 0
  for (const size of sizes) {
    if (length >= most || (length > 0 && bytes + size > pushMostBytes)) break
    bytes += size
    length += 1
  }
  return length
}
