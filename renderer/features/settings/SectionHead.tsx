import type { ReactNode } from 'react'

/** A section's heading, what it is about, and at its end the way to add to it. */
export function SectionHead({ title, say, children }: { title: string; say?: string; children?: ReactNode }) {
  return (
    <header className="section-head">
      <div>
        <h2>{title}</h2>
        {say !== undefined && <p>{say}</p>}
      </div>
      {children}
    </header>
  )
}
