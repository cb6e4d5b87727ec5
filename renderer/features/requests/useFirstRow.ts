import { type RefObject, useEffect } from 'react'
import { isBusyElsewhere } from '../keys/keyboard.ts'

/**
 * Whoever came by a key goes on by keys: the first row has the focus as soon as it is drawn, and an arrow finds it again when
 * nothing has. Never taken from anything else.
 */
export function useFirstRow(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const take = (): boolean => {
      const first = isNothingFocused() ? box.current?.querySelector<HTMLElement>('tbody [role="row"]') : null
      first?.focus()
      return first !== null && first !== undefined
    }
    const keyDown = (event: KeyboardEvent): void => {
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
      if (isArrow && !isBusyElsewhere(event) && take()) event.preventDefault()
    }
    // A table draws its rows one frame after itself.
    const frame = requestAnimationFrame(take)
    window.addEventListener('keydown', keyDown)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('keydown', keyDown)
    }
  }, [box])
}

function isNothingFocused(): boolean {
  const { activeElement } = document
  return (
    activeElement === null || activeElement === document.body || (activeElement instanceof HTMLElement && activeElement.matches('main'))
  )
}
