import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import { desk } from './garage.ts'
import { testId } from './ids.ts'

/** Whoever writes the log of a test. */
export const author = { garage: testId<GarageId>(1), device: testId<DeviceId>(2), actor: desk.personId }
