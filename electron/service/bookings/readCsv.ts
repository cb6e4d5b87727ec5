import { CsvError, parse } from 'csv-parse/sync'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import { splitMaterials } from '../../../core/domain/booking/materialText.ts'
import type { BookingField, BookingFileProblem, RawBooking } from '../../../core/domain/booking/types.ts'
import { columnField, missingColumns } from './columns.ts'

type Records = readonly (readonly string[])[]

/** A CSV with a header row. Columns in any order; those that are not known are ignored. */
export function readCsv(text: string): Result<readonly RawBooking[], BookingFileProblem> {
  const parsed = parseRecords(text)
  if (!parsed.ok) return parsed
  const [header = [], ...rows] = parsed.value
  const fields = header.map(columnField)
  const missing = missingColumns(new Set(fields.filter((field) => field !== null)))
  if (missing.length > 0) {
    // Without a second column and with no name that we know it is some other text.
    const isTable = header.length > 1 || fields.some((field) => field !== null)
    return err(isTable ? { code: 'headerMissing', missing } : { code: 'fileKindUnknown' })
  }
  if (isCutShort(text, header, rows)) return err({ code: 'fileCut', afterRow: rows.length })
  return ok(rows.flatMap((cells, index) => (isBlank(cells) ? [] : [rawBooking(cells, fields, index + 2)])))
}

function parseRecords(text: string): Result<Records, BookingFileProblem> {
  try {
    return ok(
      parse(text, {
        delimiter: delimiterOf(text),
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return err({ code: 'fileKindUnknown' })
    const complete: unknown = error['records']
    return err({ code: 'fileCut', afterRow: typeof complete === 'number' && complete > 0 ? complete : null })
  }
}

const delimiters = [',', ';', '\t'] as const

/** Spreadsheets write a semicolon where the comma is a decimal mark. The header has no quoted separators worth guarding against. */
function delimiterOf(text: string): string {
  const firstLine = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? ''
  const count = (delimiter: string): number => firstLine.split(delimiter).length
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/**
 * The last row ends before its last column and without a line end, as when a copy broke off. A writer who leaves out the
 * empty columns at the end does so in other rows too.
 */
function isCutShort(text: string, header: readonly string[], rows: Records): boolean {
  const last = rows.at(-1)
  if (last === undefined || /[\r\n]$/.test(text) || last.length >= header.length) return false
  return rows.slice(0, -1).every((cells) => cells.length > last.length)
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Of two columns for the same field the first with something in it counts. */
function rawBooking(cells: readonly string[], fields: readonly (BookingField | null)[], row: number): RawBooking {
  const cell = (field: BookingField): string => cells.find((text, column) => fields[column] === field && text.trim() !== '') ?? ''
  return {
    row,
    ref: cell('ref'),
    date: cell('date'),
    time: cell('time'),
    plate: cell('plate'),
    model: cell('model'),
    name: cell('name'),
    mobile: cell('mobile'),
    services: [cell('services')],
    materials: splitMaterials(cell('materials')),
    price: cell('price'),
    offer: cell('offer'),
    offerRevision: cell('offerRevision'),
    vat: cell('vat'),
    note: cell('note'),
  }
}
