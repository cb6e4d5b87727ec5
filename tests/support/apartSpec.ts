import type { DeviceId, EventId } from '../../core/basics/ids.ts'
import type { RecordedJobEvent } from '../../core/domain/job/events.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { canonicalOrder, type Placed } from '../../core/sync/order.ts'
import { nextHlc } from '../../core/wire/hlc.ts'
import { desk } from './garage.ts'
import { testId } from './ids.ts'
import { job1, type Past } from './jobSpec.ts'

type Written = Placed & { readonly recorded: RecordedJobEvent }

export type Apart = {
  /** What every device has seen. */
  readonly seen: readonly Past[]
  /** What each device then wrote without knowing of the others. */
  readonly branches: readonly (readonly Past[])[]
  /** What was written after all of that had been seen. */
  readonly after?: readonly Past[]
}

/** Ids of the events that the n-th branch wrote, as a conflict names them. */
export const nthOf = (branch: number, n: number): EventId => testId<EventId>(700_000 + branch * 1_000 + n)

/** A job's events as several devices wrote them, each with the parents that its writer saw. */
export function writtenApart({ seen, branches, after = [] }: Apart): readonly Written[] {
  const common = chain(seen, 9, [])
  const ends = branches.map((branch, index) => chain(branch, index, common.slice(-1)))
  const newest = ends.flatMap((end) => end.slice(-1))
  return [...common, ...ends.flat(), ...chain(after, 8, newest.length === 0 ? common.slice(-1) : newest)]
}

/** The job as it is folded from them, in whatever order they came in. */
export function foldApart(events: readonly Written[]): Job {
  const job = canonicalOrder(events).reduce<Job | null>((folded, { event, apart }) => evolve(folded, { ...event.recorded, apart }), null)
  if (job === null) throw new Error('a stream begins with its opening')
  return job
}

function chain(past: readonly Past[], branch: number, follows: readonly Written[]): readonly Written[] {
  const written: Written[] = []
  for (const [index, [atUtcMs, event]] of past.entries()) {
    const id = nthOf(branch, index)
    const before = written.at(-1)
    written.push({
      id,
      parents: before === undefined ? follows.map((each) => each.id) : [before.id],
      hlc: nextHlc(null, atUtcMs),
      device: testId<DeviceId>(90 + branch),
      dseq: index + 1,
      recorded: { eventId: id, jobId: job1, atUtcMs, actorId: desk.personId, event },
    })
  }
  return written
}
