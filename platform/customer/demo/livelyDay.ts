import type { EventId, JobId, PersonId, RequestId } from '../../../core/basics/ids.ts'
import { addMinutes, hourMs, minuteMs, utcMs, type UtcMs } from '../../../core/basics/instant.ts'
import type { JobEvent } from '../../../core/domain/job/events.ts'
import { answerWithinMin, type OpenGarage } from '../../../core/domain/platform/visit.ts'
import { amountHash } from '../../../core/domain/request/amountHash.ts'
import type { MadeOffer } from '../../../core/domain/request/types.ts'
import { heads } from '../../../core/sync/order.ts'
import { jobStream, payloadOf } from '../../../core/wire/jobEvents.ts'
import { requestStream } from '../../../core/wire/requestEvents.ts'
import { eventVersion } from '../../../core/wire/versions.ts'
import { sha256Hex } from '../../access/keys.ts'
import { readStream } from '../../log/read.ts'
import { acceptOffer, askPrice } from '../actions/requests.ts'
import { book } from '../actions/visits.ts'
import { slotsFor } from '../app/views.ts'
import { readOpenGarage } from '../data/garages.ts'
import type { CustomerOptions } from '../options.ts'
import { personOf } from './customers.ts'
import type { DeskFact, FirstPc } from './firstPc.ts'

type Stage = 'handedOver' | 'finished' | 'inWork' | 'waiting' | 'expected'

/** Half hours from the last one, whose car it is, what for, and how far it has come. */
const visits: readonly (readonly [halfHours: number, person: number, service: string, stage: Stage])[] = [
  [-8, 10, 'تعویض روغن و فیلترها', 'handedOver'],
  [-7, 11, 'پنچرگیری و بالانس', 'handedOver'],
  [-6, 12, 'تعویض لنت جلو', 'handedOver'],
  [-4, 13, 'تعویض شمع و کوئل', 'handedOver'],
  [-3, 14, 'عیب‌یابی برق', 'finished'],
  [-2, 0, 'سرویس کامل ترمز', 'inWork'],
  [-1, 1, 'تعویض تسمه تایم', 'inWork'],
  [-1, 2, 'تنظیم موتور', 'waiting'],
  [0, 3, 'تعویض باتری', 'waiting'],
  [0, 15, 'تعویض روغن و فیلترها', 'expected'],
  [2, 4, 'پنچرگیری و بالانس', 'expected'],
  [2, 5, 'شارژ گاز کولر', 'expected'],
  [3, 6, 'بازدید پیش از سفر', 'expected'],
  [5, 16, 'تعویض لنت جلو', 'expected'],
  [7, 17, 'تعویض روغن و فیلترها', 'expected'],
  [8, 18, 'تنظیم موتور', 'expected'],
]

/**
 * A day that has been going on for hours, as customers and the desk made it: cars that were here, stand here and are to come,
 * and price requests in every state, one of which is soon too late to be answered.
 */
export async function playDemoDay(options: CustomerOptions, pc: FirstPc): Promise<void> {
  const open = await readOpenGarage(options.database, pc.garage)
  if (open === null) throw new Error('the demo garage has told its settings')
  const nowUtcMs = options.now()
  const desk = pc.people.find(({ role }) => role === 'frontDesk')?.personId
  if (desk === undefined) throw new Error('the demo garage has a front desk')
  const scene: Scene = { options, pc, open, desk, nowUtcMs }
  for (const [halfHours, person, title, stage] of visits) {
    const slotUtcMs = utcMs((Math.floor(nowUtcMs / halfHourMs) + halfHours) * halfHourMs)
    const jobId = await booked(scene, slotUtcMs, person, title)
    if (jobId !== null) await cameTo(scene, jobId, slotUtcMs, stage)
  }
  await askAndOffer(scene)
}

type Scene = {
  readonly options: CustomerOptions
  readonly pc: FirstPc
  readonly open: OpenGarage
  readonly desk: PersonId
  readonly nowUtcMs: UtcMs
}

const halfHourMs = 30 * minuteMs
const graceMin = 15

/** The same platform, when it was earlier. */
function before({ options, nowUtcMs }: Scene, minutes: number): CustomerOptions {
  return { ...options, now: () => addMinutes(nowUtcMs, -minutes) }
}

/** Booked some hours before; null where the garage is closed or full then. */
async function booked(scene: Scene, slotUtcMs: UtcMs, person: number, title: string): Promise<JobId | null> {
  const service = scene.open.services.find((each) => each.title === title)
  if (service === undefined) throw new Error(`the demo garage offers no ${title}`)
  const { me, vehicle } = personOf(person)
  const agoMin = Math.max(0, (scene.nowUtcMs - slotUtcMs) / minuteMs) + 5 * 60
  const booking = { vehicle, serviceIds: [service.serviceId], slotStartUtcMs: slotUtcMs, note: '' }
  const made = await book(before(scene, agoMin), me, scene.pc.garage, booking)
  return made.ok ? made.value : null
}

/** What the desk and the bays noted of a visit. */
async function cameTo(scene: Scene, jobId: JobId, slotUtcMs: UtcMs, stage: Stage): Promise<void> {
  if (stage === 'expected') return
  const { desk, nowUtcMs, open, pc } = scene
  const isBraking = stage === 'inWork' && slotUtcMs < addMinutes(nowUtcMs, -60)
  const bay = open.bays[isBraking ? 0 : 1]
  const mechanic = pc.people.filter(({ role }) => role === 'mechanic')[isBraking ? 0 : 2]
  if (bay === undefined || mechanic === undefined) throw new Error('the demo garage has two bays and three mechanics')
  const arrivedUtcMs = utcMs(Math.min(slotUtcMs - 5 * minuteMs, nowUtcMs - 4 * minuteMs))
  const evidence = { slotStartUtcMs: slotUtcMs, graceMin, clock: 'ok', countsFrom: null } as const
  const steps: readonly (readonly [JobEvent, PersonId, UtcMs])[] = [
    [{ type: 'customerArrived', arrivalClass: 'onTime', evidence }, desk, arrivedUtcMs],
    [
      { type: 'workStarted', bayId: bay.bayId, mechanicId: mechanic.personId },
      mechanic.personId,
      utcMs(Math.min(slotUtcMs + 3 * minuteMs, nowUtcMs - 2 * minuteMs)),
    ],
    [{ type: 'workFinished' }, mechanic.personId, addMinutes(slotUtcMs, 33)],
    [{ type: 'carHandedOver' }, desk, addMinutes(slotUtcMs, 45)],
  ]
  const count = { waiting: 1, inWork: 2, finished: 3, handedOver: 4 }[stage]
  for (const [event, actor, wallAtUtcMs] of steps.slice(0, count)) {
    const fact = { type: event.type, v: eventVersion(event.type), payload: payloadOf(event), actor, wallAtUtcMs }
    await said(scene, jobStream(jobId), fact)
  }
}

async function said({ options, pc }: Scene, stream: string, fact: Omit<DeskFact, 'stream' | 'parents'>): Promise<readonly EventId[]> {
  const parents = heads(await readStream(options.database, pc.garage, stream))
  return await pc.say([{ ...fact, stream, parents }])
}

/** Who asked, for what, and how many minutes ago. */
type Asked = readonly [person: number, service: string, agoMin: number]

async function askAndOffer(scene: Scene): Promise<void> {
  const { pc, nowUtcMs } = scene
  // Six minutes are left to answer the first; the next was not answered in time.
  await asked(scene, [12, 'سرویس کامل ترمز', answerWithinMin - 6])
  await asked(scene, [13, 'عیب‌یابی برق', answerWithinMin + 25])
  await asked(scene, [19, 'تعویض شمع و کوئل', 12])
  const open = await asked(scene, [8, 'تعویض تسمه تایم', 80])
  await offered(scene, open, 'تعویض تسمه تایم', 55, addMinutes(nowUtcMs, 3 * 60))
  const over = await asked(scene, [10, 'شارژ گاز کولر', 240])
  await offered(scene, over, 'شارژ گاز کولر', 210, addMinutes(nowUtcMs, -20))
  const declined = await asked(scene, [11, 'تنظیم موتور', 150])
  await said(scene, requestStream(declined), {
    type: 'priceRequestDeclined',
    v: eventVersion('priceRequestDeclined'),
    payload: { reason: 'قطعه این خودرو را نداریم' },
    actor: scene.desk,
    wallAtUtcMs: addMinutes(nowUtcMs, -130),
  })
  const taken = await asked(scene, [9, 'تعویض لنت جلو', 100])
  const offer = await offered(scene, taken, 'تعویض لنت جلو', 70, addMinutes(nowUtcMs, 24 * 60))
  const service = offer.services[0]
  const slots = await slotsFor(scene.options, pc.garage, scene.open, service?.quotedMin ?? 30)
  const slotStartUtcMs = slots.find((slot) => slot >= nowUtcMs + 2 * hourMs)
  if (slotStartUtcMs === undefined) return
  await acceptOffer(scene.options, personOf(9).me, pc.garage, { ...offer, offerId: taken, slotStartUtcMs })
}

async function asked(scene: Scene, [person, title, agoMin]: Asked): Promise<RequestId> {
  const service = scene.open.services.find((each) => each.title === title)
  const { me, vehicle } = personOf(person)
  const services = service === undefined ? [] : [{ serviceId: service.serviceId, title }]
  const made = await askPrice(before(scene, agoMin), me, scene.pc.garage, { vehicle, services, materials: [], note: '' })
  if (!made.ok) throw new Error(`the demo's price request was refused: ${made.error.code}`)
  return made.value
}

async function offered(
  scene: Scene,
  requestId: RequestId,
  title: string,
  agoMin: number,
  validUntilUtcMs: UtcMs,
): Promise<MadeOffer & { readonly amountHash: ReturnType<typeof amountHash> }> {
  const service = scene.open.services.find((each) => each.title === title)
  if (service === undefined) throw new Error(`the demo garage offers no ${title}`)
  const { serviceId, quotedMin, priceRial, needs } = service
  const made: MadeOffer = {
    revision: 1,
    services: [{ serviceId, title, quotedMin, priceRial, needs }],
    materials: [],
    amountRial: priceRial,
    vat: { kind: 'inside' },
    validUntilUtcMs,
    note: '',
  }
  const offer = { ...made, amountHash: amountHash(requestId, made, sha256Hex) }
  const wallAtUtcMs = addMinutes(scene.nowUtcMs, -agoMin)
  const fact = { type: 'offerMade', v: eventVersion('offerMade'), payload: offer, actor: scene.desk, wallAtUtcMs }
  await said(scene, requestStream(requestId), fact)
  return offer
}
