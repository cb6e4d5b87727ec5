import { err, ok, type Result } from '../../../core/basics/result.ts'
import { splitMaterials, splitQuantity } from '../../../core/domain/booking/materialText.ts'
import type { BookingFileProblem, RawBooking, RawMaterial } from '../../../core/domain/booking/types.ts'
import { bookingFileEnvelope, bookingFileVersion } from '../../../core/wire/bookingFile.ts'

/** The JSON form. The envelope has to be right; each booking is then judged by itself, whatever stands in it. */
export function readJson(text: string): Result<readonly RawBooking[], BookingFileProblem> {
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  const envelope = bookingFileEnvelope.safeParse(parsed.value)
  if (!envelope.success) return err({ code: 'fileKindUnknown' })
  const { version, bookings } = envelope.data
  if (version > bookingFileVersion) return err({ code: 'fileVersionNewer', version })
  return ok(bookings.map((booking, index) => rawBooking(booking, index + 1)))
}

function parse(text: string): Result<unknown, BookingFileProblem> {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    const { isOpen, objectsClosed } = scan(text)
    return err(isOpen ? { code: 'fileCut', afterRow: objectsClosed > 0 ? objectsClosed : null } : { code: 'fileKindUnknown' })
  }
}

/** Brackets of the file, of the list in it, and of a booking in the list. */
const depthOfList = 2

/** Whether the text ends inside something that it opened, and how many bookings it had closed by then. */
function scan(text: string): { readonly isOpen: boolean; readonly objectsClosed: number } {
  let depth = 0
  let inString = false
  let objectsClosed = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (character === '}' && depth === depthOfList) objectsClosed += 1
    }
  }
  return { isOpen: inString || depth > 0, objectsClosed }
}

function rawBooking(booking: unknown, row: number): RawBooking {
  const fields = membersOf(booking)
  const text = (name: string): string => asText(fields.get(name))
  const services = fields.get('services')
  return {
    row,
    ref: text('ref'),
    date: text('date'),
    time: text('time'),
    plate: text('plate'),
    model: text('model'),
    name: text('name'),
    mobile: text('mobile'),
    services: Array.isArray(services) ? services.map(asText) : [asText(services)],
    materials: rawMaterials(fields.get('materials')),
    price: text('priceRial'),
    offer: text('offer'),
    offerRevision: text('offerRevision'),
    vat: text('vat'),
    note: text('note'),
  }
}

/** A list of objects; a text, alone or in the list, is read as a cell of a spreadsheet would be. */
function rawMaterials(value: unknown): readonly RawMaterial[] {
  return Array.isArray(value) ? value.flatMap(rawMaterial) : splitMaterials(asText(value))
}

function rawMaterial(value: unknown): readonly RawMaterial[] {
  if (typeof value !== 'object' || value === null) return splitMaterials(asText(value))
  const fields = membersOf(value)
  const text = (name: string): string => asText(fields.get(name))
  const [quantity, unit] = text('unit') === '' ? splitQuantity(text('quantity')) : [text('quantity'), text('unit')]
  return [
    {
      kind: text('kind'),
      brand: text('brand'),
      grade: text('grade'),
      partNo: text('partNo'),
      quantity,
      unit,
      price: text('priceRial'),
      surplus: '',
    },
  ]
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

/** As a person would read it in the file, so that a value of a wrong kind is quoted back as it stands there. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value)
}
