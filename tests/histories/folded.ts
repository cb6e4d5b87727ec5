import type { Job } from '../../core/domain/job/types.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import type { SettingSaved } from '../../core/wire/settingEvents.ts'

/** The state of one stream, whichever kind it is of. */
export type Folded = { readonly job: Job | null; readonly request: PriceRequest | null; readonly setting: SettingSaved | null }
