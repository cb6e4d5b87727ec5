import { z } from 'zod'
import { mobile, plate, shortText } from './fields.ts'

/** Field schemas of who came with which car. */

export const customer = z.strictObject({ name: shortText, mobile: mobile.nullable() }).readonly()
export const vehicle = z.strictObject({ plate, model: shortText }).readonly()

/** ISO 3779: 17 letters and digits without I, O and Q; older cars carry shorter ones. */
export const vin = z.string().regex(/^[A-HJ-NPR-Z0-9]{6,17}$/)
export const odometerKm = z.int().min(0).max(3_000_000)
