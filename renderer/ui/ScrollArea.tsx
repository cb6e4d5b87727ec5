import type { ReactNode } from 'react'

/** A part of the page that scrolls by itself: reachable by keyboard, or its end could not be read without a mouse. */
export function ScrollArea({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: the arrows scroll what has the focus
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
