import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventId, JobId } from '../../core/basics/ids.ts'
import { addMinutes } from '../../core/basics/instant.ts'
import { jobStream, payloadOf } from '../../core/wire/jobEvents.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import { evolve } from '../../core/domain/job/evolve.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { closeDatabase, openDatabase, statement } from '../../db/connection.ts'
import { appendEvents } from '../../db/log/append.ts'
import { projectJob } from '../../db/projections/project.ts'
import { judged, type EvidenceRow } from '../../electron/care/evidence.ts'
import { newId } from '../../electron/service/ids.ts'
import { at } from '../support/garage.ts'
import { author } from '../support/author.ts'
import { arrived, booked, slot } from '../support/jobEvents.ts'
import { summarise, timeMs } from './repeat.ts'

const rounds = 300

/**
 * One event with its projection, durable, against one row of the same size in a bare table of the same database file
 * settings. The two take turns, so that a slow moment of the disk falls on both.
 */
export function writeBench(): readonly EvidenceRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'pishkhan-bench-'))
  try {
    const [ours, raw] = ['ours', 'raw'].map((name) => {
      const opened = openDatabase(join(folder, `${name}.sqlite`))
      if (!opened.ok) throw new Error(opened.error.code)
      return opened.value
    })
    if (ours === undefined || raw === undefined) throw new Error('two databases')
    raw.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
    const text = 'x'.repeat(700)
    const insertRow = raw.transaction(() => void statement<[string], never>(raw, 'INSERT INTO bare (text) VALUES (?)').run(text))

    const append = ours.transaction((jobId: JobId, before: Job | null, event: JobEvent, minute: number): Job | null => {
      const atUtcMs = addMinutes(at('08:00'), minute)
      const eventId = newId<EventId>(atUtcMs)
      const stored = { id: eventId, stream: jobStream(jobId), type: event.type, v: eventVersion(event.type), payload: payloadOf(event) }
      appendEvents(ours, { ...author, wallAtUtcMs: atUtcMs }, [stored])
      const job = evolve(before, { eventId, jobId, atUtcMs, actorId: author.actor, event })
      if (job !== null) projectJob(ours, job, before)
      return job
    })

    const times: { ours: number; raw: number }[] = []
    let jobId = newId<JobId>(at('08:00'))
    let job: Job | null = null
    for (let round = 0; round < rounds + 20; round += 1) {
      // A booking and its check-in by turns: the two commonest events of a morning.
      const isNew = round % 2 === 0
      if (isNew) {
        jobId = newId<JobId>(addMinutes(at('08:00'), round))
        job = null
      }
      const event = isNew ? booked(slot, { jobNo: round + 1 }) : arrived(slot, 'onTime')
      times.push({ ours: timeMs(() => (job = append.immediate(jobId, job, event, round))), raw: timeMs(() => insertRow.immediate()) })
    }
    const counted = times.slice(20)
    closeDatabase(ours)
    closeDatabase(raw)
    const own = summarise(counted.map((time) => time.ours))
    const bare = summarise(counted.map((time) => time.raw))
    const speed = bare.median / own.median
    return [
      {
        name: 'write/rawInsertMs',
        value: bare.median,
        unit: 'ms',
        spread: bare.spread,
        against: null,
        ratio: null,
        wanted: null,
        ok: true,
      },
      {
        name: 'write/eventWithProjectionMs',
        value: own.median,
        unit: 'ms',
        spread: own.spread,
        against: 'write/rawInsertMs',
        ratio: own.median / bare.median,
        wanted: null,
        ok: true,
      },
      judged({ name: 'write/speedOfRawInsert', value: speed, unit: 'x', against: 'write/rawInsertMs', ratio: speed }, '>=', 0.3),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
