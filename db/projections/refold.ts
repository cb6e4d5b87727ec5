import type { EventId, JobId, RequestId } from '../../core/basics/ids.ts'
import { canonicalOrder, type Ordered } from '../../core/sync/order.ts'
import { jobIdOfStream } from '../../core/wire/jobEvents.ts'
import { requestIdOfStream } from '../../core/wire/requestEvents.ts'
import { isSettingStream } from '../../core/wire/settingEvents.ts'
import { unreadOf } from '../../core/wire/unread.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'
import { readOrdered, type StreamEvent } from '../log/stream.ts'
import { foldJobEvents } from './foldJobs.ts'
import { foldRequestEvents } from './foldRequests.ts'
import { projectParty, type PartyJob, type PartyKey } from './party.ts'
import { projectJob, removeJob, type PartyListener } from './project.ts'
import { projectRequest } from './request.ts'
import { projectSetting } from './setting.ts'

/** A stream to be folded. `events`: all of them, of a stream that no row shows yet; null where they are read from the log. */
export type Touched = { readonly stream: string; readonly events: readonly StreamEvent[] | null }

export type Refolded = { readonly jobIds: readonly JobId[]; readonly requestIds: readonly RequestId[]; readonly settings: boolean }

/** Folds streams in canonical order and brings their rows up to date, each once, and each customer once. In the caller's transaction. */
export function refold(db: WritableDb, streams: Iterable<Touched>): Refolded {
  const jobIds: JobId[] = []
  const requestIds: RequestId[] = []
  let settings = false
  const parties = new Map<string, { readonly key: PartyKey; readonly jobs: PartyJob[] }>()
  const onParty: PartyListener = (key, job) => {
    const name = `${key.plateKey}~${key.mobile}`
    let party = parties.get(name)
    if (party === undefined) parties.set(name, (party = { key, jobs: [] }))
    if (job !== null) party.jobs.push(job)
  }
  const onUnread = (event: StreamEvent): void => keepUnread(db, event)
  for (const { stream, events } of streams) {
    const ordered = (): readonly Ordered<StreamEvent>[] => (events === null ? readOrdered(db, stream) : canonicalOrder(events))
    const jobId = jobIdOfStream(stream)
    const requestId = requestIdOfStream(stream)
    if (jobId !== null) {
      const job = foldJobEvents(jobId, ordered(), onUnread)
      if (job !== null) projectJob(db, job, events === null ? null : 'nothing', onParty)
      else if (events === null) removeJob(db, jobId, onParty)
      jobIds.push(jobId)
    } else if (requestId !== null) {
      projectRequest(db, requestId, foldRequestEvents(requestId, ordered(), onUnread))
      requestIds.push(requestId)
    } else if (isSettingStream(stream)) {
      projectSetting(db, ordered(), onUnread)
      settings = true
    } else {
      for (const { event } of ordered()) if (!event.isBarred && unreadOf(event) !== null) onUnread(event)
    }
  }
  for (const { key, jobs } of parties.values()) projectParty(db, key, jobs)
  return { jobIds, requestIds, settings }
}

/** What cannot be read is named, so that it is shown now and folded once a newer program can read it. */
function keepUnread(db: WritableDb, event: StreamEvent): void {
  const reason = unreadOf(event) ?? 'invalid'
  const sql = 'INSERT INTO unread_event (id, stream, reason) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING'
  statement<[string, string, string], never>(db, sql).run(event.id, event.stream, reason)
}

/** Reads again what could not be read, and folds the streams of whatever this program can. Null when nothing is new. */
export function foldUnread(db: WritableDb): Refolded | null {
  const readable = unreadEvents(db).filter((event) => unreadOf(event) === null)
  if (readable.length === 0) return null
  return db
    .transaction(() => {
      for (const { id } of readable) statement<[string], never>(db, 'DELETE FROM unread_event WHERE id = ?').run(id)
      return refold(db, touching(readable.map(({ stream }) => stream)))
    })
    .immediate()
}

/** Streams whose events have to be read from the log. */
export function touching(streams: Iterable<string>): readonly Touched[] {
  return [...new Set(streams)].map((stream) => ({ stream, events: null }))
}

type Unread = { readonly id: EventId; readonly stream: string; readonly type: string; readonly v: number; readonly payload: string }

function unreadEvents(db: ReadableDb): readonly Unread[] {
  const sql = `
SELECT e.id, e.stream, e.type, e.v, e.payload FROM unread_event u JOIN event e ON e.id = u.id WHERE u.reason <> 'wrongAuthor' ORDER BY e.seq`
  return statement<[], Unread>(db, sql).all()
}
