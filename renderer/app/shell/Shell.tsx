import { type ReactNode, useRef } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'

/** The frame of every screen at the desk: rail, top bar, the screen itself. */
export function Shell({ rail, top, children }: { rail: ReactNode; top: ReactNode; children: ReactNode }) {
  const text = useText()
  const frame = useRef<HTMLDivElement>(null)
  return (
    <div className="app" ref={frame}>
      <Button className="skip" onPress={() => frame.current?.querySelector('main')?.focus()}>
        {text('shell.skip')}
      </Button>
      {rail}
      {top}
      <ErrorBoundary>{children}</ErrorBoundary>
    </div>
  )
}

/** A screen's content and, at its foot, its keys. `scrolls`: a page to read; the board does not scroll as a whole. */
export function Screen({
  title,
  children,
  keys,
  scrolls = false,
}: {
  title: string
  children: ReactNode
  keys?: ReactNode
  scrolls?: boolean
}) {
  return (
    <>
      <main aria-label={title} tabIndex={-1} className={scrolls ? 'scrolls' : ''}>
        {children}
      </main>
      {keys}
    </>
  )
}
