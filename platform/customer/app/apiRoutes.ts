import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { GarageId, JobId, RequestId } from '../../../core/basics/ids.ts'
import type { Result } from '../../../core/basics/result.ts'
import { assertNever } from '../../../core/basics/assertNever.ts'
import { relations } from '../../../core/domain/consent/types.ts'
import type { CustomerRefusal } from '../../../core/domain/platform/refusals.ts'
import { slotStepMin, neededMin } from '../../../core/domain/platform/slots.ts'
import { answers } from '../../../core/wire/consentFields.ts'
import { consentId, garageId, jobId, noteText, requestId, serviceId, sha256, shortText, utcMs } from '../../../core/wire/fields.ts'
import { wantedFields } from '../../../core/wire/requestEvents.ts'
import { newId } from '../../access/newId.ts'
import { answerInApp } from '../actions/answer.ts'
import type { Me } from '../actions/me.ts'
import { acceptOffer, askPrice, takeBackRequest } from '../actions/requests.ts'
import { book, cancelVisit, moveVisit, rateVisit } from '../actions/visits.ts'
import { listGarages, readOpenGarage } from '../data/garages.ts'
import type { CustomerOptions } from '../options.ts'
import { meFields, readMe, signIn, signOut } from './me.ts'
import { mineViews, requestView, slotsFor, visitView } from './views.ts'

const { customer: _, ...wanted } = wantedFields
const schemas = {
  ask: z.strictObject(wanted),
  book: z.strictObject({
    vehicle: wanted.vehicle,
    serviceIds: z.array(serviceId).min(1).max(30).readonly(),
    slotStartUtcMs: utcMs,
    note: noteText,
  }),
  accept: z.strictObject({ revision: z.int().min(1), amountHash: sha256, slotStartUtcMs: utcMs }),
  reason: z.strictObject({ reason: noteText }),
  move: z.strictObject({ toUtcMs: utcMs, reason: noteText }),
  rate: z.strictObject({ stars: z.int().min(1).max(5), text: noteText }),
  answer: z.strictObject({
    consentId,
    snapshotHash: sha256,
    textHash: sha256,
    answers,
    decidedBy: z.strictObject({ name: shortText, relation: z.enum(relations), delegateBasis: shortText.nullable() }),
  }),
} as const

/** The customer's side as JSON: what an app of the platform would call. Refusals are codes of the domain. */
export function apiRoutes(options: CustomerOptions): Hono {
  const app = new Hono()
  const { database } = options
  app.use(bodyLimit({ maxSize: 100_000 }))

  app.post('/session', async (c) => {
    const me = meFields.safeParse(await body(c))
    if (!me.success) return c.json({ code: 'badRequest' }, 400)
    await signIn(c, options, me.data)
    return c.json(me.data)
  })
  app.delete('/session', (c) => {
    signOut(c, options)
    return c.body(null, 204)
  })
  app.get('/garages', async (c) => c.json({ garages: await listGarages(database) }))
  app.get('/garages/:garage', async (c) => {
    const garage = garageId.safeParse(c.req.param('garage'))
    const open = garage.success ? await readOpenGarage(database, garage.data) : null
    if (!garage.success || open === null) return c.json({ code: 'notFound' }, 404)
    const wantedIds = c.req.queries('service') ?? []
    const services = open.services.filter(({ active }) => active)
    const minutes = neededMin(services.filter((each) => wantedIds.includes(each.serviceId)))
    const slots = await slotsFor(options, garage.data, open, Math.max(minutes, slotStepMin))
    const { name, phone, address, moneyShown } = open.profile
    return c.json({ name, phone, address, moneyShown, services, slots })
  })
  app.get('/mine', (c) => asMe(c, async (me) => c.json({ mine: await mineViews(options, me) })))

  app.post('/garages/:garage/requests', (c) =>
    onGarage(c, schemas.ask, async (me, garage, given) => answered(c, await askPrice(options, me, garage, given), 'requestId')),
  )
  app.post('/garages/:garage/bookings', (c) =>
    onGarage(c, schemas.book, async (me, garage, given) => answered(c, await book(options, me, garage, given), 'jobId')),
  )
  app.get('/requests/:garage/:id', (c) =>
    onRequest(c, null, async (me, garage, id) => found(c, await requestView(options, me, garage, id))),
  )
  app.post('/requests/:garage/:id/accept', (c) =>
    onRequest(c, schemas.accept, async (me, garage, offerId, given) =>
      answered(c, await acceptOffer(options, me, garage, { ...given, offerId }), 'jobId'),
    ),
  )
  app.post('/requests/:garage/:id/take-back', (c) =>
    onRequest(c, schemas.reason, async (me, garage, id, { reason }) =>
      answered(c, await takeBackRequest(options, me, garage, id, reason), 'done'),
    ),
  )
  app.get('/visits/:garage/:id', (c) => onVisit(c, null, async (me, garage, id) => found(c, await visitView(options, me, garage, id))))
  app.post('/visits/:garage/:id/move', (c) =>
    onVisit(c, schemas.move, async (me, garage, id, { toUtcMs, reason }) =>
      answered(c, await moveVisit(options, me, garage, id, toUtcMs, reason), 'done'),
    ),
  )
  app.post('/visits/:garage/:id/cancel', (c) =>
    onVisit(c, schemas.reason, async (me, garage, id, { reason }) =>
      answered(c, await cancelVisit(options, me, garage, id, reason), 'done'),
    ),
  )
  app.post('/visits/:garage/:id/rate', (c) =>
    onVisit(c, schemas.rate, async (me, garage, id, { stars, text }) =>
      answered(c, await rateVisit(options, me, garage, id, stars, text), 'done'),
    ),
  )
  app.post('/visits/:garage/:id/answer', (c) =>
    onVisit(c, schemas.answer, async (me, garage, id, given) => {
      if ((await visitView(options, me, garage, id)) === null) return c.json({ code: 'notFound' }, 404)
      const receiptId: string = newId(options.now())
      const decidedBy = { ...given.decidedBy, mobile: me.mobile }
      return answered(c, await answerInApp(options, garage, id, { ...given, decidedBy, receiptId }), 'answer')
    }),
  )
  return app

  async function asMe(c: Context, work: (me: Me) => Promise<Response>): Promise<Response> {
    const me = await readMe(c, options)
    return me === null ? c.json({ code: 'notSignedIn' }, 401) : await work(me)
  }

  async function onGarage<Given>(
    c: Context,
    schema: z.ZodType<Given>,
    work: (me: Me, garage: GarageId, given: Given) => Promise<Response>,
  ): Promise<Response> {
    return await asMe(c, async (me) => {
      const garage = garageId.safeParse(c.req.param('garage'))
      if (!garage.success) return c.json({ code: 'notFound' }, 404)
      const given = schema.safeParse(await body(c))
      return given.success ? await work(me, garage.data, given.data) : c.json({ code: 'badRequest' }, 400)
    })
  }

  async function onRequest<Given>(
    c: Context,
    schema: z.ZodType<Given> | null,
    work: (me: Me, garage: GarageId, id: RequestId, given: Given) => Promise<Response>,
  ): Promise<Response> {
    const id = requestId.safeParse(c.req.param('id'))
    if (!id.success) return c.json({ code: 'notFound' }, 404)
    return await onGarage(c, schema ?? nothing<Given>(), (me, garage, given) => work(me, garage, id.data, given))
  }

  async function onVisit<Given>(
    c: Context,
    schema: z.ZodType<Given> | null,
    work: (me: Me, garage: GarageId, id: JobId, given: Given) => Promise<Response>,
  ): Promise<Response> {
    const id = jobId.safeParse(c.req.param('id'))
    if (!id.success) return c.json({ code: 'notFound' }, 404)
    return await onGarage(c, schema ?? nothing<Given>(), (me, garage, given) => work(me, garage, id.data, given))
  }
}

/** A reading call sends nothing. */
function nothing<Given>(): z.ZodType<Given> {
  return z.custom<Given>(() => true)
}

async function body(c: Context): Promise<unknown> {
  return await c.req.json<unknown>().catch(() => null)
}

function found(c: Context, view: object | null): Response {
  return view === null ? c.json({ code: 'notFound' }, 404) : c.json(view)
}

function answered<Value>(c: Context, result: Result<Value, CustomerRefusal>, name: string): Response {
  return result.ok ? c.json({ [name]: result.value }) : c.json(result.error, statusOf(result.error))
}

/** 409: true a moment ago, not any more. 422: it never could be done. */
export function statusOf({ code }: CustomerRefusal): 404 | 409 | 422 {
  switch (code) {
    case 'notFound':
      return 404
    case 'requestOver':
    case 'offerRevised':
    case 'offerWithdrawn':
    case 'offerExpired':
    case 'slotTaken':
    case 'visitBegun':
    case 'visitOver':
    case 'alreadyRated':
    case 'linkClosed':
      return 409
    case 'unknownService':
    case 'offerUnknown':
    case 'slotUnfit':
    case 'notHandedOver':
    case 'unknownItem':
    case 'answersIncomplete':
    case 'deciderNameMissing':
    case 'delegateBasisMissing':
    case 'signatureTooSmall':
      return 422
    default:
      return assertNever(code)
  }
}
