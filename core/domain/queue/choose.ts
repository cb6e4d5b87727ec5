import type { BayId, JobId, PersonId } from '../../basics/ids.ts'
import type { Floor } from './floor.ts'
import { layFloor } from './layFloor.ts'
import { dispatch, isHeldAt, walkFitting } from './schedule.ts'
import type { QueueInput } from './types.ts'

export type StartNow = { readonly jobId: JobId; readonly mechanicId: PersonId; readonly bayId: BayId }

/** What should start now, where and by whom, in the order of the queue. */
export function nextStarts(input: QueueInput): readonly StartNow[] {
  const floor = layFloor(input)
  dispatch(floor, 0)
  return startsOf(floor)
}

function startsOf(floor: Floor): readonly StartNow[] {
  return floor.started.flatMap(({ jobId, waiting, mechanic, bay }) =>
    waiting === null || mechanic === null || bay === null ? [] : [{ jobId, mechanicId: mechanic.id, bayId: bay.id }],
  )
}

/** Rule 3 for one mechanic and one bay that are free: whose turn it is there. Null when nobody's, or when either is busy. */
export function chooseNext(input: QueueInput, mechanicId: PersonId, bayId: BayId): JobId | null {
  const floor = layFloor(input)
  const mechanic = floor.mechanics.find(({ id }) => id === mechanicId)
  const bay = floor.bays.find(({ id }) => id === bayId)
  if (mechanic === undefined || bay === undefined || mechanic.freeAt > 0 || bay.freeAt > 0) return null
  let first: JobId | null = null
  walkFitting(floor, mechanic, bay, 0, (entry) => {
    if (isHeldAt(floor, entry, mechanic, bay, 0)) return true
    first = entry.jobId
    return false
  })
  return first
}
