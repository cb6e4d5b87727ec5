import { basisKey } from '../../../core/domain/pricing/basis.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'
import type { BillLine } from '../../../core/domain/pricing/types.ts'

/** A line of the bill with what the job calls it. */
export type NamedLine = { readonly row: ClosingRow; readonly line: BillLine }

/** The bill's lines in the order of the job's page. */
export function namedLines(rows: readonly ClosingRow[], lines: readonly BillLine[]): readonly NamedLine[] {
  const byKey = new Map(lines.map((line) => [basisKey(line.basis), line]))
  return rows.flatMap((row) => {
    const line = byKey.get(basisKey(row.basis))
    return line === undefined ? [] : [{ row, line }]
  })
}
