/** One measured figure. `wanted` is a bound in words ("<= 5", "= 0", ">= 0.3") or a reason of its own; null when the figure is only told. */
export type EvidenceRow = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What stands beside it: a peer measured in the same run, or a fixed unit of work. */
  readonly against: string | null
  readonly ratio: number | null
  readonly wanted: string | null
  readonly ok: boolean
  /** Least and greatest of the repeated runs behind a median. */
  readonly spread?: readonly [least: number, greatest: number]
}

export type Evidence = { readonly ok: boolean; readonly seed: number; readonly rows: readonly EvidenceRow[] }

/** A figure that is told, not judged. */
export function told(name: string, value: number, unit: string): EvidenceRow {
  return { name, value, unit, against: null, ratio: null, wanted: null, ok: true }
}

/** A figure that is judged by a bound. */
export function judged(row: Omit<EvidenceRow, 'ok' | 'wanted'>, relation: '<=' | '>=' | '=', bound: number): EvidenceRow {
  return { ...row, wanted: `${relation} ${bound}`, ok: holds(row.value, relation, bound) }
}

function holds(value: number, relation: '<=' | '>=' | '=', bound: number): boolean {
  if (relation === '<=') return value <= bound
  return relation === '>=' ? value >= bound : value === bound
}

export function evidenceOf(seed: number, rows: readonly EvidenceRow[]): Evidence {
  return { ok: rows.every((row) => row.ok), seed, rows }
}

/** The table for people; a row that is missed says so and stays. */
export function evidenceTable({ rows }: Evidence): string {
  const head = ['row', 'value', 'unit', 'spread', 'against', 'ratio', 'wanted', '']
  const lines = [head, ...rows.map(cells)]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells(row: EvidenceRow): readonly string[] {
  const spread = row.spread === undefined ? '' : row.spread.map(figure).join('..')
  const verdict = row.ok ? 'ok' : 'MISSED'
  return [
    row.name,
    figure(row.value),
    row.unit,
    spread,
    row.against ?? '',
    row.ratio === null ? '' : figure(row.ratio),
    row.wanted ?? '',
    row.wanted === null ? '' : verdict,
  ]
}

function pad(cell: string, width: number, column: number): string {
  return column === 1 || column === 5 ? cell.padStart(width) : cell.padEnd(width)
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)))
}

/** How every proving command ends: the table, with `--json` the evidence line as the last line, exit status 1 when a wanted row is missed. */
export function reportEvidence(evidence: Evidence, args: readonly string[]): void {
  process.stdout.write(`${evidenceTable(evidence)}\n`)
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(evidence)}\n`)
  if (!evidence.ok) process.exitCode = 1
}
