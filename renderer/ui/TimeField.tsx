import { useState } from 'react'
import type { Result } from '../../core/basics/result.ts'
import { parseTimeOfDay, type TimeProblem } from '../../core/persian/dateText.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import type { TypedFieldProps } from './DateField.tsx'
import { TextField } from './TextField.tsx'

type TimeFieldProps = TypedFieldProps & {
  /** How the text is read; a closing time may be 24:00. */
  readonly parse?: (typed: string) => Result<number, TimeProblem>
}

/** A time of day as it is typed: `9`, `9:30`, `930` in any digits. */
export function TimeField({ value, onChange, hint, error, parse = parseTimeOfDay, ...rest }: TimeFieldProps) {
  const text = useText()
  const format = useFormat()
  const [isTyping, setTyping] = useState(false)
  const parsed = parse(value)
  const problem = !isTyping && !parsed.ok && parsed.error !== 'empty' ? text(`fields.time.${parsed.error}`) : error
  return (
    <TextField
      {...rest}
      ltr
      // What is being typed stays as it is typed.
      value={isTyping || !parsed.ok ? value : format.timeOfDay(parsed.value)}
      onChange={(typed) => {
        setTyping(true)
        onChange(typed)
      }}
      onBlur={() => setTyping(false)}
      {...(hint === undefined ? {} : { hint })}
      error={problem}
    />
  )
}
