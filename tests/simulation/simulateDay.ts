import { minuteMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { classify } from '../../core/domain/queue/arrival.ts'
import { nextStarts, type StartNow } from '../../core/domain/queue/choose.ts'
import type { ArrivalClass, QueueInput, RunningJob, WaitingJob } from '../../core/domain/queue/types.ts'
import type { Day, Visit } from './day.ts'

/** A served customer of a day under some policy. */
export type Served = {
  readonly visit: Visit
  readonly arrivalClass: ArrivalClass
  readonly arrivedAtUtcMs: UtcMs
  readonly startedAtUtcMs: UtcMs
  readonly endsAtUtcMs: UtcMs
  readonly start: StartNow
}

/** What was waiting when something was started: for checks of the policy from outside. */
export type Decision = { readonly input: QueueInput; readonly starts: readonly StartNow[] }

/**
 * A day, event by event: arrivals, ends of work, and every full minute while someone waits beside a free mechanic and a free bay, as the
 * desk's screen recomputes it. `decide` says what starts; it knows mean durations only, as the garage does.
 */
export function simulateDay(
  day: Day,
  decide: (input: QueueInput) => readonly StartNow[],
  onDecision?: (decision: Decision) => void,
): readonly Served[] {
  const arrivals = day.visits.flatMap((visit) => (visit.arrivesAtUtcMs === null ? [] : [{ visit, arrivesAt: visit.arrivesAtUtcMs }]))
  arrivals.sort((a, b) => a.arrivesAt - b.arrivesAt)
  const bookings = day.visits.filter((visit) => visit.slotStartUtcMs !== null)
  const waiting = new Map<string, { readonly visit: Visit; readonly job: WaitingJob }>()
  const hasCome = new Set<string>()
  const served: Served[] = []
  let running: readonly Served[] = []
  const places = Math.min(day.mechanics.length, day.bays.length)
  let arrived = 0
  let now = day.opensAtUtcMs
  for (;;) {
    const reached = now
    running = running.filter(({ endsAtUtcMs }) => endsAtUtcMs > reached)
    const arrivedBefore = arrived
    for (let next = arrivals[arrived]; next !== undefined && next.arrivesAt <= now; next = arrivals[arrived]) {
      arrived += 1
      hasCome.add(next.visit.jobId)
      waiting.set(next.visit.jobId, { visit: next.visit, job: waitingJob(next.visit, next.arrivesAt, day) })
    }
    if (waiting.size > 0 && (arrived > arrivedBefore || running.length < places)) {
      const input: QueueInput = {
        nowUtcMs: now,
        settings: day.settings,
        waiting: [...waiting.values()].map(({ job }) => job),
        expected: bookings.flatMap(({ jobId, slotStartUtcMs, needs, estimate }) =>
          slotStartUtcMs === null || hasCome.has(jobId) ? [] : [{ jobId, slotStartUtcMs, needs, estimate }],
        ),
        running: running.map((job) => runningJob(job, reached)),
        mechanics: day.mechanics,
        bays: day.bays,
      }
      const starts = decide(input)
      onDecision?.({ input, starts })
      for (const start of starts) {
        const chosen = waiting.get(start.jobId)
        if (chosen === undefined) throw new Error(`${start.jobId} does not wait`)
        waiting.delete(start.jobId)
        const one: Served = {
          visit: chosen.visit,
          arrivalClass: chosen.job.arrivalClass,
          arrivedAtUtcMs: chosen.job.arrivedAtUtcMs,
          startedAtUtcMs: now,
          endsAtUtcMs: utcMs(now + chosen.visit.workMs),
          start,
        }
        served.push(one)
        running = [...running, one]
      }
    }
    const next = Math.min(
      arrivals[arrived]?.arrivesAt ?? Infinity,
      ...running.map(({ endsAtUtcMs }) => endsAtUtcMs),
      waiting.size > 0 && running.length < places ? nextMinute(now) : Infinity,
    )
    if (next === Infinity) return served
    now = utcMs(next)
  }
}

function nextMinute(now: UtcMs): number {
  return (Math.floor(now / minuteMs) + 1) * minuteMs
}

function waitingJob({ jobId, slotStartUtcMs, needs, estimate }: Visit, arrivedAtUtcMs: UtcMs, day: Day): WaitingJob {
  const { arrivalClass } = classify(slotStartUtcMs, arrivedAtUtcMs, day.settings)
  return { jobId, arrivalClass, slotStartUtcMs, arrivedAtUtcMs, needs, estimate }
}

function runningJob({ visit, start, startedAtUtcMs }: Served, now: UtcMs): RunningJob {
  const { jobId, mechanicId, bayId } = start
  return { jobId, mechanicId, bayId, workedMin: (now - startedAtUtcMs) / minuteMs, estimate: visit.estimate, pausedFor: null }
}

/** The decision every policy takes: the real queue's own. */
export function decideBy(relabel: (input: QueueInput) => QueueInput): (input: QueueInput) => readonly StartNow[] {
  return (input) => nextStarts(relabel(input))
}
