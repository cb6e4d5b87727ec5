import { useEffect } from 'react'
import { isBusyElsewhere } from '../keys/keyboard.ts'
import { showKeys } from '../keys/keysDialog.ts'
import { openSearch } from './searchBox.ts'

/** The keys that work on every screen: Ctrl K and `/` search, `?` shows the keys. By their places, for any layout. */
export function useSearchKeys(): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      const isControl = event.ctrlKey || event.metaKey
      if (isControl && event.code === 'KeyK' && !isInDialog(event)) openSearch()
      else if (isControl || event.altKey || isBusyElsewhere(event)) return
      else if (event.key === '?' || event.key === '؟') showKeys()
      else if (event.key === '/' || (event.code === 'Slash' && !event.shiftKey)) openSearch()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', keyDown)
    return () => window.removeEventListener('keydown', keyDown)
  }, [])
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null
}
