import { foldDigits } from '../../../core/persian/digits.ts'

/** Something is typed into a field, or a window, menu or list that is open has the keyboard. */
export function isBusyElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
  )
}

/** The Latin digit that was typed, under whichever layout or from the number pad; null for any other key. */
export function keyDigit({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey || altKey || key.length !== 1) return null
  const folded = foldDigits(key)
  return /^\d$/.test(folded) ? folded : null
}
