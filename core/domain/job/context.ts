import type { ActorId } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Result } from '../../basics/result.ts'
import type { Garage } from '../garage/types.ts'
import type { QueueInput } from '../queue/types.ts'
import type { JobEvent } from './events.ts'
import type { JobRefusal } from './refusals.ts'
import type { ClockState, Job } from './types.ts'

/** Everything a decision rests on. Time, number and the rest of the house come in; nothing is looked up here. */
export type JobContext = {
  readonly nowUtcMs: UtcMs
  readonly clock: ClockState
  readonly actorId: ActorId
  /** The job that the command names, folded; null when the log has none. */
  readonly job: Job | null
  /** The number that a new visit will get. */
  readonly nextJobNo: number
  /** Jobs that are not over, the one named included. */
  readonly openJobs: readonly Job[]
  readonly garage: Garage
  /** The queue as it stands now, for whose turn it is. */
  readonly queue: QueueInput
}

export type JobDecision = Result<readonly JobEvent[], JobRefusal>
