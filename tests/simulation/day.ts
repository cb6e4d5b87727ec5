import type { JobId } from '../../core/basics/ids.ts'
import { hourMs, minuteMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { seededRandom, type Random } from '../../core/basics/random.ts'
import { drawAboveMin, logNormalOf } from '../../core/domain/queue/logNormal.ts'
import type { BayKind, DurationEstimate, Needs, QueueBay, QueueMechanic, QueueSettings, Skill } from '../../core/domain/queue/types.ts'
import { defaultQueueSettings } from '../../core/domain/queue/types.ts'
import { bayId, jobId, personId } from './ids.ts'

/** A customer of a day as it happened, or as it was made up: what no policy can change. */
export type Visit = {
  readonly jobId: JobId
  readonly slotStartUtcMs: UtcMs | null
  /** Null: never came. */
  readonly arrivesAtUtcMs: UtcMs | null
  readonly needs: Needs
  readonly estimate: DurationEstimate
  readonly workMs: number
}

export type Day = {
  readonly opensAtUtcMs: UtcMs
  readonly closesAtUtcMs: UtcMs
  readonly settings: QueueSettings
  readonly mechanics: readonly QueueMechanic[]
  readonly bays: readonly QueueBay[]
  readonly visits: readonly Visit[]
}

export const loads = { normal: 0.79, full: 0.93 } as const
export type LoadName = keyof typeof loads
export const loadNames: readonly LoadName[] = ['normal', 'full']

const openMin = 540
const opensAt = utcMs(Date.UTC(2026, 0, 3) + 4 * hourMs + 30 * minuteMs)
const slotStepMin = 15

const variation = 0.35
const bookedShare = 0.72
const noShowShare = 0.05
const lateShare = 0.165

type Service = {
  readonly meanMin: number
  readonly skills: readonly Skill[]
  readonly bayKinds: readonly BayKind[]
  readonly weight: number
}

const services: readonly Service[] = [
  { meanMin: 25, skills: ['mechanical'], bayKinds: ['lift', 'flat'], weight: 5 },
  { meanMin: 60, skills: ['brakes'], bayKinds: ['lift'], weight: 4 },
  { meanMin: 30, skills: ['tyres'], bayKinds: ['lift', 'flat'], weight: 2 },
  { meanMin: 45, skills: ['electrical'], bayKinds: [], weight: 4 },
  { meanMin: 40, skills: ['diagnosis'], bayKinds: [], weight: 3 },
  { meanMin: 80, skills: ['mechanical', 'brakes'], bayKinds: ['lift'], weight: 2 },
]

export const mechanics: readonly QueueMechanic[] = [
  { mechanicId: personId('m1'), skills: ['mechanical', 'brakes', 'tyres'] },
  { mechanicId: personId('m2'), skills: ['electrical', 'diagnosis', 'mechanical', 'tyres'] },
  { mechanicId: personId('m3'), skills: ['mechanical', 'brakes', 'tyres', 'electrical', 'diagnosis', 'aircon'] },
]

export const bays: readonly QueueBay[] = [
  { bayId: bayId('b1'), kind: 'lift' },
  { bayId: bayId('b2'), kind: 'lift' },
  { bayId: bayId('b3'), kind: 'flat' },
]

/** A day of three bays and three mechanics of mixed skills, booked and visited to the planned load; the same seed makes the same day. */
export function makeDay(seed: number, load: number): Day {
  const random = seededRandom(seed)
  const plan = newPlan()
  const visits: Visit[] = []
  const plannedMin = load * openMin * bays.length
  for (let workMin = 0; workMin < plannedMin;) {
    const service = pick(random)
    // The last job is taken or left so that the load is met in the mean.
    if (workMin + service.meanMin * random() > plannedMin) break
    workMin += service.meanMin
    const slotMin = random() < bookedShare ? bookSlot(plan, service, random) : null
    visits.push(visit(jobId(`j${String(visits.length).padStart(3, '0')}`), service, slotMin, random))
  }
  return {
    opensAtUtcMs: opensAt,
    closesAtUtcMs: utcMs(opensAt + openMin * minuteMs),
    settings: defaultQueueSettings,
    mechanics,
    bays,
    visits,
  }
}

function pick(random: Random): Service {
  const total = services.reduce((sum, { weight }) => sum + weight, 0)
  let left = random() * total
  for (const service of services) {
    left -= service.weight
    if (left < 0) return service
  }
  throw new Error('weights do not add up')
}

function visit(id: JobId, { meanMin, skills, bayKinds }: Service, slotMin: number | null, random: Random): Visit {
  const estimate = { meanMin, variation }
  return {
    jobId: id,
    slotStartUtcMs: slotMin === null ? null : utcMs(opensAt + slotMin * minuteMs),
    arrivesAtUtcMs: arrival(slotMin, random),
    needs: { skills, bayKinds },
    estimate,
    workMs: Math.max(minuteMs, Math.round(drawAboveMin(logNormalOf(estimate), 0, random) * minuteMs)),
  }
}

/** On time: triangular between 25 min before the slot and the end of grace, most often 6 min before. Late: past grace, exponential of mean 20 min. */
function arrival(slotMin: number | null, random: Random): UtcMs | null {
  if (slotMin === null) return at(random() * (openMin - 60))
  const kind = random()
  if (kind < noShowShare) return null
  if (kind < noShowShare + lateShare) return at(slotMin + 10.5 - 20 * Math.log(1 - random()))
  const share = random()
  const [least, mode, most] = [-25, -6, 9.5]
  const isLeft = share < (mode - least) / (most - least)
  const offset = isLeft
    ? least + Math.sqrt(share * (most - least) * (mode - least))
    : most - Math.sqrt((1 - share) * (most - least) * (most - mode))
  return at(Math.max(slotMin + offset, -15))
}

function at(min: number): UtcMs {
  return utcMs(opensAt + Math.round(min * minuteMs))
}

/** What the booking desk has promised: per mechanic and per bay the taken minutes, each job at its mean. */
type Plan = { readonly mechanics: readonly Diary[]; readonly bays: readonly Diary[] }
type Diary = { readonly fits: (service: Service) => boolean; readonly taken: [fromMin: number, toMin: number][] }

function newPlan(): Plan {
  return {
    mechanics: mechanics.map(({ skills }) => ({ fits: (service) => service.skills.every((skill) => skills.includes(skill)), taken: [] })),
    bays: bays.map(({ kind }) => ({ fits: ({ bayKinds }) => bayKinds.length === 0 || bayKinds.includes(kind), taken: [] })),
  }
}

/** The first slot from a wished moment on, round the day, at which a fitting mechanic and bay are planned to be free; else the wished one. */
function bookSlot(plan: Plan, service: Service, random: Random): number {
  const slots = Math.floor((openMin - service.meanMin) / slotStepMin) + 1
  const wished = Math.floor(random() * slots)
  for (let step = 0; step < slots; step += 1) {
    const fromMin = ((wished + step) % slots) * slotStepMin
    const toMin = fromMin + service.meanMin
    const mechanic = plan.mechanics.find((diary) => isFree(diary, service, fromMin, toMin))
    const bay = plan.bays.findLast((diary) => isFree(diary, service, fromMin, toMin))
    if (mechanic === undefined || bay === undefined) continue
    mechanic.taken.push([fromMin, toMin])
    bay.taken.push([fromMin, toMin])
    return fromMin
  }
  return wished * slotStepMin
}

function isFree(diary: Diary, service: Service, fromMin: number, toMin: number): boolean {
  return diary.fits(service) && diary.taken.every(([from, to]) => toMin <= from || to <= fromMin)
}
