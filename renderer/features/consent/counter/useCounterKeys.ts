import { useEffect } from 'react'
import type { Decision } from '../../../../core/domain/consent/types.ts'
import { useLatest } from '../../../ui/useLatest.ts'
import { isBusyElsewhere, keyDigit } from '../../keys/keyboard.ts'

/** Digits are on every layout and on the number pad. */
export const decisionKeys: Readonly<Record<Decision, string>> = { accepted: '1', refused: '2', later: '3' }

type CounterKeyDo = {
  readonly press: (decision: Decision) => void
  readonly move: (by: 1 | -1) => void
  readonly record: () => void
  readonly leave: () => void
}

/** The keys of the customer's screen, as long as nothing is open over it. */
export function useCounterKeys(keyDo: CounterKeyDo): void {
  const latest = useLatest(keyDo)
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      // The choice of the language keeps its arrows, and none of our keys.
      const onRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio'
      if ((isBusyElsewhere(event) && !onRadio) || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      const decision = decisionOf(keyDigit(event))
      if (decision !== null) latest.current.press(decision)
      else if (onRadio) return
      else if (event.key === 'ArrowDown') latest.current.move(1)
      else if (event.key === 'ArrowUp') latest.current.move(-1)
      else if (event.key === 'Escape') latest.current.leave()
      else if (event.key === 'Enter' && !isOnControl(event)) latest.current.record()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', keyDown)
    return () => window.removeEventListener('keydown', keyDown)
  }, [latest])
}

function decisionOf(digit: string | null): Decision | null {
  const decisions = ['accepted', 'refused', 'later'] as const
  return decisions.find((decision) => decisionKeys[decision] === digit) ?? null
}

/** Enter on a button presses that button. */
function isOnControl({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('button, a, [role="button"], [role="link"]') !== null
}
