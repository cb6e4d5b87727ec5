import { z } from 'zod'
import { units } from '../domain/materials/types.ts'

/** The version of the form below. A file of a newer one is refused whole: what it means may have changed. */
export const bookingFileVersion = 1

/** A working year of a busy garage, and less than a second's work. More in one file is another file. */
export const bookingFileMostRows = 5_000

/** One material that the customer asked for. A field left out means "any" (T1). */
export const bookingFileMaterial = z.object({
  /** What it is: `روغن موتور`. */
  kind: z.string().min(1).max(80),
  brand: z.string().max(80).nullable().optional(),
  grade: z.string().max(80).nullable().optional(),
  partNo: z.string().max(80).nullable().optional(),
  /** To the thousandth for litres, metres and kilograms, whole for what is counted: read as the decimal text that it is written in. */
  quantity: z.number().positive().max(10_000),
  unit: z.enum(units),
  /** Of the whole quantity, whole current rials; without one it is part of the booking's price. */
  priceRial: z.int().min(0).max(1_000_000_000_000).nullable().optional(),
})

/**
 * One booking as another program writes it (docs/booking-file.md). Dates and times are local to the garage. Fields that are
 * not named here are no error and are ignored, so that a program may write its own beside them.
 */
export const bookingFileRow = z.object({
  /** The writer's own name of this booking, the same whenever it is written again. Without one plate and slot stand for it. */
  ref: z.string().max(80).optional(),
  /** `2026-11-22` or `1405/09/01`. */
  date: z.string().min(1),
  /** `09:30`. */
  time: z.string().min(1),
  /** `12 ب 345 ایران 67`. */
  plate: z.string().min(1),
  model: z.string().max(80).optional(),
  name: z.string().max(80).optional(),
  /** `09121234567`. A booking has a name or a mobile, best both. */
  mobile: z.string().optional(),
  /** Titles of the garage's price list. */
  services: z.array(z.string()).min(1).max(30),
  /** The price that the customer accepted, whole current rials; without one the price list's prices hold. */
  priceRial: z.int().min(0).max(1_000_000_000_000).nullable().optional(),
  materials: z.array(bookingFileMaterial).max(40).optional(),
  /** Whose price that is: the platform's name of the accepted offer, and which revision of it. */
  offer: z.string().max(80).optional(),
  offerRevision: z.int().min(0).max(1_000_000).optional(),
  /** `inside` the price, which holds when nothing is said, or `added 9%` on top of it. */
  vat: z
    .string()
    .regex(/^(?:inside|added \d{1,2}(?:\.\d{1,2})?%)$/)
    .optional(),
  note: z.string().max(500).optional(),
})

/** The published form of a day's bookings. */
export const bookingFile = z.object({
  format: z.literal('pishkhan.bookings'),
  version: z.literal(bookingFileVersion),
  bookings: z.array(bookingFileRow).max(bookingFileMostRows),
})
export type BookingFile = z.infer<typeof bookingFile>

/** What a reader asks of a file before it looks at the rows one by one: one wrong row must not refuse the others. */
export const bookingFileEnvelope = z.object({
  format: z.literal('pishkhan.bookings'),
  version: z.int().min(1),
  bookings: z.array(z.unknown()),
})
