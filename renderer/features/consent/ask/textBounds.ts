import type { NewConsentItem } from '../../../../core/domain/consent/commands.ts'
import { shownMostChars } from '../../../../core/wire/bounds.ts'

/** The text that is shown is kept whole: frame and figures of an item take some of it. */
const frameChars = 1_500
const itemFrameChars = 300

/** Whether the request in words would be longer than a record holds. Nobody reads that much at a counter either. */
export function isTooLong(items: readonly NewConsentItem[]): boolean {
  const chars = items.reduce(
    (sum, { title, spec, reason, ifRefused, alternatives }) =>
      sum +
      title.length +
      reason.length +
      ifRefused.length +
      alternatives.length +
      Object.values(spec ?? {}).join('').length +
      itemFrameChars,
    frameChars,
  )
  return chars > shownMostChars
}
