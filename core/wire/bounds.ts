import type { QueueSettings } from '../domain/queue/types.ts'

/** How much a record holds. Apart from the schemas that keep to it, so that a page asks for no more without carrying their library. */

export const shortMostChars = 80
export const noteMostChars = 500
export const phoneMostChars = 40
export const addressMostChars = 200

/** More jobs than any garage opens; what is greater is no number of ours. */
export const jobNoMost = 1_000_000_000

/** Of one job. */
export const servicesMost = 30
export const materialsMost = 40
export const quotedBoundsMin = { least: 5, most: 1440 } as const
/** ISO 3779: 17 letters and digits without I, O and Q; older cars carry shorter ones. */
export const vinPattern = /^[A-HJ-NPR-Z0-9]{6,17}$/
export const odometerMostKm = 3_000_000

/** Of one finding or one item that is asked about. */
export const photosMost = 8
/** Base64 of a photo of the largest size that is kept. */
export const photoMostBase64 = 2_800_000
/** Of one request. */
export const itemsMost = 30
/** Ten days, of one item. */
export const extraMostMin = 14_400
/** The text that is put before the customer. */
export const shownMostChars = 20_000

export const signatureMostStrokes = 200
/** Of a point on the pad, in the pad's own units: a pen that slides off it is not lost. */
export const signatureCoordinate = { least: -10_000, most: 20_000 } as const
export const signatureMostMs = 3_600_000

/** A day's file of bookings is some hundred kilobytes; more than this is another file. */
export const bookingFileMostChars = 5_000_000
export const fileNameMostChars = 255

/** Half of the price is more than any VAT; a rate above it is a slip of the hand. */
export const vatMostPermyriad = 5_000
/** Bounds of each queue minute: beyond them the queue would mean something else, or nothing. */
export const queueMinuteBounds = {
  graceMin: [0, 60],
  earlyWindowMin: [0, 120],
  lateDeferralMin: [0, 480],
  noSlotDeferralMin: [0, 480],
  holdMin: [0, 60],
  promiseMin: [0, 60],
  noShowMin: [1, 480],
  patienceMin: [0, 480],
} as const satisfies { readonly [Field in keyof QueueSettings]: readonly [number, number] }
