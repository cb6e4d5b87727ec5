import { useEffect } from 'react'
import { isBusyElsewhere } from '../keys/keyboard.ts'
import { afterKey, longestGapMs, noBurst } from './burst.ts'
import { fieldBefore, type FieldBefore } from './fieldBefore.ts'
import { currentTaker } from './scans.ts'
import { scannedCharacter } from './scannedCharacter.ts'

/**
 * Listens for the scanner on every screen, mounted once. On a resting screen a letter is a command, and the letters of a code
 * would start work and hand cars over: so a key waits there until it is clear that none follows at a scanner's pace, and is
 * then given to the page as it was pressed. A field gets its keys at once; only the Enter that ends a code is taken from it.
 */
export function useScannerKeys(): void {
  useEffect(() => listen(window), [])
}

function listen(page: Window): () => void {
  let burst = noBurst
  let held: readonly KeyboardEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReleasing = false
  let field: FieldBefore | null = null
  let endedByScan = false

  const release = (): void => {
    clearTimeout(timer)
    const keys = held
    held = []
    isReleasing = true
    for (const key of keys) targetOf(key, page).dispatchEvent(new KeyboardEvent('keydown', initOf(key)))
    isReleasing = false
  }
  const hold = (event: KeyboardEvent): void => {
    take(event)
    held = [...held, event]
    clearTimeout(timer)
    timer = setTimeout(release, longestGapMs)
  }

  const keyDown = (event: KeyboardEvent): void => {
    if (isReleasing || event.isComposing) return
    endedByScan = false
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
      burst = noBurst
      release()
      return
    }
    const press = { key: event.key, code: event.code, shift: event.shiftKey, atMs: event.timeStamp }
    const step = afterKey(burst, press)
    const isBegun = step.burst.code.length === 1
    burst = step.burst
    const isBusy = isBusyElsewhere(event)
    const taker = currentTaker()
    if (step.scanned !== null) {
      if (taker === null || (isBusy && !taker.alsoInFields)) return release()
      take(event)
      clearTimeout(timer)
      held = []
      endedByScan = true
      field?.restore()
      field = null
      taker.onScan(step.scanned)
    } else if (event.key === 'Shift') return
    else if (scannedCharacter(press) === null || isBusy) {
      release()
      if (isBegun) field = fieldBefore(event.target)
    } else {
      field = null
      // A blank alone presses the button that has the focus; within a code it is a part of it.
      if (event.key === ' ' && isBegun) release()
      else if (taker !== null) hold(event)
    }
  }
  // A button is pressed when its Enter comes up again.
  const keyUp = (event: KeyboardEvent): void => {
    if (endedByScan && event.key === 'Enter') take(event)
  }
  page.addEventListener('keydown', keyDown, { capture: true })
  page.addEventListener('keyup', keyUp, { capture: true })
  return () => {
    clearTimeout(timer)
    page.removeEventListener('keydown', keyDown, { capture: true })
    page.removeEventListener('keyup', keyUp, { capture: true })
  }
}

function take(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function initOf({ key, code, shiftKey, location }: KeyboardEvent): KeyboardEventInit {
  return { key, code, shiftKey, location, bubbles: true, cancelable: true, composed: true }
}

/** What had the focus may be gone by now. */
function targetOf({ target }: KeyboardEvent, page: Window): EventTarget {
  return target instanceof Node && target.isConnected ? target : page
}
