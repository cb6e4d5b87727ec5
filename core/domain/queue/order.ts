import type { JobId } from '../../basics/ids.ts'
import { utcMs, type UtcMs } from '../../basics/instant.ts'
import { dueAt, arrivalFacts, patienceEndsAt, slotReleasedAt } from './arrival.ts'
import { expectedStartsOn } from './expectedStart.ts'
import { setMeans, type Entry, type Floor, type NeedKind } from './floor.ts'
import { firstPushed } from './guard.ts'
import { layFloor } from './layFloor.ts'
import { precedence } from './precedence.ts'
import type { Ahead, AheadRule, QueueRow, Turn, WhyWait } from './row.ts'
import { dispatch, runSchedule } from './schedule.ts'
import type { QueueInput, WaitingJob } from './types.ts'

export type { QueueRow } from './row.ts'

/**
 * The order of the board: every waiting job once. Positions are the order in which a forward list schedule under the policy, each
 * duration at its mean and each expected customer at his slot, starts them; whom nobody can serve stands last, by due time. So position 1
 * is whoever is served next, even if another, whom no free mechanic can serve, has the older right.
 *
 * What holds of it (tests/property/queue): it depends on nothing but the input; permuting the lists changes nothing; and of two inputs
 * that differ only in one job's arrival, its class the same, the earlier arrival never has the later position. (Proof: until that job is
 * started both runs are in the same state at every instant, since no rule for the others looks at its arrival.) A change of class from
 * late to on time improves the job's own right at every instant too, but then it takes part in the guard's schedule, which may let
 * another, shorter job fill a gap first.
 */
export function orderQueue(
  input: QueueInput,
  wanted: { readonly expectedStarts: boolean } = { expectedStarts: true },
): readonly QueueRow[] {
  const floor = layFloor(input)
  dispatch(floor, 0)
  const turns = new Map([...floor.slotted, ...floor.deferred, ...floor.unservable].map((entry) => [entry, turnOf(floor, entry, input)]))

  setMeans(floor)
  runSchedule(floor)
  const aheadOf = findAhead(floor)
  // The simulation runs on the same floor and empties the list.
  const started = [...floor.started]

  const expected = wanted.expectedStarts ? expectedStartsOn(floor, input) : null
  let position = 0
  return [...started, ...floor.unservable].flatMap((entry): readonly QueueRow[] => {
    const turn = turns.get(entry)
    if (entry.waiting === null || turn === undefined) return []
    position += 1
    return [
      {
        ...facts(entry.waiting, input),
        position,
        turn,
        ahead: aheadOf.get(entry) ?? [],
        expectedStart: expected?.get(entry.jobId) ?? null,
      },
    ]
  })
}

/** By when this waiting job will most likely have been started (P80); null when nobody can serve it or it does not wait. */
export function servedBy(jobId: JobId, input: QueueInput): UtcMs | null {
  return orderQueue(input).find((row) => row.jobId === jobId)?.expectedStart?.p80UtcMs ?? null
}

function facts(job: WaitingJob, { settings, nowUtcMs }: QueueInput): Pick<QueueRow, 'jobId' | 'arrival' | 'dueAtUtcMs' | 'patience'> {
  const dueAtUtcMs = dueAt(job, settings)
  const endsAtUtcMs = patienceEndsAt(dueAtUtcMs, settings)
  return {
    jobId: job.jobId,
    arrival: arrivalFacts(job.arrivalClass, job.slotStartUtcMs, job.arrivedAtUtcMs, settings),
    dueAtUtcMs,
    patience: { endsAtUtcMs, isSpent: nowUtcMs > endsAtUtcMs },
  }
}

function turnOf(floor: Floor, entry: Entry, input: QueueInput): Turn {
  const { kind, mechanic, bay } = entry
  if (entry.isStarted && mechanic !== null && bay !== null) return { kind: 'start', mechanicId: mechanic.id, bayId: bay.id }
  return { kind: 'wait', why: whyWait(floor, kind, entry, input) }
}

function whyWait(floor: Floor, kind: NeedKind, entry: Entry, { nowUtcMs, settings }: QueueInput): WhyWait {
  if (kind.mechanics.length === 0) return { code: 'noFittingMechanic' }
  if (kind.bays.length === 0) return { code: 'noFittingBay' }
  const mechanic = kind.mechanics.find(({ freeAt }) => freeAt <= 0)
  if (mechanic === undefined) return { code: 'mechanicsBusy' }
  const bay = kind.bays.find(({ freeAt }) => freeAt <= 0)
  if (bay === undefined) return { code: 'baysBusy' }
  const pushed = firstPushed(floor, entry, mechanic, bay, 0)
  // Dispatch leaves nobody waiting beside a free fitting place unless the guard holds him.
  if (pushed === null) return { code: 'mechanicsBusy' }
  const slotStartUtcMs = utcMs(nowUtcMs + pushed.slotAt)
  return {
    code: 'guard',
    protectsJobId: pushed.jobId,
    slotStartUtcMs,
    isHere: pushed.waiting !== null,
    untilUtcMs: slotReleasedAt(slotStartUtcMs, settings),
  }
}

function findAhead(floor: Floor): ReadonlyMap<Entry, readonly Ahead[]> {
  const rivals = new Map(floor.kinds.map((kind) => [kind, new Set(floor.kinds.filter((other) => areRivals(kind, other)))]))
  return new Map(
    floor.started.map((entry) => {
      const rivalsOfEntry = rivals.get(entry.kind)
      const ahead: Ahead[] = []
      for (const other of floor.started) {
        if (other === entry) break
        if (rivalsOfEntry?.has(other.kind) === true)
          ahead.push({ jobId: other.jobId, rule: aheadRule(floor, other, entry), isHere: other.waiting !== null })
      }
      return [entry, ahead]
    }),
  )
}

function areRivals(a: NeedKind, b: NeedKind): boolean {
  return a.mechanics.some((mechanic) => b.mechanics.includes(mechanic)) || a.bays.some((bay) => b.bays.includes(bay))
}

/** By the moment at which the other one starts. */
function aheadRule(floor: Floor, other: Entry, entry: Entry): AheadRule {
  const rule = precedence(other, entry, floor.earlyMs, other.startedAt)
  if (rule !== null) return rule
  const { mechanic, bay } = other
  return mechanic !== null && bay !== null && entry.kind.mechanics.includes(mechanic) && entry.kind.bays.includes(bay) ? 'gap' : 'elsewhere'
}
