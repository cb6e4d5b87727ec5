import type { BayId, JobId, PersonId, ServiceId } from '../../core/basics/ids.ts'

/** Ids of made-up garages: any text will do. */
export function jobId(text: string): JobId {
  if (!isJobId(text)) throw new Error(text)
  return text
}

export function bayId(text: string): BayId {
  if (!isBayId(text)) throw new Error(text)
  return text
}

export function personId(text: string): PersonId {
  if (!isPersonId(text)) throw new Error(text)
  return text
}

export function serviceId(text: string): ServiceId {
  if (!isServiceId(text)) throw new Error(text)
  return text
}

function isJobId(text: string): text is JobId {
  return text.length > 0
}

function isBayId(text: string): text is BayId {
  return text.length > 0
}

function isPersonId(text: string): text is PersonId {
  return text.length > 0
}

function isServiceId(text: string): text is ServiceId {
  return text.length > 0
}
