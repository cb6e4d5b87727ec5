import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { ActorId, ConsentId, DeviceId, EventId, GarageId, JobId, Sha256Hex } from '../../core/basics/ids.ts'
import { minuteMs, type UtcMs } from '../../core/basics/instant.ts'
import type { JobCommand } from '../../core/domain/job/commands.ts'
import type { JobContext } from '../../core/domain/job/context.ts'
import { decide } from '../../core/domain/job/decide.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { evolve, workedMs } from '../../core/domain/job/evolve.ts'
import { jobNeeds } from '../../core/domain/job/needs.ts'
import type { JobRefusal } from '../../core/domain/job/refusals.ts'
import type { Job } from '../../core/domain/job/types.ts'
import type { QueueInput } from '../../core/domain/queue/types.ts'
import { desk, garage } from './garage.ts'
import { testId } from './ids.ts'

export const job1 = testId<JobId>(1001)
export const job2 = testId<JobId>(1002)

/** The id that a request asked in a specification gets, and where it is asked. */
export const newConsentId = testId<ConsentId>(2001)
export const place = { garageId: testId<GarageId>(1), deviceId: testId<DeviceId>(2) }

export function sha256Hex(text: string): Sha256Hex {
  const hash = createHash('sha256').update(text, 'utf8').digest('hex')
  if (!isSha256(hash)) throw new Error('SHA-256 has 64 hexadecimal digits')
  return hash
}

function isSha256(text: string): text is Sha256Hex {
  return /^[0-9a-f]{64}$/.test(text)
}

/** An event of a stream and when it was recorded. */
export type Past = readonly [time: UtcMs, event: JobEvent]

/** The n-th event of a stream has this id in every specification. */
export const nth = (jobId: JobId, n: number): EventId => testId<EventId>(Number.parseInt(jobId.slice(9, 13), 16) * 1000 + n)

export function fold(jobId: JobId, past: readonly Past[]): Job | null {
  return past.reduce<Job | null>(
    (job, [atUtcMs, event], index) => evolve(job, { eventId: nth(jobId, index), jobId, atUtcMs, actorId: desk.personId, event }),
    null,
  )
}

type Given = {
  readonly job?: readonly Past[]
  /** Other jobs of the garage, by id. */
  readonly others?: Readonly<Record<string, readonly Past[]>>
  readonly context?: Partial<JobContext>
}

/** given(events).when(command).then(events | refusal), as the domain's rules are specified. */
export function given({ job = [], others = {}, context = {} }: Given) {
  return {
    when(nowUtcMs: UtcMs, command: JobCommand, actorId: ActorId = desk.personId) {
      const subject = fold(job1, job)
      const open = [subject, fold(job2, others[job2] ?? [])].filter((each) => each !== null)
      const decision = decide(command, {
        nowUtcMs,
        clock: 'ok',
        actorId,
        job: subject,
        nextJobNo: 7,
        openJobs: open,
        garage,
        queue: queueOf(context.garage ?? garage, open, nowUtcMs),
        place,
        newConsentId,
        readyUtcMs: null,
        isPhotoKept: () => true,
        sha256Hex,
        ...context,
      })
      return {
        then: (...events: readonly JobEvent[]) => expect(decision).toEqual({ ok: true, value: events }),
        refuses: (error: JobRefusal) => expect(decision).toEqual({ ok: false, error }),
        decision,
      }
    },
  }
}

function queueOf({ queue, people, bays }: Garage, jobs: readonly Job[], nowUtcMs: UtcMs): QueueInput {
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
        ? [{ jobId, ...phase.work, workedMin: workedMs(phase.work, nowUtcMs) / minuteMs, estimate, pausedFor: null }]
        : [],
    ),
    mechanics: people.filter((one) => one.role === 'mechanic').map(({ personId, skills }) => ({ mechanicId: personId, skills })),
    bays: bays.map(({ bayId, kind }) => ({ bayId, kind })),
  }
}
