import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'

export type PopoverProps = {
  /** One of our buttons. */
  readonly trigger: ReactElement
  readonly label: string
  readonly children: ReactNode | ((close: () => void) => ReactNode)
  readonly placement?: NonNullable<AriaPopoverProps['placement']>
}

/** More about what was pressed, beside it. Escape or a press outside closes it. */
export function Popover({ trigger, label, children, placement = 'bottom' }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover pad" placement={placement} offset={6}>
        <Dialog aria-label={label}>{({ close }) => (typeof children === 'function' ? children(close) : children)}</Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
