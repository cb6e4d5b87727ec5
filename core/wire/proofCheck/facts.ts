import type { EventId } from '../../basics/ids.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { maxRial, rial } from '../../basics/rial.ts'
import type { RecordedJobEvent } from '../../domain/job/events.ts'
import { evolve } from '../../domain/job/evolve.ts'
import type { Job } from '../../domain/job/types.ts'
import { billProblem, leftToPayRial, paymentProblem } from '../../domain/pricing/bill.ts'
import { capRial } from '../../domain/pricing/cap.ts'
import type { PricingRefusal } from '../../domain/pricing/refusals.ts'
import type { BillLine } from '../../domain/pricing/types.ts'
import { canonicalOrder } from '../../sync/order.ts'
import { isJobEventType, parseJobEvent } from '../jobEvents.ts'
import type { ProofData } from '../proof.ts'
import { eventVersion } from '../versions.ts'
import { placesOf } from './events.ts'
import type { At, EventFault, SumFault } from './fault.ts'

/** One event of the job as the program reads it. */
export type Fact = { readonly at: At; readonly recorded: RecordedJobEvent }

/** Reads and folds each once: what no rule of the program can take, however it was forged, is unreadable, and nothing throws later. */
export function readFacts(data: ProofData): Result<readonly Fact[], EventFault> {
  const facts: Fact[] = []
  let job: Job | null = null
  for (const { at, apart } of inOrder(placesOf(data).filter(({ list }) => list === 'events'))) {
    const event = parsed(at)
    if (event === 'unreadable') return err({ code: 'eventUnreadable', at })
    if (event === null) return err({ code: isKnown(at) ? 'eventUnreadable' : 'eventNewer', at })
    const { id, wallAtUtcMs, actor } = at.event
    const recorded = { eventId: id, jobId: data.jobId, atUtcMs: wallAtUtcMs, actorId: actor, apart, event }
    try {
      job = evolve(job, recorded)
    } catch {
      return err({ code: 'eventUnreadable', at })
    }
    facts.push({ at, recorded })
  }
  return ok(facts)
}

/** Events of several devices are folded in the canonical order, whatever the order of the file. */
function inOrder(places: readonly At[]): readonly { readonly at: At; readonly apart: readonly EventId[] }[] {
  return canonicalOrder(places.map((at) => ({ ...at.event, at }))).map(({ event, apart }) => ({ at: event.at, apart }))
}

/** Of a type and version that this program writes: what then cannot be read is no newer fact, but a damaged one. */
function isKnown({ event: { type, v } }: At): boolean {
  return isJobEventType(type) && v >= 1 && v <= eventVersion(type)
}

function parsed({ event }: At) {
  try {
    return parseJobEvent(event)
  } catch {
    return 'unreadable' as const
  }
}

export function foldFacts(facts: readonly Fact[]): Job | null {
  return facts.reduce<Job | null>((job, { recorded }) => evolve(job, recorded), null)
}

/**
 * Whether the recorded facts keep the terms: folded again by the program's own rules, each bill within the cap and each of its lines on
 * something that was agreed, no payment above its bill, no part or work without a yes.
 */
export function sumFault(facts: readonly Fact[]): SumFault | null {
  let job: Job | null = null
  for (const { at, recorded } of facts) {
    const before: Job | null = job
    const problem = before === null ? null : moneyProblem(before, recorded)
    if (problem !== null) return { code: 'sums', at, problem }
    job = evolve(before, recorded)
    const alarm = (job?.alarms ?? []).at(before?.alarms.length ?? 0)
    if (alarm !== undefined) return { code: 'term', at, alarm: alarm.code }
  }
  return null
}

function moneyProblem(job: Job, { event }: RecordedJobEvent): PricingRefusal | null {
  switch (event.type) {
    case 'billSet':
      return capProblem(job, event.lines) ?? billProblem(job, event.lines, event.discount)
    case 'paymentTaken':
      return paymentProblem(event, leftToPayRial(job))
    default:
      return null
  }
}

/** Asked first: above the cap is what a reader wants to know, whichever line it hangs on. */
function capProblem(job: Job, lines: readonly BillLine[]): PricingRefusal | null {
  const cap = capRial(job)
  const sum = lines.reduce((total: number, { amountRial }) => total + amountRial, 0)
  return sum > cap ? { code: 'billAboveCap', capRial: cap, billRial: rial(Math.min(maxRial, sum)) } : null
}
