import type { ClipboardEvent, KeyboardEvent, RefCallback } from 'react'
import { toPersianDigits } from '../../../core/persian/digits.ts'
import { useText } from '../../i18n/text.ts'
import { backspaceFrom, partAfter, partBefore, type PlateDraft, type Typed, typeInto, type TypedPart } from './draft.ts'
import { drawnLetter } from './plateText.ts'

type PlateSegmentProps = {
  readonly part: TypedPart
  readonly draft: PlateDraft
  readonly onTyped: (typed: Typed) => void
  readonly onPastePlate: (text: string) => void
  readonly onStep: (to: TypedPart) => void
  readonly isInvalid: boolean
  readonly inputRef: RefCallback<HTMLInputElement>
}

/** One field of a plate. Arrows at its edge and Backspace in an empty field go on to its neighbours, left to right as on the plate. */
export function PlateSegment({ part, draft, onTyped, onPastePlate, onStep, isInvalid, inputRef }: PlateSegmentProps) {
  const text = useText()
  const shown = part === 'letter' ? (draft.letter === '' ? '' : drawnLetter(draft.letter)) : toPersianDigits(draft[part])

  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    if (event.key === 'Backspace' && value === '') {
      event.preventDefault()
      onTyped(backspaceFrom(draft, part))
      return
    }
    const to =
      event.key === 'ArrowLeft' && selectionEnd === 0
        ? partBefore(part, draft.kind)
        : event.key === 'ArrowRight' && selectionStart === value.length
          ? partAfter(part, draft.kind)
          : null
    if (to === null) return
    event.preventDefault()
    onStep(to)
  }
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text')
    // A part of a plate is typed; anything longer can only be a whole one.
    if (pasted.trim().length <= 3) return
    event.preventDefault()
    onPastePlate(pasted)
  }
  return (
    <input
      ref={inputRef}
      className={`f ${part}`}
      aria-label={text(`plate.${part}`)}
      aria-invalid={isInvalid}
      inputMode={part === 'letter' ? 'text' : 'numeric'}
      autoComplete="off"
      spellCheck={false}
      value={shown}
      onChange={(event) => onTyped(typeInto(draft, part, event.target.value))}
      onKeyDown={keyDown}
      onPaste={paste}
      onFocus={(event) => event.target.select()}
    />
  )
}
