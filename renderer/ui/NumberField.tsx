import { type ReactNode, useState } from 'react'
import { assertNever } from '../../core/basics/assertNever.ts'
import { useFormat } from '../i18n/format.ts'
import { type Text, useText } from '../i18n/text.ts'
import type { FieldWords } from './FieldParts.tsx'
import { TextField } from './TextField.tsx'
import { type NumberLimits, readTypedNumber, stepped, type TypedNumberProblem } from './typedNumber.ts'

export type NumberFieldProps = FieldWords &
  NumberLimits & {
    readonly value: number | null
    /** Null while the field is empty or holds what is no number; the field itself then says so. */
    readonly onChange: (value: number | null) => void
    readonly suffix?: ReactNode
    /** Arrow up and down change the number by this. */
    readonly step?: number
    readonly isDisabled?: boolean
    readonly className?: string
  }

/** A number typed with the digits of any keyboard: what was typed stays while typing, and is grouped when the field is left. */
export function NumberField({ value, onChange, least, most, decimal, step = 1, error, suffix, ...rest }: NumberFieldProps) {
  const text = useText()
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const limits = { least, most, decimal }
  const shown = value === null ? '' : format.number(value)
  const read = readTypedNumber(typed ?? shown, limits)

  const type = (next: string): void => {
    setTyped(next)
    const parsed = readTypedNumber(next, limits)
    onChange(parsed.ok ? parsed.value : null)
  }
  const keyDown = (event: { readonly key: string; readonly continuePropagation: () => void }): void => {
    const { key } = event
    // React Aria keeps a key to the field that listens to any: Escape closes the window around it.
    if (key === 'Escape') event.continuePropagation()
    const direction = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0
    if (direction === 0) return
    setTyped(null)
    onChange(stepped(value, direction * step, limits))
  }
  return (
    <TextField
      {...rest}
      ltr
      inputMode={decimal === true ? 'decimal' : 'numeric'}
      value={typed ?? shown}
      onChange={type}
      onKeyDown={keyDown}
      // A number that cannot be read stays as it was typed, to be corrected.
      onBlur={() => read.ok && setTyped(null)}
      error={read.ok ? error : numberProblemText(read.error, limits, text)}
      {...(suffix === undefined ? {} : { suffix: typeof suffix === 'string' ? <em>{suffix}</em> : suffix })}
    />
  )
}

function numberProblemText(problem: TypedNumberProblem, { least = 0, most = 0 }: NumberLimits, text: Text): string {
  switch (problem) {
    case 'tooSmall':
      return text('fields.number.tooSmall', { least })
    case 'tooBig':
      return text('fields.number.tooBig', { most })
    case 'empty':
    case 'notANumber':
    case 'badGrouping':
    case 'fraction':
    case 'negative':
    case 'tooLarge':
      return text(`fields.number.${problem}`)
    default:
      return assertNever(problem)
  }
}
