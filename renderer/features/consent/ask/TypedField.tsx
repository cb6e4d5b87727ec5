import { useState, type FocusEvent } from 'react'
import { flushSync } from 'react-dom'
import { useFormat } from '../../../i18n/format.ts'
import { TextField, type TextFieldProps } from '../../../ui/TextField.tsx'

type TypedFieldProps = Omit<TextFieldProps, 'value' | 'onChange'> & {
  /** As it was typed. */
  readonly value: string
  readonly onChange: (typed: string) => void
  /** How it is written when nobody types there; null for what cannot be read, which stays as it is. */
  readonly written: string | null
}

/** A number that is kept as it was typed, and written like every other number once the field is left. */
export function TypedField({ value, onChange, written, ...rest }: TypedFieldProps) {
  const format = useFormat()
  const [hasFocus, setFocus] = useState(false)
  const focus = ({ target }: FocusEvent): void => {
    // What is typed takes the place of what stands there, as it does after Tab in any field.
    flushSync(() => setFocus(true))
    if (target instanceof HTMLInputElement) target.select()
  }
  return (
    <TextField
      {...rest}
      ltr
      value={hasFocus || written === null ? format.digits(value) : written}
      onChange={onChange}
      onFocus={focus}
      onBlur={() => setFocus(false)}
    />
  )
}
