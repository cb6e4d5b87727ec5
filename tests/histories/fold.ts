import type { JobEvent } from '../../core/domain/job/events.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { RequestEvent } from '../../core/domain/request/events.ts'
import { evolveRequest } from '../../core/domain/request/evolve.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import { jobIdOfStream, parseJobEvent } from '../../core/wire/jobEvents.ts'
import { parseRequestEvent, requestIdOfStream } from '../../core/wire/requestEvents.ts'
import { parseSettingEvent, type SettingSaved } from '../../core/wire/settingEvents.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import type { Folded } from './folded.ts'
import type { Log } from './log.ts'
import type { Seams } from './seams.ts'

const nothing: Folded = { job: null, request: null, setting: null }

/** Each stored event is read once, through core/wire; the same object stands in every log that holds it. */
const read = new WeakMap<WireEvent, { readonly job: JobEvent | null; readonly request: RequestEvent | null }>()

export function folded(log: Log, stream: string, seams: Seams): Folded {
  const kept = log.folded.get(stream)
  if (kept !== undefined) return kept
  const state = fold(stream, log.streams.get(stream) ?? [], seams)
  log.folded.set(stream, state)
  return state
}

function fold(stream: string, events: readonly WireEvent[], seams: Seams): Folded {
  const ordered = seams.order(events)
  const jobId = jobIdOfStream(stream)
  const requestId = requestIdOfStream(stream)
  if (jobId !== null) {
    const job = ordered.reduce<Job | null>((before, { event: stored, apart }) => {
      const { job: event } = reading(stored)
      return event === null
        ? before
        : evolve(before, { eventId: stored.id, jobId, atUtcMs: stored.wallAtUtcMs, actorId: stored.actor, apart, event })
    }, null)
    return { ...nothing, job }
  }
  if (requestId !== null) {
    const request = ordered.reduce<PriceRequest | null>((before, { event: stored, apart }) => {
      const { request: event } = reading(stored)
      if (event === null) return before
      return evolveRequest(before, { eventId: stored.id, requestId, atUtcMs: stored.wallAtUtcMs, actorId: stored.actor, apart, event })
    }, null)
    return { ...nothing, request }
  }
  const last = ordered.at(-1)
  return { ...nothing, setting: last === undefined ? null : parseSettingEvent(last.event) }
}

function reading(event: WireEvent) {
  const kept = read.get(event)
  if (kept !== undefined) return kept
  const made = { job: parseJobEvent(event), request: parseRequestEvent(event) }
  read.set(event, made)
  return made
}

export function jobsOf(log: Log, seams: Seams): readonly Job[] {
  return [...log.streams.keys()].flatMap((stream) => (stream.startsWith('job:') ? (folded(log, stream, seams).job ?? []) : []))
}

export function requestsOf(log: Log, seams: Seams): readonly PriceRequest[] {
  return [...log.streams.keys()].flatMap((stream) => (stream.startsWith('request:') ? (folded(log, stream, seams).request ?? []) : []))
}

export function settingsOf(log: Log, seams: Seams): readonly SettingSaved[] {
  return [...log.streams.keys()].flatMap((stream) => (stream.startsWith('setting:') ? (folded(log, stream, seams).setting ?? []) : []))
}
