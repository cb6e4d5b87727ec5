import { FieldError, Label, Text as AriaText } from 'react-aria-components'
import { useText } from '../i18n/text.ts'
import { Icon } from './Icon.tsx'

/** What every field has: a label above, a reminder or an error below. The error says what to do. */
export type FieldWords = {
  readonly label: string
  /** For the eye the label is elsewhere, e.g. in a table's head: read aloud all the same. */
  readonly labelHidden?: boolean
  readonly hint?: string | undefined
  readonly error?: string | null | undefined
  /** Marks the field as one that may stay empty. */
  readonly optional?: boolean
}

export function FieldLabel({ label, labelHidden = false, optional = false }: FieldWords) {
  const text = useText()
  return (
    <Label className={labelHidden ? 'vh' : 'label'}>
      {label}
      {optional && (
        <>
          {' '}
          <small>{text('common.optional')}</small>
        </>
      )}
    </Label>
  )
}

export function FieldFoot({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  if (error !== undefined && error !== null) {
    return (
      <FieldError className="error">
        <Icon name="warning" size="s" />
        <span>{error}</span>
      </FieldError>
    )
  }
  return hint === undefined ? null : (
    <AriaText slot="description" className="hint">
      {hint}
    </AriaText>
  )
}

export function isWrong({ error }: Pick<FieldWords, 'error'>): boolean {
  return error !== undefined && error !== null
}
