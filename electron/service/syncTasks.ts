import type { DeviceId, EventId, JobId } from '../../core/basics/ids.ts'
import type { SyncTask, TaskFact, WaitingFact } from '../../core/contract/syncViews.ts'
import type { VisitLine } from '../../core/contract/views.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import { openConflicts } from '../../core/domain/job/apart.ts'
import { newestRevision, openCrossing } from '../../core/domain/request/state.ts'
import { jobIdOfStream } from '../../core/wire/jobEvents.ts'
import { requestIdOfStream } from '../../core/wire/requestEvents.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { foldRequest } from '../../db/projections/foldRequests.ts'
import { visitById } from '../../db/queries/parties.ts'
import { bookingsTwice, countOpenConflicts, crossedRequestIds, jobIdsInConflict } from '../../db/queries/requests.ts'
import { knownDeviceNames, platformPeer, readAcked, readJoined, unsent } from '../../db/queries/sync.ts'
import type { GarageContext } from './context.ts'
import { visitLine } from './find.ts'
import { requestLine } from './requests.ts'
import { timelineFacts } from './timeline.ts'

/** Everything that two devices did apart and that a person has to look at; none of it is silent. */
export function syncTasks(context: GarageContext, garage: Garage): readonly SyncTask[] {
  return [
    ...jobIdsInConflict(context.db).flatMap((jobId) => conflictsOf(context, garage, jobId)),
    ...crossings(context),
    ...bookingsTwice(context.db).map(({ bookingRef, jobIds }): SyncTask => ({
      kind: 'bookingTwice',
      bookingRef,
      jobs: lines(context, jobIds),
    })),
    ...baysTwice(context, garage),
  ]
}

export function countSyncTasks(context: GarageContext, garage: Garage): number {
  const { db } = context
  return countOpenConflicts(db) + crossedRequestIds(db).length + bookingsTwice(db).length + baysTwice(context, garage).length
}

function conflictsOf(context: GarageContext, garage: Garage, jobId: JobId): readonly SyncTask[] {
  const job = foldJob(context.db, jobId)
  const [line] = lines(context, [jobId])
  if (job === null || line === undefined) return []
  const nameOf = deviceNames(context)
  const facts = new Map<EventId, TaskFact>(
    timelineFacts(context.db, garage, jobId).map(({ entry, stored }) => [entry.eventId, { ...entry, deviceName: nameOf(stored.device) }]),
  )
  return openConflicts(job).map((conflict) => ({
    kind: 'job',
    conflict,
    job: line,
    facts: conflict.about.flatMap((eventId) => facts.get(eventId) ?? []),
  }))
}

function crossings({ db, clock }: GarageContext): readonly SyncTask[] {
  return crossedRequestIds(db).flatMap((requestId): readonly SyncTask[] => {
    const request = foldRequest(db, requestId)
    const acceptance = request === null ? null : openCrossing(request)
    if (request === null || acceptance === null) return []
    const { revision, jobId } = acceptance
    const newestRevisionNo = newestRevision(request) ?? revision
    const line = requestLine(db, request, clock.wallUtcMs())
    return [{ kind: 'crossing', request: line, acceptedRevision: revision, newestRevision: newestRevisionNo, jobId }]
  })
}

function baysTwice(context: GarageContext, garage: Garage): readonly SyncTask[] {
  const inBay = [...context.openJobs().values()].flatMap(({ jobId, phase }) => {
    const stands = phase.kind === 'inWork' || (phase.kind === 'paused' && !phase.pause.freesBay)
    return stands ? [{ jobId, bayId: phase.work.bayId, sinceUtcMs: phase.work.startedAtUtcMs }] : []
  })
  return garage.bays.flatMap(({ bayId, name }): readonly SyncTask[] => {
    const here = inBay.filter((each) => each.bayId === bayId).toSorted((a, b) => a.sinceUtcMs - b.sinceUtcMs)
    if (here.length < 2) return []
    const jobs = lines(
      context,
      here.map(({ jobId }) => jobId),
    )
    return [{ kind: 'bayTwice', bayId, bayName: name, jobs }]
  })
}

function lines({ db }: GarageContext, jobIds: readonly JobId[]): readonly VisitLine[] {
  return jobIds.flatMap((jobId) => {
    const row = visitById(db, jobId)
    return row === null ? [] : [visitLine(row)]
  })
}

/** What a PC is called; null for the platform, and for a PC whose name nobody has told yet. */
function deviceNames({ db, identity }: GarageContext): (device: DeviceId) => string | null {
  const known = knownDeviceNames(db)
  const own = readJoined(db)?.deviceName ?? null
  return (device) => (device === identity.device ? own : (known.get(device) ?? null))
}

/** The list is looked at by people: beyond this many it says nothing more. */
const mostShown = 200

/** Facts of this PC that the platform has not acknowledged, oldest first; empty before the garage is joined. */
export function waitingFacts({ db, identity }: GarageContext): readonly WaitingFact[] {
  if (readJoined(db) === null) return []
  const acked = readAcked(db, platformPeer).get(identity.device) ?? 0
  return unsent(db, identity.device, acked, mostShown).map(({ id, wallAtUtcMs, type, stream }) => {
    const jobId = jobIdOfStream(stream)
    const visit = jobId === null ? null : visitById(db, jobId)
    return {
      eventId: id,
      atUtcMs: wallAtUtcMs,
      type,
      job: visit && { jobId: visit.jobId, jobNo: visit.jobNo, customerName: visit.customerName },
      requestId: requestIdOfStream(stream),
    }
  })
}
