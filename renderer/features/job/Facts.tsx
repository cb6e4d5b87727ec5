import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Link } from 'wouter'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'

/** One fact behind a number: what it is, what else is to be known, how much of the number it is. */
export type Fact = {
  readonly key: string
  readonly what: string
  readonly say?: string
  readonly amount?: string
  readonly isSum?: boolean
  readonly action?: { readonly label: string; readonly onPress: () => void }
  readonly link?: { readonly label: string; readonly href: string }
}

type FactsProps = {
  /** Names the number and says it, since the button holds the number alone. */
  readonly label: string
  readonly facts: () => readonly Fact[]
  readonly children: ReactNode
  readonly className?: string
}

/** A number that opens the facts it comes from. */
export function Facts({ label, facts, children, className = '' }: FactsProps) {
  return (
    <Popover
      label={label}
      trigger={
        <AriaButton className={`fact ${className}`} aria-label={label}>
          {children}
        </AriaButton>
      }
    >
      {(close) => <FactList facts={facts()} close={close} />}
    </Popover>
  )
}

function FactList({ facts, close }: { facts: readonly Fact[]; close: () => void }) {
  return (
    <ul className="fact-list">
      {facts.map(({ key, what, say, amount, isSum, action, link }) => (
        <li key={key} className={isSum === true ? 'sum' : ''}>
          <div>
            <p>{what}</p>
            {say !== undefined && say !== '' && <small>{say}</small>}
            {link !== undefined && (
              <Link href={link.href} className="link">
                {link.label}
              </Link>
            )}
          </div>
          {amount !== undefined && <bdi>{amount}</bdi>}
          {action !== undefined && (
            <Button
              size="sm"
              onPress={() => {
                close()
                action.onPress()
              }}
            >
              {action.label}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
