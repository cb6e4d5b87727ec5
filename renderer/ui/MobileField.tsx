import { useState } from 'react'
import { type Mobile, parseMobile } from '../../core/persian/mobile.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import type { FieldWords } from './FieldParts.tsx'
import { TextField } from './TextField.tsx'

export type MobileFieldProps = Omit<FieldWords, 'label'> & {
  readonly label?: string
  /** What was typed, in any form people write a number. Parse it with `parseMobile` when the form is sent. */
  readonly value: string
  readonly onChange: (typed: string) => void
  /** A complete number, as soon as there is one: for looking up who it is. */
  readonly onMobile?: (mobile: Mobile | null) => void
}

/** Says what is wrong only when the field is left: half a number is not an error while it is being typed. */
export function MobileField({ label, value, onChange, onMobile, hint, error, ...rest }: MobileFieldProps) {
  const text = useText()
  const format = useFormat()
  const [left, setLeft] = useState(false)
  const [isTyping, setTyping] = useState(false)
  const parsed = parseMobile(value)
  const problem = left && !parsed.ok && parsed.error !== 'empty' ? text(`fields.mobile.${parsed.error}`) : error
  const type = (typed: string): void => {
    setLeft(false)
    setTyping(true)
    onChange(typed)
    const read = parseMobile(typed)
    onMobile?.(read.ok ? read.value : null)
  }
  const leave = (): void => {
    setLeft(true)
    setTyping(false)
    if (parsed.ok) onChange(format.mobile(parsed.value))
  }
  return (
    <TextField
      {...rest}
      ltr
      label={label ?? text('fields.mobile.label')}
      inputMode="tel"
      // A number that was known before is written like one that was typed here.
      value={isTyping || !parsed.ok ? value : format.mobile(parsed.value)}
      onChange={type}
      onBlur={leave}
      hint={hint ?? text('fields.mobile.hint')}
      error={problem}
    />
  )
}
