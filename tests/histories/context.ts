import type { ConsentId } from '../../core/basics/ids.ts'
import { minuteMs, type UtcMs } from '../../core/basics/instant.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { JobContext } from '../../core/domain/job/context.ts'
import { workedMs } from '../../core/domain/job/evolve.ts'
import { jobNeeds } from '../../core/domain/job/needs.ts'
import { isClosed } from '../../core/domain/job/phases.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { QueueInput } from '../../core/domain/queue/types.ts'
import { nextJobNo } from '../../core/sync/jobNo.ts'
import { profileRow, queueRow, serviceRow } from '../../core/wire/settingRows.ts'
import { bays, desk, electrician, garage as atFirst, mechanic } from '../support/garage.ts'
import { settingsOf } from './fold.ts'
import { clockOf, newId, sha256, type Pc, type World } from './world.ts'

/** The garage as this PC's own log says it is set. */
export function garageOf({ seams }: World, { disk }: Pc): Garage {
  return settingsOf(disk.log, seams).reduce<Garage>((garage, { kind, value }) => {
    if (kind === 'profile') return { ...garage, profile: profileRow.parse(value) }
    if (kind === 'queue') return { ...garage, queue: queueRow.parse(value) }
    if (kind !== 'service') return garage
    const saved = serviceRow.parse(value)
    return { ...garage, services: [...garage.services.filter(({ serviceId }) => serviceId !== saved.serviceId), saved] }
  }, atFirst)
}

/** What a decision on this PC rests on: its own log, folded, and its own clock. */
export function contextOf(world: World, pc: Pc, jobs: readonly Job[], job: Job | null): JobContext {
  const nowUtcMs = clockOf(world, pc)
  const garage = garageOf(world, pc)
  const openJobs = jobs.filter(({ phase }) => !isClosed(phase.kind))
  return {
    nowUtcMs,
    clock: pc.clockOffMs === 0 ? 'ok' : 'jumped',
    actorId: desk.personId,
    job,
    nextJobNo: nextJobNo(
      jobs.reduce((most, { jobNo }) => Math.max(most, jobNo), 0),
      pc.deviceNo,
    ),
    openJobs,
    garage,
    queue: queueOf(garage, openJobs, nowUtcMs),
    place: { garageId: world.garage, deviceId: pc.disk.device },
    newConsentId: newId<ConsentId>(world),
    readyUtcMs: null,
    isPhotoKept: () => true,
    sha256Hex: sha256,
  }
}

function queueOf({ queue }: Garage, jobs: readonly Job[], nowUtcMs: UtcMs): QueueInput {
  const estimate = { meanMin: 30, variation: 0.35 }
  return {
    nowUtcMs,
    settings: queue,
    waiting: jobs.flatMap(({ phase, jobId, slotStartUtcMs, services }) =>
      phase.kind === 'waiting' ? [{ jobId, slotStartUtcMs, ...phase.arrival, needs: jobNeeds(services), estimate }] : [],
    ),
    expected: [],
    running: jobs.flatMap(({ phase, jobId }) =>
      phase.kind === 'inWork'
        ? [{ jobId, ...phase.work, workedMin: Math.max(0, workedMs(phase.work, nowUtcMs)) / minuteMs, estimate, pausedFor: null }]
        : [],
    ),
    mechanics: [mechanic, electrician].map(({ personId, skills }) => ({ mechanicId: personId, skills })),
    bays: bays.map(({ bayId, kind }) => ({ bayId, kind })),
  }
}
