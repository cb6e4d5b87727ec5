import type { JobId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { Customer, RequestedService, Vehicle } from '../job/types.ts'

/** What a file says of one booking; a CSV has a column for each. */
export const bookingFields = ['ref', 'date', 'time', 'plate', 'model', 'name', 'mobile', 'services', 'price', 'note'] as const
export type BookingField = (typeof bookingFields)[number]

/** One booking of a file, every field as typed, empty where the file says nothing. */
export type RawBooking = Readonly<Record<Exclude<BookingField, 'services'>, string>> & {
  /** Line of the file as a person counts it: the first booking of a CSV stands in row 2. */
  readonly row: number
  /** Each either one title, or several with separators between them. */
  readonly services: readonly string[]
}

/** What a booking of the file says, once it is understood; also what an earlier import of it said. */
export type BookingContent = {
  readonly slotStartUtcMs: UtcMs
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly services: readonly RequestedService[]
  readonly acceptedRial: Rial | null
  readonly note: string
}

export type Booking = BookingContent & { readonly ref: string }

/** A booking that an earlier import took, as it was then: what the desk has corrected since is no other content of the file. */
export type TakenBooking = {
  readonly jobId: JobId
  readonly jobNo: number
  readonly content: Omit<BookingContent, 'slotStartUtcMs'> & { readonly slotStartUtcMs: UtcMs | null }
}

export type BookingProblem =
  | { readonly code: 'missing'; readonly field: BookingField }
  | { readonly code: 'tooLong'; readonly field: BookingField; readonly most: number }
  | { readonly code: 'badPlate' | 'badMobile' | 'badDate' | 'badTime' | 'badPrice'; readonly typed: string }
  | { readonly code: 'unknownService'; readonly typed: string }
  | { readonly code: 'slotInPast' | 'slotOnHoliday' | 'slotOnClosedDay' | 'slotOutsideHours' }
  | { readonly code: 'twiceInFile'; readonly firstRow: number }
  | { readonly code: 'takenWithOtherContent'; readonly jobId: JobId; readonly jobNo: number }

export type BookingWarning =
  | { readonly code: 'moreThanBays'; readonly atOnce: number; readonly bays: number }
  | { readonly code: 'samePlateSameDay'; readonly otherRow: number }
  | { readonly code: 'slotAlreadyBegun' }

/** A row of the preview. */
export type BookingRow = {
  readonly row: number
  readonly ref: string
  readonly state: 'good' | 'bad' | 'alreadyTaken'
  readonly slotStartUtcMs: UtcMs | null
  readonly plateTyped: string
  readonly vehicle: Vehicle | null
  readonly customer: Customer | null
  readonly serviceTitles: readonly string[]
  readonly acceptedRial: Rial | null
  readonly problems: readonly BookingProblem[]
  readonly warnings: readonly BookingWarning[]
}

/** Why a whole file was refused. */
export type BookingFileProblem =
  | { readonly code: 'fileEmpty' }
  | { readonly code: 'fileTooLarge'; readonly mostBytes: number }
  | { readonly code: 'fileKindUnknown' }
  | { readonly code: 'fileCut'; readonly afterRow: number | null }
  | { readonly code: 'headerMissing'; readonly missing: readonly BookingField[] }
  | { readonly code: 'fileVersionNewer'; readonly version: number }
  | { readonly code: 'tooManyRows'; readonly most: number }
