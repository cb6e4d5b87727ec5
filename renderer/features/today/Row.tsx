import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoardDo } from './boardContext.ts'
import type { BoardRow } from './boardRows.ts'

type RowProps = {
  readonly row: BoardRow
  readonly name: string
  readonly className: string
  readonly isFocused: boolean
  readonly children: ReactNode
}

/** One row of a lane: a place for the focus, a menu under the right button, and what its lane draws in it. */
export function Row({ row, name, className, isFocused, children }: RowProps) {
  const { focus, openMenu } = useBoardDo()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isFocused) return
    // Taken from another row or from nowhere, as when the row that had it went away; never from a field or a dialog.
    const active = document.activeElement
    const isFree = active === null || active === document.body || active.closest('[role="row"]') !== null
    if (isFree && element.current?.contains(active) === false) element.current.focus({ preventScroll: true })
    element.current?.scrollIntoView({ block: 'nearest' })
  }, [isFocused])
  const menu = (event: MouseEvent): void => {
    if (row.card === null || element.current === null) return
    event.preventDefault()
    focus(row.key)
    openMenu(row, element.current.querySelector<HTMLElement>('[data-menu]') ?? element.current)
  }
  return (
    <div
      ref={element}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a row of its own shape, and there is no grid in HTML that can be walked by keys
      role="row"
      aria-label={name}
      tabIndex={isFocused ? 0 : -1}
      data-key={row.key}
      {...(row.card === null ? {} : { 'data-job-id': row.card.jobId })}
      className={`row ${className} ${isFocused ? 'foc' : ''}`}
      onFocus={() => focus(row.key)}
      onPointerDown={() => focus(row.key)}
      onContextMenu={menu}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see the row */}
      <div role="gridcell" className="cell">
        {children}
      </div>
    </div>
  )
}

/** The rest of what can be done. A plain button: a row must be cheap, there may be hundreds. */
export function MoreButton({ row, label }: { row: BoardRow; label: string }) {
  const { openMenu } = useBoardDo()
  return (
    <button
      type="button"
      data-menu=""
      tabIndex={-1}
      className="btn quiet icon sm more"
      aria-label={label}
      aria-haspopup="menu"
      onClick={(event) => openMenu(row, event.currentTarget)}
    >
      <Icon name="more" size="m" />
    </button>
  )
}

type StepButtonProps = {
  readonly row: BoardRow
  readonly isFocused: boolean
  /** `turn`: an outline, it is this row's turn; `later`: a word; `faint`: a word in grey. */
  readonly weight: 'turn' | 'later' | 'faint'
  readonly children: string
}

const looks = { turn: 'tint', later: 'quiet ac', faint: 'quiet' } as const

/** What comes next for this row. Filled on the row that has the focus: there it is what Enter does. */
export function StepButton({ row, isFocused, weight, children }: StepButtonProps) {
  const { step } = useBoardDo()
  const text = useText()
  return (
    <button
      type="button"
      tabIndex={isFocused ? 0 : -1}
      className={`btn sm step ${isFocused ? 'primary' : looks[weight]}`}
      {...(isFocused ? { title: text('keys.next'), 'aria-keyshortcuts': 'Enter' } : {})}
      onClick={() => step(row)}
    >
      {children}
      {isFocused && (
        <kbd className="kbd" aria-hidden="true">
          ↵
        </kbd>
      )}
    </button>
  )
}
