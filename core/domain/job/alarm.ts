import type { RecordedJobEvent } from './events.ts'
import type { AlarmCode, Job } from './types.ts'

/** The job with one more recorded fact that breaks a term: kept in the log, counted for nothing, told. */
export function withAlarm(job: Job, code: AlarmCode, { eventId, atUtcMs }: RecordedJobEvent): Job {
  return { ...job, alarms: [...job.alarms, { code, eventId, atUtcMs }] }
}
