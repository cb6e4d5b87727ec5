import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { BookingFileProblem, RawBooking } from '../../../core/domain/booking/types.ts'
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
  const fields = new Map<string, unknown>(typeof booking === 'object' && booking !== null ? Object.entries(booking) : [])
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
    price: text('priceRial'),
    note: text('note'),
  }
}

/** As a person would read it in the file, so that a value of a wrong kind is quoted back as it stands there. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value)
}
