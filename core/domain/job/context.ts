import type { ActorId, ConsentId, DeviceId, GarageId, Sha256Hex } from '../../basics/ids.ts'
import type { UtcMs } from '../../basics/instant.ts'
import type { Result } from '../../basics/result.ts'
import type { Garage } from '../garage/types.ts'
import type { QueueInput } from '../queue/types.ts'
import type { JobEvent } from './events.ts'
import type { JobRefusal } from './refusals.ts'
import type { Job } from './types.ts'
import type { ClockState } from './visit.ts'

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
  /** Where this is decided: part of every consent's record. */
  readonly place: { readonly garageId: GarageId; readonly deviceId: DeviceId }
  /** The id that a new consent request will get. */
  readonly newConsentId: ConsentId
  /** When the car is expected to be ready by what is agreed now; null while nobody can say. */
  readonly readyUtcMs: UtcMs | null
  /** Whether a photo of this hash is stored here. */
  readonly isPhotoKept: (hash: Sha256Hex) => boolean
  /** SHA-256 of a text's UTF-8 bytes: pure, but given, since core has no cryptography of its own. */
  readonly sha256Hex: (text: string) => Sha256Hex
}

export type JobDecision = Result<readonly JobEvent[], JobRefusal>
