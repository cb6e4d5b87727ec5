import { assertNever } from '../../basics/assertNever.ts'
import { linkOpened } from '../consent/link.ts'
import { answered } from '../consent/answered.ts'
import { cancelled } from './cancelled.ts'
import type { RecordedJobEvent } from './events.ts'
import { moved } from './life.ts'
import type { PlatformJobEvent } from './platformEvents.ts'
import type { Job } from './types.ts'

/** Folds what the customer did on the platform to a job that exists. */
export function evolvePlatform(job: Job, recorded: RecordedJobEvent, event: Exclude<PlatformJobEvent, { type: 'bookingMade' }>): Job {
  switch (event.type) {
    case 'bookingMoved':
      return moved(job, recorded, event.toUtcMs)
    case 'bookingCancelled':
      return cancelled(job, recorded, 'customer', event.reason, true)
    case 'linkOpened':
      return linkOpened(job, recorded, event)
    case 'answerReceived':
      // The platform keeps its own time: nothing is known of this PC's clock.
      return answered(job, recorded, { ...event, clock: 'ok' })
    case 'visitRated':
      return { ...job, rating: { stars: event.stars, text: event.text, atUtcMs: recorded.atUtcMs } }
    default:
      return assertNever(event)
  }
}
