import { noteMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { TextField } from '../../ui/TextField.tsx'

type ReasonFieldProps = {
  readonly value: string
  readonly onChange: (reason: string) => void
  readonly error: string | null
  readonly label?: string
  /** Set where the reason is all that is asked. */
  readonly takesFocus?: boolean
}

export function ReasonField({ label, takesFocus = false, ...props }: ReasonFieldProps) {
  const text = useText()
  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type it
  return <TextField {...props} label={label ?? text('jobActions.reason')} maxLength={noteMostChars} autoFocus={takesFocus} />
}
