import { Link, useRoute } from 'wouter'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'

export type RailItem = {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  /** How many there wait for somebody; none shown for 0. */
  readonly waiting?: number
}

/** The sections, the settings at the foot. */
export function Rail({ items, foot }: { items: readonly RailItem[]; foot: readonly RailItem[] }) {
  const text = useText()
  return (
    <nav className="rail" aria-label={text('shell.sections')}>
      <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect x="2" y="2" width="28" height="28" rx="8" fill="currentColor" />
        <path d="M7 20.5h18M10 20.5V17a6 6 0 0 1 12 0v3.5M16 11V8.5" fill="none" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {items.map((item) => (
        <RailLink key={item.href} item={item} />
      ))}
      <span className="sp" />
      {foot.map((item) => (
        <RailLink key={item.href} item={item} />
      ))}
    </nav>
  )
}

function RailLink({ item }: { item: RailItem }) {
  const text = useText()
  const format = useFormat()
  const [isHere] = useRoute(item.href === '/' ? '/' : `${item.href}/*?`)
  return (
    <Link href={item.href} aria-current={isHere ? 'page' : undefined}>
      <Icon name={item.icon} />
      {item.label}
      {item.waiting !== undefined && item.waiting > 0 && (
        <span className="n">
          <span aria-hidden="true">{format.number(item.waiting)}</span>
          <span className="vh">{text('shell.waitingCount', { count: item.waiting })}</span>
        </span>
      )}
    </Link>
  )
}
