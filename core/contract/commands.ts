import { z } from 'zod'
import type { Command } from '../domain/commands.ts'
import { pauseReasons } from '../domain/queue/types.ts'
import { consentCommands } from './consentCommands.ts'
import { materialCommands, saveMaterial } from './materialCommands.ts'
import { pricingCommands } from './pricingCommands.ts'
import { requestCommands } from './requestCommands.ts'
import { bookingFileMostChars, fileNameMostChars, servicesMost } from '../wire/bounds.ts'
import { bayId, eventId, jobId, noteText, personId, serviceId, text, utcMs } from '../wire/fields.ts'
import { stepKinds } from '../wire/jobEvents.ts'
import { newMaterials } from '../wire/materialFields.ts'
import { customer, odometerKm, vehicle, vin } from '../wire/visitFields.ts'
import { bayFields, hoursRow, personFields, profileFields, queueRow, serviceFields, vatRow } from '../wire/settingRows.ts'

const serviceIds = z.array(serviceId).max(servicesMost).readonly()

/** Every command as it comes in at a door: strict, bounded, nothing beside the named fields. */
export const command = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('openVisit'),
    customer,
    vehicle,
    serviceIds,
    materials: newMaterials,
    note: noteText,
    plateSeenTwice: z.boolean(),
  }),
  z.strictObject({ type: z.literal('checkIn'), jobId }),
  z.strictObject({ type: z.literal('checkInAgain'), jobId, arrivalId: eventId.nullable() }),
  z.strictObject({ type: z.literal('startWork'), jobId, bayId, mechanicId: personId, overrideReason: noteText.nullable() }),
  z.strictObject({ type: z.literal('pauseWork'), jobId, reason: z.enum(pauseReasons), note: noteText, freesBay: z.boolean() }),
  z.strictObject({ type: z.literal('resumeWork'), jobId, bayId, mechanicId: personId }),
  z.strictObject({ type: z.literal('finishWork'), jobId }),
  z.strictObject({ type: z.literal('cancelJob'), jobId, by: z.enum(['customer', 'garage']), reason: noteText }),
  z.strictObject({ type: z.literal('markNoShow'), jobId }),
  z.strictObject({ type: z.literal('moveSlot'), jobId, toUtcMs: utcMs, reason: noteText }),
  z.strictObject({ type: z.literal('withdrawStep'), jobId, step: z.enum(stepKinds), reason: noteText }),
  z.strictObject({ type: z.literal('correctDetails'), jobId, customer, vehicle, serviceIds, note: noteText, reason: noteText }),
  z.strictObject({ type: z.literal('noteVehicle'), jobId, vin: vin.nullable(), odometerKm: odometerKm.nullable() }),
  z.strictObject({
    type: z.literal('settleConflict'),
    jobId,
    about: z.array(eventId).min(1).max(2).readonly(),
    assigned: z.strictObject({ bayId, mechanicId: personId }).readonly().nullable(),
    note: noteText,
  }),
  ...requestCommands,
  ...materialCommands,
  ...consentCommands,
  ...pricingCommands,
  z.strictObject({ type: z.literal('takeBookings'), fileName: text(fileNameMostChars), text: z.string().max(bookingFileMostChars) }),
  z.strictObject({ type: z.literal('saveProfile'), profile: profileFields }),
  z.strictObject({ type: z.literal('saveHours'), hours: hoursRow }),
  z.strictObject({ type: z.literal('saveQueueSettings'), queue: queueRow }),
  z.strictObject({ type: z.literal('saveBay'), bayId: bayId.nullable(), bay: bayFields }),
  z.strictObject({ type: z.literal('savePerson'), personId: personId.nullable(), person: personFields }),
  z.strictObject({ type: z.literal('saveService'), serviceId: serviceId.nullable(), service: serviceFields }),
  z.strictObject({ type: z.literal('saveVatRates'), vatRates: vatRow }),
  saveMaterial,
]) satisfies z.ZodType<Command>
