/** Label widths are guessed: 11 px of Vazirmatn run about this wide for each letter, blanks and digits included. */
const letterPx = 5.8
const gapPx = 10

export type LineLabel = { readonly id: string; readonly atPx: number; readonly text: string }

/**
 * Moves labels of one line apart so that none covers another and none leaves 0..`widthPx`, each as near to its own place as
 * that allows. Labels are centred on their places.
 */
export function spreadLabels(labels: readonly LineLabel[], widthPx: number): readonly LineLabel[] {
  const placed = labels.toSorted((a, b) => a.atPx - b.atPx).map((label) => ({ ...label, halfPx: (label.text.length * letterPx) / 2 }))
  let freeFrom = 0
  for (const label of placed) {
    label.atPx = Math.max(label.atPx, freeFrom + label.halfPx)
    freeFrom = label.atPx + label.halfPx + gapPx
  }
  let freeTo = widthPx
  for (const label of placed.toReversed()) {
    label.atPx = Math.min(label.atPx, freeTo - label.halfPx)
    freeTo = label.atPx - label.halfPx - gapPx
  }
  return placed
}
