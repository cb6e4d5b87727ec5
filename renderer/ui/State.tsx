import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

type StateProps = { readonly title: string; readonly say: string; readonly children?: ReactNode }

/** Nothing here yet: says what will appear, and offers the one thing to do. */
export function EmptyState({ icon, title, say, children }: StateProps & { icon: IconName }) {
  return (
    <section className="state">
      <Icon name={icon} size="xl" />
      <h2>{title}</h2>
      <p>{say}</p>
      {children !== undefined && <div className="do">{children}</div>}
    </section>
  )
}

/** What happened, what is safe, what to do. */
export function ErrorState({ title, say, children }: StateProps) {
  return (
    <section className="state error" role="alert">
      <Icon name="warning" size="xl" />
      <h2>{title}</h2>
      <p>{say}</p>
      {children !== undefined && <div className="do">{children}</div>}
    </section>
  )
}

/** Grey lines in the place of what is being read; `widthsPx` are their lengths. */
export function Skeleton({ widthsPx }: { widthsPx: readonly number[] }) {
  return (
    <div className="flex items-center gap-3" aria-hidden="true">
      {widthsPx.map((widthPx, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes its order
        <span key={index} className="skeleton" style={{ inlineSize: widthPx }} />
      ))}
    </div>
  )
}
