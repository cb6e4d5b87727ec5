import type { UtcMs } from '../../core/basics/instant.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { at, brakes, car, oil } from './garage.ts'

/** Events as tests write them: a booking, an arrival. */
export const booked = (slot: UtcMs | null, overrides: Partial<Extract<JobEvent, { type: 'jobOpened' }>> = {}): JobEvent => ({
  type: 'jobOpened',
  jobNo: 1,
  origin: { kind: 'booking', bookingRef: 'A-1', fileName: 'day.csv' },
  slotStartUtcMs: slot,
  customer: { name: 'مریم احمدی', mobile: null },
  vehicle: car('47د526ایران88'),
  services: [withoutActive(oil)],
  acceptedRial: null,
  note: '',
  ...overrides,
})

export function withoutActive(service: typeof oil) {
  const { active: _, ...requested } = service
  return requested
}

export const arrived = (slot: UtcMs | null, arrivalClass: 'onTime' | 'late' | 'noSlot'): JobEvent => ({
  type: 'customerArrived',
  arrivalClass,
  evidence: { slotStartUtcMs: slot, graceMin: 10, clock: 'ok', countsFrom: null },
})

export const needsBrakes = [withoutActive(brakes)]

export const slot = at('10:00')
