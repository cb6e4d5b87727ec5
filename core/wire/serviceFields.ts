import { z } from 'zod'
import { bayKinds, skills } from '../domain/queue/types.ts'
import { quotedBoundsMin, servicesMost } from './bounds.ts'
import { rial, serviceId, shortText } from './fields.ts'

/** Field schemas of services, as they are listed and as they are quoted. */

export const needs = z
  .strictObject({ skills: z.array(z.enum(skills)).readonly(), bayKinds: z.array(z.enum(bayKinds)).readonly() })
  .readonly()
export const quotedMin = z.int().min(quotedBoundsMin.least).max(quotedBoundsMin.most)
export const requestedService = z.strictObject({ serviceId, title: shortText, quotedMin, priceRial: rial, needs }).readonly()
export const services = z.array(requestedService).min(1).max(servicesMost).readonly()
