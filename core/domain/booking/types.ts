import type { JobId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Rial } from '../../basics/rial.ts'
import type { RequestedService } from '../job/types.ts'
import type { Customer, Vehicle } from '../job/visit.ts'
import type { RequestedMaterial, SpecField, Unit } from '../materials/types.ts'
import type { Offer } from '../pricing/types.ts'

/** What a file says of one booking; a CSV has a column for each. */
export const bookingFields = [
  'ref',
  'date',
  'time',
  'plate',
  'model',
  'name',
  'mobile',
  'services',
  'materials',
  'price',
  'offer',
  'offerRevision',
  'vat',
  'note',
] as const
export type BookingField = (typeof bookingFields)[number]

/** One booking of a file, every field as typed, empty where the file says nothing. */
export type RawBooking = Readonly<Record<Exclude<BookingField, 'services' | 'materials'>, string>> & {
  /** Line of the file as a person counts it: the first booking of a CSV stands in row 2. */
  readonly row: number
  /** Each either one title, or several with separators between them. */
  readonly services: readonly string[]
  readonly materials: readonly RawMaterial[]
}

/** One material of a booking, every field as typed, empty where the file says nothing. */
export type RawMaterial = Readonly<Record<SpecField, string>> & {
  /** The number alone; its unit stands beside it. */
  readonly quantity: string
  readonly unit: string
  readonly price: string
  /** What stands in it beyond the known fields. */
  readonly surplus: string
}

/** What a booking of the file says, once it is understood; also what an earlier import of it said. */
export type BookingContent = {
  readonly slotStartUtcMs: UtcMs
  readonly customer: Customer
  readonly vehicle: Vehicle
  readonly services: readonly RequestedService[]
  readonly materials: readonly RequestedMaterial[]
  /** What the customer agreed to pay, VAT inside. */
  readonly acceptedRial: Rial | null
  readonly offer: Offer | null
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
  | {
      readonly code: 'badPlate' | 'badMobile' | 'badDate' | 'badTime' | 'badPrice' | 'badOfferRevision' | 'badVat'
      readonly typed: string
    }
  | { readonly code: 'unknownService'; readonly typed: string }
  | MaterialProblem
  | { readonly code: 'tooManyMaterials'; readonly count: number; readonly most: number }
  | { readonly code: 'offerWithoutPrice'; readonly offerId: string }
  | { readonly code: 'slotInPast' | 'slotOnHoliday' | 'slotOnClosedDay' | 'slotOutsideHours' }
  | { readonly code: 'twiceInFile'; readonly firstRow: number }
  | { readonly code: 'takenWithOtherContent'; readonly jobId: JobId; readonly jobNo: number }

/** `item` counts the materials of the booking from 1. */
export type MaterialProblem = { readonly item: number } & (
  | { readonly code: 'materialKindMissing' | 'materialQuantityMissing' }
  | { readonly code: 'materialTooLong'; readonly field: SpecField; readonly most: number }
  | { readonly code: 'badQuantity' | 'unknownUnit' | 'badMaterialPrice' | 'materialSurplus'; readonly typed: string }
  | { readonly code: 'quantityInParts'; readonly typed: string; readonly unit: Unit }
  /** Neither the material nor the booking names a price, so that it would be given away. */
  | { readonly code: 'materialPriceMissing'; readonly kind: string }
)

export type BookingWarning =
  | { readonly code: 'moreThanBays'; readonly atOnce: number; readonly bays: number }
  | { readonly code: 'samePlateSameDay'; readonly otherRow: number }
  /** By an earlier file, or opened at the counter. */
  | { readonly code: 'plateBookedThatDay'; readonly jobId: JobId; readonly jobNo: number }
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
  /** Those that could be understood. */
  readonly materials: readonly RequestedMaterial[]
  readonly acceptedRial: Rial | null
  readonly offer: Offer | null
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
