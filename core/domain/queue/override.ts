import type { BayId, JobId, PersonId } from '../../basics/ids.ts'
import { start, type Entry } from './floor.ts'
import { firstPushed } from './guard.ts'
import { layFloor } from './layFloor.ts'
import { precedence } from './precedence.ts'
import { dispatch, isGuarded, isHeldAt, walkFitting } from './schedule.ts'
import type { QueueInput } from './types.ts'

/**
 * Rule 10: who is passed over if this job is started now by this mechanic in this bay. Empty when it is its turn: it is not held, and
 * whoever stands before it and fits there is held or started now elsewhere. Else everyone who stands before it, fits there and is not
 * started elsewhere, in the order of the queue; and, last, the on-time customer whom the guard keeps the place for, here or not.
 * Whether mechanic and bay are free and fit the job is not asked here.
 */
export function overridePassedOver(input: QueueInput, jobId: JobId, mechanicId: PersonId, bayId: BayId): readonly JobId[] {
  const floor = layFloor(input)
  const mechanic = floor.mechanics.find(({ id }) => id === mechanicId)
  const bay = floor.bays.find(({ id }) => id === bayId)
  const job = [...floor.slotted, ...floor.deferred, ...floor.unservable].find((entry) => entry.waiting?.jobId === jobId)
  if (mechanic === undefined || bay === undefined || job === undefined) return []
  const ahead: { readonly entry: Entry; readonly isHeld: boolean }[] = []
  walkFitting(floor, mechanic, bay, 0, (entry) => {
    if (precedence(entry, job, floor.earlyMs, 0) !== null) ahead.push({ entry, isHeld: isHeldAt(floor, entry, mechanic, bay, 0) })
    return true
  })
  const pushed = isGuarded(job, 0) ? firstPushed(floor, job, mechanic, bay, 0) : null
  start(floor, job, mechanic, bay, 0)
  dispatch(floor, 0)
  const left = ahead.filter(({ entry }) => !entry.isStarted)
  if (pushed === null && left.every(({ isHeld }) => isHeld)) return []
  const passedOver = new Set(left.map(({ entry }) => entry.jobId))
  if (pushed !== null && !pushed.isStarted) passedOver.add(pushed.jobId)
  return [...passedOver]
}
