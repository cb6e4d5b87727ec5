import type { BayId, JobId, PersonId } from '../../../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../../../core/basics/instant.ts'
import { rial } from '../../../../core/basics/rial.ts'
import type { JobCard, WaitingCard } from '../../../../core/contract/views.ts'
import type { Garage } from '../../../../core/domain/garage/types.ts'
import { classify } from '../../../../core/domain/queue/arrival.ts'
import { orderQueue } from '../../../../core/domain/queue/order.ts'
import type { Needs, QueueSettings, WaitingJob } from '../../../../core/domain/queue/types.ts'
import type { Plate } from '../../../../core/persian/plate.ts'
import type { Text } from '../../../i18n/text.ts'
import type { Spot, Spots } from '../../today/boardRows.ts'

type ExampleCar = {
  readonly key: 'a' | 'b' | 'c' | 'd'
  /** Minutes from the example's now. */
  readonly slotMin: number | null
  readonly arrivedMin: number
  readonly meanMin: number
  readonly plate: Plate
}

/**
 * A moment at which every one of the minutes can change something: on time by the skin of his teeth, late, without a slot, early;
 * and one who is expected in ten minutes, for whom the place may be kept.
 */
const cars: readonly ExampleCar[] = [
  { key: 'a', slotMin: -20, arrivedMin: -12, meanMin: 40, plate: plateOf('47', 'د', '526', '88') },
  { key: 'b', slotMin: -75, arrivedMin: -50, meanMin: 30, plate: plateOf('15', 'ل', '473', '99') },
  { key: 'c', slotMin: null, arrivedMin: -95, meanMin: 45, plate: plateOf('56', 'و', '828', '21') },
  { key: 'd', slotMin: 40, arrivedMin: -8, meanMin: 20, plate: plateOf('38', 'ج', '265', '10') },
]
const expectedInMin = 10

export type Example = {
  readonly cards: readonly WaitingCard[]
  readonly expected: JobCard & { readonly slotStartUtcMs: UtcMs }
  readonly spots: Spots
  /** The garage with the example's one bay and one mechanic. */
  readonly garage: Garage
}

/** The day in the real order: what the board would show under these minutes. */
export function exampleDay(nowUtcMs: UtcMs, settings: QueueSettings, garage: Garage, text: Text): Example {
  const needs: Needs = { skills: [], bayKinds: [] }
  const waiting = cars.map((car): { readonly car: ExampleCar; readonly job: WaitingJob } => {
    const slotStartUtcMs = car.slotMin === null ? null : addMinutes(nowUtcMs, car.slotMin)
    const arrivedAtUtcMs = addMinutes(nowUtcMs, car.arrivedMin)
    const { arrivalClass } = classify(slotStartUtcMs, arrivedAtUtcMs, settings)
    const estimate = { meanMin: car.meanMin, variation: 0.35 }
    return { car, job: { jobId: named<JobId>(car.key), arrivalClass, slotStartUtcMs, arrivedAtUtcMs, needs, estimate } }
  })
  const expectedSlotUtcMs = addMinutes(nowUtcMs, expectedInMin)
  const rows = orderQueue({
    nowUtcMs,
    settings,
    waiting: waiting.map(({ job }) => job),
    expected: [{ jobId: named<JobId>('expected'), slotStartUtcMs: expectedSlotUtcMs, needs, estimate: { meanMin: 40, variation: 0.35 } }],
    running: [],
    mechanics: [{ mechanicId: named<PersonId>('mechanic'), skills: [] }],
    bays: [{ bayId: named<BayId>('bay'), kind: 'lift' }],
  })
  const cards = rows.flatMap((row): readonly WaitingCard[] => {
    const found = waiting.find(({ job }) => job.jobId === row.jobId)
    if (found === undefined) return []
    const { car, job } = found
    const evidence = { slotStartUtcMs: job.slotStartUtcMs, graceMin: settings.graceMin, clock: 'ok', countsFrom: null } as const
    const { arrivedAtUtcMs, arrivalClass, slotStartUtcMs } = job
    return [
      {
        ...cardOf(job.jobId, text(`settings.queue.example.cars.${car.key}`), car.plate, slotStartUtcMs),
        arrivedAtUtcMs,
        arrivalClass,
        evidence,
        recordedByName: null,
        row,
        passedOverBy: [],
      },
    ]
  })
  const expected = {
    ...cardOf(named<JobId>('expected'), text('settings.queue.example.cars.expected'), plateOf('68', 'ب', '147', '30'), expectedSlotUtcMs),
    slotStartUtcMs: expectedSlotUtcMs,
  }
  return { cards, expected, spots: spotsOf(cards, expected), garage: exampleGarage(garage, text) }
}

function spotsOf(cards: readonly WaitingCard[], expected: JobCard): Spots {
  const spots = new Map<JobId, Spot>()
  for (const card of cards) spots.set(card.jobId, { lane: 'waiting', card, position: card.row.position })
  spots.set(expected.jobId, { lane: 'expected', card: expected, position: null })
  return spots
}

function exampleGarage(garage: Garage, text: Text): Garage {
  return {
    ...garage,
    bays: [{ bayId: named<BayId>('bay'), name: text('settings.queue.example.bay'), kind: 'lift', active: true }],
    people: [
      {
        personId: named<PersonId>('mechanic'),
        name: text('settings.queue.example.mechanic'),
        role: 'mechanic',
        skills: [],
        active: true,
      },
    ],
  }
}

function cardOf(jobId: JobId, model: string, plate: Plate, slotStartUtcMs: UtcMs | null): JobCard {
  return {
    jobId,
    jobNo: 0,
    customer: { name: '', mobile: null },
    vehicle: { plate, model },
    services: [],
    slotStartUtcMs,
    capRial: rial(0),
    acceptedRial: null,
    note: '',
    account: {
      usedRial: rial(0),
      toPayRial: rial(0),
      paidRial: rial(0),
      leftRial: rial(0),
      consent: null,
      openFindings: 0,
      differences: 0,
      alarms: 0,
    },
  }
}

function plateOf(twoDigits: string, letter: 'د' | 'ل' | 'و' | 'ج' | 'ب', threeDigits: string, provinceCode: string): Plate {
  return { kind: 'fourPart', twoDigits, letter, threeDigits, provinceCode }
}

/** The example's own ids never leave this screen: any text names its cars. */
function named<Id extends string>(text: string): Id {
  if (!isNamed<Id>(text)) throw new Error('an id is a text')
  return text
}

function isNamed<Id extends string>(text: string): text is Id {
  return text !== ''
}
