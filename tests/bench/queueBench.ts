import { addMinutes, hourMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { seededRandom, type Random } from '../../core/basics/random.ts'
import { classify } from '../../core/domain/queue/arrival.ts'
import { orderQueue } from '../../core/domain/queue/order.ts'
import { bayKinds, defaultQueueSettings, skills, type Needs, type QueueInput, type WaitingJob } from '../../core/domain/queue/types.ts'
import { bayId, jobId, personId } from '../simulation/ids.ts'

/** A timed figure before it is set beside the run's unit of work. */
export type TimedRow = {
  readonly name: string
  readonly value: number
  readonly unit: 'ms'
  readonly spread: readonly [least: number, greatest: number]
}

const warmUpRuns = 15
const timedRuns = 25

const now = utcMs(Date.UTC(2026, 0, 3) + 8 * hourMs)

/** Far beyond a day's work: 200 cars wait and 30 more are expected in a garage of 8 bays and 8 mechanics, all at work. */
export function crowdedGarage(seed: number): QueueInput {
  const random = seededRandom(seed)
  return {
    nowUtcMs: now,
    settings: defaultQueueSettings,
    waiting: Array.from({ length: 200 }, (_, index) => waitingJob(index, random)),
    expected: Array.from({ length: 30 }, (_, index) => ({
      jobId: jobId(`expected-${index}`),
      slotStartUtcMs: near(random, 0, 240),
      needs: needs(random),
      estimate: { meanMin: 20 + Math.floor(random() * 70), variation: 0.35 },
    })),
    running: Array.from({ length: 8 }, (_, index) => ({
      jobId: jobId(`running-${index}`),
      bayId: bayId(`bay-${index}`),
      mechanicId: personId(`mechanic-${index}`),
      workedMin: random() * 60,
      estimate: { meanMin: 45, variation: 0.35 },
      pausedFor: index === 7 ? 'part' : null,
    })),
    mechanics: Array.from({ length: 8 }, (_, index) => ({
      mechanicId: personId(`mechanic-${index}`),
      skills: index === 0 ? skills : skills.filter(() => random() < 0.5),
    })),
    bays: Array.from({ length: 8 }, (_, index) => ({ bayId: bayId(`bay-${index}`), kind: bayKinds[index % bayKinds.length] ?? 'lift' })),
  }
}

function waitingJob(index: number, random: Random): WaitingJob {
  const slotStartUtcMs = random() < 0.6 ? near(random, -180, 60) : null
  const arrivedAtUtcMs = utcMs(
    Math.min(now, slotStartUtcMs === null ? near(random, -240, 0) : addMinutes(slotStartUtcMs, random() * 40 - 25)),
  )
  const { arrivalClass } = classify(slotStartUtcMs, arrivedAtUtcMs, defaultQueueSettings)
  const estimate = { meanMin: 20 + Math.floor(random() * 70), variation: 0.35 }
  return { jobId: jobId(`waiting-${index}`), arrivalClass, slotStartUtcMs, arrivedAtUtcMs, needs: needs(random), estimate }
}

function near(random: Random, fromMin: number, toMin: number): UtcMs {
  return addMinutes(now, Math.round(fromMin + random() * (toMin - fromMin)))
}

const services: readonly Needs[] = [
  { skills: ['mechanical'], bayKinds: ['lift', 'pit', 'flat'] },
  { skills: ['mechanical'], bayKinds: ['lift'] },
  { skills: ['mechanical', 'diagnosis'], bayKinds: ['lift', 'pit'] },
  { skills: ['brakes'], bayKinds: ['lift'] },
  { skills: ['brakes', 'electrical'], bayKinds: ['lift'] },
  { skills: ['tyres'], bayKinds: ['lift', 'flat'] },
  { skills: ['tyres'], bayKinds: ['alignment'] },
  { skills: ['electrical'], bayKinds: [] },
  { skills: ['electrical', 'diagnosis'], bayKinds: ['electrical'] },
  { skills: ['diagnosis'], bayKinds: [] },
  { skills: ['aircon'], bayKinds: ['flat', 'electrical'] },
  { skills: ['body'], bayKinds: ['flat'] },
  { skills: [], bayKinds: [] },
]

/** One service, or for every third car two that are done together. */
function needs(random: Random): Needs {
  const one = pick(random)
  const other = random() < 1 / 3 ? pick(random) : one
  const shared = one.bayKinds.filter((kind) => other.bayKinds.includes(kind))
  return { skills: [...new Set([...one.skills, ...other.skills])], bayKinds: shared.length > 0 ? shared : one.bayKinds }
}

function pick(random: Random): Needs {
  return services[Math.floor(random() * services.length)] ?? { skills: [], bayKinds: [] }
}

export function queueBench(): readonly TimedRow[] {
  const input = crowdedGarage(1)
  return [
    timed('queue/order200Ms', () => orderQueue(input, { expectedStarts: false })),
    timed('queue/order200WithExpectedStartsMs', () => orderQueue(input)),
  ]
}

function timed(name: string, work: () => { readonly length: number }): TimedRow {
  const runsMs: number[] = []
  for (let run = 0; run < warmUpRuns + timedRuns; run += 1) {
    const begun = performance.now()
    if (work().length !== 200) throw new Error(`${name}: not everyone is in the order`)
    if (run >= warmUpRuns) runsMs.push(performance.now() - begun)
  }
  runsMs.sort((a, b) => a - b)
  return { name, value: runsMs[Math.floor(timedRuns / 2)] ?? 0, unit: 'ms', spread: [runsMs[0] ?? 0, runsMs.at(-1) ?? 0] }
}

if (import.meta.main) {
  for (const { name, value, unit, spread } of queueBench()) {
    process.stdout.write(`${name} ${value.toFixed(2)} ${unit} (${spread.map((end) => end.toFixed(2)).join('..')})\n`)
  }
}
