import { type ReactNode, useEffect, useId, useRef } from 'react'

type PickListProps = {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
  readonly className?: string
  readonly isMultiple?: boolean
}

/**
 * The lines below a field that is typed into. The field keeps the keyboard and names the line that Enter takes
 * (`aria-activedescendant`), so no line is ever focused; HTML's own lists cannot be driven so.
 */
export function PickList({ id, label, children, className = '', isMultiple = false }: PickListProps) {
  return (
    <div
      className={`menu ${className}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="listbox"
      id={id}
      aria-label={label}
      aria-multiselectable={isMultiple}
    >
      {children}
    </div>
  )
}

/** Lines of another origin than those above, below a quiet heading. */
export function PickGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
    <div role="group" aria-labelledby={id}>
      <p className="pick-head" id={id} role="presentation">
        {title}
      </p>
      {children}
    </div>
  )
}

type PickLineProps = {
  readonly id: string
  /** Enter takes it. */
  readonly isPointed: boolean
  readonly isChosen: boolean
  readonly onPick: () => void
  readonly children: ReactNode
  readonly className?: string
}

export function PickLine({ id, isPointed, isChosen, onPick, children, className = '' }: PickLineProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isPointed) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isPointed])
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the keyboard
    <div
      ref={element}
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="option"
      aria-selected={isChosen}
      className={`item ${isPointed ? 'acting' : ''} ${className}`}
      // A press leaves the focus in the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  )
}
