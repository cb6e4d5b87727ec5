import { z } from 'zod'
import { odometerMostKm, vinPattern } from './bounds.ts'
import { mobile, plate, shortText } from './fields.ts'

/** Field schemas of who came with which car. */

export const customer = z.strictObject({ name: shortText, mobile: mobile.nullable() }).readonly()
export const vehicle = z.strictObject({ plate, model: shortText }).readonly()

export const vin = z.string().regex(vinPattern)
export const odometerKm = z.int().min(0).max(odometerMostKm)
