import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Avatar } from '../../ui/PersonName.tsx'

export type TopBarProps = {
  /** Opens the search; the box itself is a button, so that what is typed belongs to the palette. */
  readonly onSearch: () => void
  /** Warnings, the sync badge, who is at the desk. */
  readonly children: ReactNode
  readonly isDemo?: boolean
}

export function TopBar({ onSearch, children, isDemo = false }: TopBarProps) {
  const text = useText()
  return (
    <header className="top">
      <div className="when">
        <Clock />
        {isDemo && <span className="demo-mark">{text('shell.demo')}</span>}
      </div>
      <AriaButton className="search" onPress={onSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" size="m" />
        <span>{text('shell.searchHint')}</span>
        <Kbd keys="Ctrl K" />
      </AriaButton>
      <div className="end">{children}</div>
    </header>
  )
}

/** The service's time and the Jalali day; changes with the minute. */
export function Clock() {
  const minute = useMinute()
  const format = useFormat()
  return (
    <>
      <time className="clock" dateTime={new Date(minute).toISOString()}>
        {format.time(minute)}
      </time>
      <span className="date">{format.fullDate(format.day(minute))}</span>
    </>
  )
}

/** Who answers for what is done at this desk, and the way to lock it. */
export function AtDesk({ name, role, onLock, children }: { name: string; role: string; onLock?: () => void; children?: ReactNode }) {
  const text = useText()
  return (
    <section className="who" aria-label={text('shell.atDesk')}>
      <Avatar name={name} />
      {name}
      <small>{role}</small>
      {children}
      {onLock !== undefined && <IconButton icon="lock" size="sm" label={text('shell.lock')} onPress={onLock} />}
    </section>
  )
}
