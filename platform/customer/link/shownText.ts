/** The words that the garage put before the customer, apart, so that each stands with its item. Nothing is left out or added. */
export type ShownParts = {
  readonly head: readonly string[]
  /** In the order of the items; the first line is number and title, the last one the price. */
  readonly items: readonly (readonly string[])[]
  readonly tail: readonly string[]
}

const numbered = /^[\d۰-۹]+\. /

/** Null when the text has another shape than one block for each item between its head and its end: it is shown whole then. */
export function shownParts(body: string, items: number): ShownParts | null {
  const blocks = body.split('\n\n').map((block) => block.split('\n'))
  const [head, ...rest] = blocks
  const tail = rest.pop()
  if (head === undefined || tail === undefined || rest.length !== items) return null
  return rest.every((lines) => lines.length > 1 && numbered.test(lines[0] ?? '')) ? { head, items: rest, tail } : null
}
