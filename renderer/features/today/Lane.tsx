import { type ReactNode, useId } from 'react'
import { useFormat } from '../../i18n/format.ts'
import type { BoardRow, LaneId } from './boardRows.ts'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { pointAt, useSettled } from './pointing.ts'

type LaneProps<Row extends BoardRow> = {
  readonly id: LaneId
  readonly title: string
  /** What the header says beside the count; part of it may stand between asterisks. */
  readonly fact: string | null
  readonly rows: readonly Row[]
  readonly renderRow: (row: BoardRow) => ReactNode
  /** How many cars; rows may stand for something else, as free bays do. */
  readonly count: number
  readonly empty: ReactNode
  readonly above?: ReactNode
  readonly below?: ReactNode
}

export function Lane<Row extends BoardRow>({ id, title, fact, rows, renderRow, count, empty, above, below }: LaneProps<Row>) {
  const format = useFormat()
  const titleId = useId()
  const settled = useSettled(id, rows)
  return (
    <section className={`lane ${id}`} aria-labelledby={titleId} onPointerMove={() => pointAt(id)} onPointerLeave={() => pointAt(null)}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <span className="cnt">{format.number(count)}</span>
        {fact !== null && (
          <p>
            <Emphasis text={fact} />
          </p>
        )}
      </header>
      {above}
      {settled.length === 0 ? (
        <div className="empty">{empty}</div>
      ) : (
        <div role="grid" aria-labelledby={titleId} className="rows">
          {settled.map((row) => renderRow(row))}
        </div>
      )}
      {below}
    </section>
  )
}
