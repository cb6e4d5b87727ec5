import type { ReactNode } from 'react'
import { Group, Input, TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords, isWrong } from './FieldParts.tsx'

export type TextFieldProps = FieldWords &
  Omit<AriaTextFieldProps, 'children' | 'className' | 'isInvalid'> & {
    readonly placeholder?: string
    readonly multiline?: boolean
    /** Digits and Latin: written left to right, and standing at the line's start all the same. */
    readonly ltr?: boolean
    /** A unit or a small button after the text. */
    readonly suffix?: ReactNode
    readonly className?: string
  }

export function TextField(props: TextFieldProps) {
  const {
    label,
    labelHidden,
    hint,
    error,
    optional,
    placeholder = '',
    multiline = false,
    ltr = false,
    suffix,
    className = '',
    ...rest
  } = props
  return (
    <AriaTextField {...rest} isInvalid={isWrong(props)} className={`fld ${className}`}>
      <FieldLabel label={label} labelHidden={labelHidden ?? false} optional={optional ?? false} />
      <Group className={`inp ${multiline ? 'area' : ''}`}>
        {multiline ? (
          <TextArea placeholder={placeholder} rows={2} />
        ) : (
          <Input placeholder={placeholder} className={ltr ? 'ltr' : ''} autoComplete="off" spellCheck="false" />
        )}
        {suffix}
      </Group>
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  )
}
