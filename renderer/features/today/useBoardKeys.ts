import { useEffect } from 'react'
import { direction } from '../../i18n/languages.ts'
import { useLanguage } from '../../i18n/text.ts'
import { useLatest } from '../../ui/useLatest.ts'
import { keyDigit, isBusyElsewhere } from '../keys/keyboard.ts'

export type Arrow = 'up' | 'down' | 'first' | 'last' | 'onward' | 'back'

export type BoardKeyDo = {
  readonly move: (to: Arrow) => void
  readonly next: () => void
  readonly newVisit: () => void
  readonly requests: () => void
  readonly checkIn: () => void
  readonly start: () => void
  readonly finish: () => void
  readonly handOver: () => void
  readonly pause: () => void
  readonly consent: () => void
  readonly part: () => void
  readonly menu: () => void
  readonly undo: () => void
  readonly digit: (digit: string) => void
}

/** Letters by their place on the keyboard, so that they work under a Persian layout as well. */
const letters: Readonly<Record<string, Exclude<keyof BoardKeyDo, 'move' | 'digit' | 'next'>>> = {
  KeyN: 'newVisit',
  KeyR: 'requests',
  KeyI: 'checkIn',
  KeyS: 'start',
  KeyF: 'finish',
  KeyH: 'handOver',
  KeyC: 'consent',
  KeyP: 'part',
  KeyW: 'pause',
  KeyM: 'menu',
  KeyZ: 'undo',
  ContextMenu: 'menu',
}

/** The keys of a resting board: nothing is typed, nothing is open over it. */
export function useBoardKeys(keyDo: BoardKeyDo): void {
  const latest = useLatest(keyDo)
  const isRtl = direction[useLanguage()] === 'rtl'
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      if (isBusyElsewhere(event)) return
      const arrow = arrowOf(event.key, isRtl)
      const digit = keyDigit(event)
      const letter = letters[event.code]
      const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey)
      if (isUndo) latest.current.undo()
      else if (event.ctrlKey || event.metaKey || event.altKey) return
      else if (arrow !== null) latest.current.move(arrow)
      else if (event.key === 'Enter' && !event.repeat && !isOnControl(event)) latest.current.next()
      else if (digit !== null) latest.current.digit(digit)
      else if (letter !== undefined && !event.shiftKey && !event.repeat) latest.current[letter]()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', keyDown)
    return () => window.removeEventListener('keydown', keyDown)
  }, [isRtl, latest])
}

function arrowOf(key: string, isRtl: boolean): Arrow | null {
  switch (key) {
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    case 'ArrowLeft':
      return isRtl ? 'onward' : 'back'
    case 'ArrowRight':
      return isRtl ? 'back' : 'onward'
    default:
      return null
  }
}

/** Enter on a button presses that button. */
function isOnControl({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('button, a, [role="button"], [role="link"]') !== null
}
