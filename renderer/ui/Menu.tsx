import { Fragment, type ReactElement, useMemo } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'

export type MenuEntry = {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly kbd?: string
  readonly say?: string
  readonly danger?: boolean
  readonly isDisabled?: boolean
  readonly onAction: () => void
}

type MenuProps = { readonly label: string; readonly groups: readonly (readonly MenuEntry[])[] }

/** `trigger` is one of our buttons; entries stand in groups, split by a line. What is not offered is left out, not greyed. */
export function Menu({ trigger, label, groups }: MenuProps & { readonly trigger: ReactElement }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement="bottom end" offset={4}>
        <Entries label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  )
}

/** The same beside any element, opened and closed by its owner: for one menu that serves many rows. */
export function AnchoredMenu({
  anchor,
  onClose,
  label,
  groups,
}: MenuProps & { readonly anchor: HTMLElement; readonly onClose: () => void }) {
  const trigger = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      className="popover"
      placement="bottom end"
      offset={4}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Entries label={label} groups={groups} onClose={onClose} />
    </Popover>
  )
}

function Entries({ label, groups, onClose }: MenuProps & { readonly onClose?: () => void }) {
  const shown = groups.filter((group) => group.length > 0)
  return (
    <AriaMenu className="menu" aria-label={label} {...(onClose === undefined ? {} : { onClose, autoFocus: 'first' })}>
      {shown.map((group, index) => (
        <Fragment key={group.map(({ id }) => id).join()}>
          {index > 0 && <Separator />}
          {group.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </Fragment>
      ))}
    </AriaMenu>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      onAction={entry.onAction}
      isDisabled={entry.isDisabled ?? false}
      className={`item ${entry.danger === true ? 'danger' : ''}`}
    >
      {entry.icon !== undefined && <Icon name={entry.icon} size="m" />}
      <span>{entry.label}</span>
      {entry.say !== undefined && <small>{entry.say}</small>}
      {entry.kbd !== undefined && <Kbd keys={entry.kbd} />}
    </MenuItem>
  )
}
