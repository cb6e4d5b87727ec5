import type { GarageId } from '../../core/basics/ids.ts'
import { evidenceOf, told, type Evidence, type EvidenceRow } from '../../electron/care/evidence.ts'
import type { Check, Context } from './check.ts'
import { enrolmentChecks } from './checks/enrolment.ts'
import { garageChecks } from './checks/garages.ts'
import { photoChecks } from './checks/photos.ts'
import { pullChecks } from './checks/pull.ts'
import { pushChecks } from './checks/push.ts'
import { quarantineChecks } from './checks/quarantine.ts'
import { tokenChecks } from './checks/tokens.ts'
import { need } from './http.ts'
import { enrol, newCode, push, type Pc } from './pc.ts'
import { newId, newWriter } from './writer.ts'

export type Tried = {
  /** Without a path: `https://platform.example`. */
  readonly url: string
  /** One-time codes of garages that the server does not know yet: of one, and for the promises between garages of another. */
  readonly codes: readonly string[]
  readonly passTime: Context['passTime']
  /** How the names of the promises begin that are tried: `push/`. All, unless it is said. */
  readonly only?: string
}

const checks: readonly Check[] = [
  ...enrolmentChecks,
  ...tokenChecks,
  ...pushChecks,
  ...quarantineChecks,
  ...pullChecks,
  ...photoChecks,
  ...garageChecks,
]

const wants = { stranger: 'a second --code', passTime: '--wait' } as const

/** Tries every promise, one after the other. A broken one costs its row and nothing else. */
export async function tryServer(
  { url, codes, passTime, only = '' }: Tried,
  onRow: (row: EvidenceRow) => void = () => {},
): Promise<Evidence> {
  const rows: EvidenceRow[] = []
  const note = (row: EvidenceRow): void => {
    rows.push(row)
    onRow(row)
  }
  const context: { value: Context | null } = { value: null }
  note(
    await rowOf('enrol/firstPc', async () => {
      context.value = await begin(url, codes, passTime)
    }),
  )
  const begun = context.value
  if (begun === null) return evidenceOf(1, rows)
  for (const { name, needs, run } of checks.filter((check) => check.name.startsWith(only))) {
    const lacks = needs !== undefined && begun[needs] === null
    note(lacks ? { ...told(name, 0, 'not tried'), wanted: wants[needs] } : await rowOf(name, () => run(begun)))
  }
  return evidenceOf(1, rows)
}

async function begin(url: string, [code, other]: readonly string[], passTime: Context['passTime']): Promise<Context> {
  need(code !== undefined, 'a code of a new garage is needed: --code')
  const main = await firstPc(url, code)
  const newPc = async (): Promise<Pc> => {
    const pc = await enrol(url, await newCode(main), null)
    await push(pc, [pc.writer.announce(pc.garage)])
    return pc
  }
  return { url, main, stranger: other === undefined ? null : await firstPc(url, other), newPc, passTime }
}

/** A garage's id is the first PC's own. */
async function firstPc(url: string, code: string): Promise<Pc> {
  const garage = newId<GarageId>()
  const pc = await enrol(url, code, garage, newWriter())
  need(pc.garage === garage, "the garage's id is the first PC's own")
  need(pc.enrolled.deviceNo === 1, 'the first PC has number 1')
  await push(pc, [pc.writer.announce(garage)])
  return pc
}

async function rowOf(name: string, run: () => Promise<void>): Promise<EvidenceRow> {
  const begun = performance.now()
  try {
    await run()
    return { ...told(name, Math.round(performance.now() - begun), 'ms'), wanted: 'kept' }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ...told(name, Math.round(performance.now() - begun), 'ms'), wanted: why, ok: false }
  }
}
