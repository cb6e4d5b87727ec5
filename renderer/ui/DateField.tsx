import { parseDate } from '../../core/persian/dateText.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import type { FieldWords } from './FieldParts.tsx'
import { TextField } from './TextField.tsx'
import { useState } from 'react'

export type TypedFieldProps = FieldWords & {
  /** What was typed, in any form people write it. Parse it when the form is sent. */
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly className?: string
}

/** A Jalali day as it is typed, `1405/9/1` in any digits; the weekday and month below say what was understood. */
export function DateField({ value, onChange, hint, error, ...rest }: TypedFieldProps) {
  const text = useText()
  const format = useFormat()
  const [isTyping, setTyping] = useState(false)
  const parsed = parseDate(value)
  const problem = !isTyping && !parsed.ok && parsed.error !== 'empty' ? text(`fields.date.${parsed.error}`) : error
  return (
    <TextField
      {...rest}
      ltr
      // What is being typed stays as it is typed.
      value={isTyping || !parsed.ok ? value : format.shortDate(parsed.value)}
      onChange={(typed) => {
        setTyping(true)
        onChange(typed)
      }}
      onBlur={() => setTyping(false)}
      hint={parsed.ok ? format.fullDate(parsed.value) : (hint ?? text('fields.date.hint'))}
      error={problem}
    />
  )
}
