import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandId, JobId, PersonId } from '../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../core/basics/instant.ts'
import { openConsent } from '../../core/domain/consent/state.ts'
import type { Signature } from '../../core/domain/consent/types.ts'
import type { Command } from '../support/service.ts'
import { checkpoint, closeDatabase, openDatabase, statement, type WritableDb } from '../../db/connection.ts'
import { readStream } from '../../db/log/read.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { jobStream } from '../../core/wire/jobEvents.ts'
import { judged, told, type EvidenceRow } from '../../electron/care/evidence.ts'
import { garageContext, type GarageContext } from '../../electron/service/context.ts'
import { fileDeviceKey } from '../../electron/service/deviceKey/fileKey.ts'
import { handleCommand } from '../../electron/service/handleCommand.ts'
import { newId } from '../../electron/service/ids.ts'
import { setUp } from '../../electron/service/setUp.ts'
import { customer, item, labour, quantity, shownText, spec } from '../support/consents.ts'
import { at } from '../support/garage.ts'
import { testPlate } from '../support/plates.ts'
import { setupInput } from '../support/setupInput.ts'
import { p99, summarise, timeMs } from './repeat.ts'

const runs = 7
const answersPerRun = 300
const warmUp = 20

/** A signature of two seconds as a pad gives it: 240 points. */
const signature: Signature = {
  width: 344,
  height: 184,
  strokes: [0, 1, 2, 3].map((stroke) =>
    Array.from({ length: 60 }, (_, n) => [20 + stroke * 70 + n, 92 + Math.round(40 * Math.sin(n / 5)), stroke * 600 + n * 8] as const),
  ),
}

const items = [
  item(),
  item({ title: 'بوش طبق', spec: spec('بوش طبق جلو') }),
  item({ title: 'تیغه برف‌پاک‌کن', spec: spec('تیغه برف‌پاک‌کن'), quantity: quantity(1, 'pair') }),
  item({ title: 'فیلتر کابین', spec: spec('فیلتر کابین'), quantity: quantity(1) }),
  labour,
]

/**
 * The customer has signed and the desk presses the button: the command as it comes in at the door, decided, hashed, chained,
 * signed with the device's key, projected past the triggers and durable, against a row of the same size in a bare table under
 * the same settings. The two take turns, so that a slow moment of the disk falls on both.
 */
export function consentBench(): readonly EvidenceRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'pishkhan-bench-'))
  try {
    const garage = openGarage(folder)
    const raw = bareTable(folder)
    const measured = Array.from({ length: runs }, (_, run) => measure(garage, raw, run))
    closeDatabase(garage.context.db)
    closeDatabase(raw.db)
    const [own, bare, over] = (['own', 'bare', 'over'] as const).map((name) => summarise(measured.map((each) => each[name])))
    if (own === undefined || bare === undefined || over === undefined) throw new Error('three figures')
    const ratio = own.median / bare.median
    return [
      { ...told('consent/rawInsertP99Ms', bare.median, 'ms'), spread: bare.spread },
      {
        ...told('consent/answerP99Ms', own.median, 'ms'),
        spread: own.spread,
        against: 'consent/rawInsertP99Ms',
        ratio,
      },
      judged(
        {
          name: 'consent/answerOverRawP99Ms',
          value: over.median,
          unit: 'ms',
          spread: over.spread,
          against: 'consent/rawInsertP99Ms',
          ratio,
        },
        '<=',
        10,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Garage = { readonly context: GarageContext; readonly actorId: PersonId; readonly pass: () => UtcMs }

function openGarage(folder: string): Garage {
  const opened = openDatabase(join(folder, 'garage.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  let now = at('08:00')
  const clock = { wallUtcMs: () => now, monotonicMs: () => now }
  const context = garageContext(opened.value, clock, fileDeviceKey(join(folder, 'device.key')))
  const made = setUp(context, setupInput, false)
  if (!made.ok) throw new Error(made.error.code)
  return { context, actorId: made.value.ownerId, pass: () => (now = addMinutes(now, 1)) }
}

type Bare = { readonly db: WritableDb; readonly insert: (text: string) => void }

function bareTable(folder: string): Bare {
  const opened = openDatabase(join(folder, 'raw.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  const db = opened.value
  db.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = db.transaction((text: string) => void statement<[string], never>(db, 'INSERT INTO bare (text) VALUES (?)').run(text))
  return { db, insert: (text) => insert.immediate(text) }
}

type Run = { readonly own: number; readonly bare: number; readonly over: number }

function measure(garage: Garage, raw: Bare, run: number): Run {
  const own: number[] = []
  const bare: number[] = []
  for (let round = 0; round < answersPerRun + warmUp; round += 1) {
    const jobId = carHere(garage, run * (answersPerRun + warmUp) + round)
    give(garage, { type: 'askConsent', jobId, items, replaces: null })
    const asked = openConsent(foldJob(garage.context.db, jobId) ?? { consents: [] })
    if (asked === null) throw new Error('somebody was asked')
    const { consentId, snapshotHash } = asked
    give(garage, { type: 'showConsent', jobId, consentId, channel: 'counter', text: shownText })
    const decisions = ['accepted', 'refused', 'accepted', 'later', 'accepted'] as const
    const answer: Command = {
      type: 'answerConsent',
      jobId,
      consentId,
      snapshotHash,
      text: shownText,
      answers: decisions.map((decision, index) => ({ itemNo: index + 1, decision, condition: '' })),
      decidedBy: customer,
      evidence: { channel: 'counter', signature },
    }
    // What the program does by itself each idle minute: between two answers there is more than one.
    for (const db of [garage.context.db, raw.db]) checkpoint(db)
    const ownMs = timeMs(() => give(garage, answer))
    const text = readStream(garage.context.db, jobStream(jobId)).at(-1)?.payload ?? ''
    const bareMs = timeMs(() => raw.insert(text))
    if (round >= warmUp) {
      own.push(ownMs)
      bare.push(bareMs)
    }
    give(garage, { type: 'cancelJob', jobId, by: 'customer', reason: 'پایان سنجش' })
  }
  return { own: p99(own), bare: p99(bare), over: p99(own) - p99(bare) }
}

function carHere(garage: Garage, n: number): JobId {
  const service = garage.context.garage()?.services[0]
  if (service === undefined) throw new Error('the garage has services')
  garage.pass()
  const jobId = give(garage, {
    type: 'openVisit',
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: { plate: testPlate(n), model: 'پژو ۲۰۶' },
    serviceIds: [service.serviceId],
    materials: [],
    note: '',
    plateSeenTwice: true,
  })
  if (jobId === null) throw new Error('a visit has a job')
  return jobId
}

function give({ context, actorId }: Garage, command: Command): JobId | null {
  const commandId = newId<CommandId>(context.clock.wallUtcMs())
  const { outcome } = handleCommand(context, { commandId, actorId, command })
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.error.code}`)
  return outcome.value.jobId
}
