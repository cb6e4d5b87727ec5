import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Spinner } from './Spinner.tsx'
import { Tooltip } from './Tooltip.tsx'
import { useSlow } from './useSlow.ts'

/**
 * primary: the one filled button of a screen, what Enter does · tint: a row's turn · plain: the rest · quiet: a word ·
 * accent: a quiet word in the accent · danger, destroy: outline first, filled only in the dialog that asks again.
 */
export type ButtonLook = 'primary' | 'tint' | 'plain' | 'quiet' | 'accent' | 'danger' | 'destroy'
export type ButtonSize = 'sm' | 'md' | 'lg' | 'touch'

const classes: Readonly<Record<ButtonLook, string>> = {
  primary: 'primary',
  tint: 'tint',
  plain: '',
  quiet: 'quiet',
  accent: 'quiet ac',
  danger: 'danger',
  destroy: 'danger solid',
}

type Shared = Omit<AriaButtonProps, 'children' | 'className'> & {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly className?: string
}

export type ButtonProps = Shared & {
  readonly children: ReactNode
  readonly icon?: IconName
  /** The key that does the same, as drawn: `↵`, `Ctrl Z`. Bind it where the screen binds its keys. */
  readonly kbd?: string
}

/** While `isPending` it keeps its focus and its width in words; presses are not taken. A spinner is shown once it takes long. */
export function Button({ look = 'plain', size = 'md', icon, kbd, className = '', children, ...props }: ButtonProps) {
  const [pressable, isSlow] = usePending(props)
  return (
    <AriaButton {...pressable} className={`btn ${classes[look]} ${size} ${className}`}>
      {isSlow ? <Spinner /> : icon !== undefined && <Icon name={icon} size="m" />}
      {children}
      {kbd !== undefined && !isSlow && <Kbd keys={kbd} />}
    </AriaButton>
  )
}

export type IconButtonProps = Shared & { readonly icon: IconName; readonly label: string; readonly kbd?: string }

/** A button without a word: its label is read aloud, and shown when pointed at or focused. */
export function IconButton({ look = 'quiet', size = 'md', icon, label, kbd, className = '', ...props }: IconButtonProps) {
  const [pressable, isSlow] = usePending(props)
  return (
    <Tooltip text={label} {...(kbd === undefined ? {} : { kbd })}>
      <AriaButton {...pressable} aria-label={label} className={`btn icon ${classes[look]} ${size} ${className}`}>
        {isSlow ? <Spinner /> : <Icon name={icon} size="m" />}
      </AriaButton>
    </Tooltip>
  )
}

/**
 * React Aria's own pending state is left out: it announces the button by its id for seconds after a dialog has taken the
 * button away, and a reference to nothing is an error of accessibility. What came of it is announced by a toast or the page.
 */
function usePending({ isPending = false, onPress, ...props }: AriaButtonProps): readonly [AriaButtonProps, isSlow: boolean] {
  return [isPending || onPress === undefined ? props : { ...props, onPress }, useSlow(isPending)]
}
