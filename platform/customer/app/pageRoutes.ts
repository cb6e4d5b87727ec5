import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { GarageId, JobId, RequestId } from '../../../core/basics/ids.ts'
import type { Result } from '../../../core/basics/result.ts'
import type { CustomerRefusal } from '../../../core/domain/platform/refusals.ts'
import { slotStepMin } from '../../../core/domain/platform/slots.ts'
import { consentId, garageId, jobId, requestId, sha256 } from '../../../core/wire/fields.ts'
import { newId } from '../../access/newId.ts'
import { originOf } from '../../http/address.ts'
import { answerInApp } from '../actions/answer.ts'
import type { Me } from '../actions/me.ts'
import { acceptOffer, askPrice, takeBackRequest } from '../actions/requests.ts'
import { book, cancelVisit, moveVisit, rateVisit } from '../actions/visits.ts'
import { readJob } from '../data/folded.ts'
import { listGarages, readOpenGarage } from '../data/garages.ts'
import { readPhoto } from '../data/photos.ts'
import { languageOf } from '../language.ts'
import type { CustomerOptions } from '../options.ts'
import { wordsOf } from '../words/words.ts'
import { formOf, readMeForm, readServiceIds, readSlot, readVehicle, readWanted, type Form } from './forms.ts'
import { problemWords, type Frame, type ProblemCode } from './frame.ts'
import { readMe, signIn, signOut } from './me.ts'
import { askPage, bookPage, homePage, notFoundPage, notReadyPage, signInPage } from './pages.ts'
import { requestPage } from './requestPage.ts'
import { visitPage } from './visitPage.ts'
import { mineViews, requestView, slotsFor, visitView } from './views.ts'

type Known = { readonly frame: Frame; readonly me: Me; readonly garage: GarageId; readonly form: Form }

/** The customer's pages: forms that are sent whole, and after each the page that shows what became of it. */
export function pageRoutes(options: CustomerOptions): Hono {
  const app = new Hono()
  const { database } = options
  const { isBehindProxy = false } = options
  app.use(csrf({ origin: (origin, c) => origin === originOf(c, { isBehindProxy }) }), bodyLimit({ maxSize: 100_000 }))

  app.get('/', async (c) => {
    const frame = await frameOf(c)
    if (frame.me === null) return c.html(signInPage(frame))
    return c.html(homePage(frame, await listGarages(database), await mineViews(options, frame.me)))
  })
  app.post('/session', async (c) => {
    const me = readMeForm(formOf(await c.req.formData()))
    if (!me.ok) return c.redirect(`/customer?problem=${me.error}`, 303)
    await signIn(c, options, me.value)
    return c.redirect('/customer', 303)
  })
  app.post('/sign-out', (c) => {
    signOut(c, options)
    return c.redirect('/customer', 303)
  })

  app.get('/garage/:garage/:what{ask|book}', (c) =>
    known(c, async ({ frame, garage }) => {
      const open = await readOpenGarage(database, garage)
      if (open === null) return c.html(notReadyPage(frame))
      if (c.req.param('what') === 'ask') return c.html(askPage(frame, { garage, open, slots: [] }))
      return c.html(bookPage(frame, { garage, open, slots: await slotsFor(options, garage, open, slotStepMin) }))
    }),
  )
  app.post('/garage/:garage/ask', (c) =>
    known(c, async ({ me, garage, form }) => {
      const wanted = readWanted(form)
      const here = `/customer/garage/${garage}/ask`
      if (!wanted.ok) return back(c, here, wanted.error)
      const asked = await askPrice(options, me, garage, wanted.value)
      return asked.ok ? c.redirect(`/customer/request/${garage}/${asked.value}`, 303) : back(c, here, asked.error.code)
    }),
  )
  app.post('/garage/:garage/book', (c) =>
    known(c, async ({ me, garage, form }) => {
      const vehicle = readVehicle(form)
      const serviceIds = readServiceIds(form)
      const slotStartUtcMs = readSlot(form)
      const here = `/customer/garage/${garage}/book`
      if (!vehicle.ok) return back(c, here, vehicle.error)
      if (serviceIds.length === 0) return back(c, here, 'problemServices')
      if (slotStartUtcMs === null) return back(c, here, 'problemSlot')
      const made = await book(options, me, garage, { vehicle: vehicle.value, serviceIds, slotStartUtcMs, note: form.one('note') })
      return made.ok ? c.redirect(`/customer/visit/${garage}/${made.value}`, 303) : back(c, here, made.error.code)
    }),
  )

  app.get('/request/:garage/:id', (c) =>
    onRequest(c, async ({ frame, me, garage }, id) => {
      const view = await requestView(options, me, garage, id)
      return view === null ? c.html(notFoundPage(frame), 404) : c.html(requestPage(frame, view))
    }),
  )
  app.post('/request/:garage/:id/accept', (c) =>
    onRequest(c, async ({ me, garage, form }, id) => {
      const here = `/customer/request/${garage}/${id}`
      const amountHash = sha256.safeParse(form.one('amountHash'))
      const slotStartUtcMs = readSlot(form)
      if (slotStartUtcMs === null) return back(c, here, 'problemSlot')
      if (!amountHash.success) return back(c, here, 'offerUnknown')
      const revision = Number(form.one('revision'))
      const accepted = await acceptOffer(options, me, garage, { offerId: id, revision, amountHash: amountHash.data, slotStartUtcMs })
      return accepted.ok ? c.redirect(`/customer/visit/${garage}/${accepted.value}`, 303) : back(c, here, accepted.error.code)
    }),
  )
  app.post('/request/:garage/:id/take-back', (c) =>
    onRequest(c, async ({ me, garage, form }, id) =>
      shown(c, `/customer/request/${garage}/${id}`, await takeBackRequest(options, me, garage, id, form.one('reason'))),
    ),
  )

  app.get('/visit/:garage/:id', (c) =>
    onVisit(c, async ({ frame, me, garage }, id) => {
      const view = await visitView(options, me, garage, id)
      return view === null ? c.html(notFoundPage(frame), 404) : c.html(visitPage(frame, view))
    }),
  )
  app.get('/visit/:garage/:id/photo/:hash', (c) =>
    onVisit(c, async ({ me, garage }, id) => {
      const hash = sha256.safeParse(c.req.param('hash'))
      const mine = hash.success ? await visitView(options, me, garage, id) : null
      const job = mine === null ? null : await readJob(database, garage, id)
      const isShown = job?.consents.some(({ snapshot }) => snapshot.items.some(({ photos }) => hash.success && photos.includes(hash.data)))
      const photo = hash.success && isShown === true ? await readPhoto(database, garage, hash.data) : null
      if (photo === null) return c.body(null, 404)
      return c.body(photo, 200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=86400' })
    }),
  )
  app.post('/visit/:garage/:id/move', (c) =>
    onVisit(c, async ({ me, garage, form }, id) => {
      const here = `/customer/visit/${garage}/${id}`
      const slot = readSlot(form)
      if (slot === null) return back(c, here, 'problemSlot')
      return shown(c, here, await moveVisit(options, me, garage, id, slot, form.one('reason')))
    }),
  )
  app.post('/visit/:garage/:id/cancel', (c) =>
    onVisit(c, async ({ me, garage, form }, id) =>
      shown(c, `/customer/visit/${garage}/${id}`, await cancelVisit(options, me, garage, id, form.one('reason'))),
    ),
  )
  app.post('/visit/:garage/:id/rate', (c) =>
    onVisit(c, async ({ me, garage, form }, id) => {
      const stars = [1, 2, 3, 4, 5].find((count) => String(count) === form.one('stars'))
      const here = `/customer/visit/${garage}/${id}`
      return stars === undefined ? c.redirect(here, 303) : shown(c, here, await rateVisit(options, me, garage, id, stars, form.one('text')))
    }),
  )
  app.post('/visit/:garage/:id/answer', (c) =>
    onVisit(c, async ({ frame, me, garage, form }, id) => {
      const view = await visitView(options, me, garage, id)
      const [asked, hash, text] = [
        consentId.safeParse(form.one('consentId')),
        sha256.safeParse(form.one('snapshotHash')),
        sha256.safeParse(form.one('textHash')),
      ]
      const consent = view?.job.consents.find((each) => each.consentId === form.one('consentId'))
      if (consent === undefined || !asked.success || !hash.success || !text.success) return c.html(notFoundPage(frame), 404)
      const answers = consent.snapshot.items.flatMap(({ itemNo }) => {
        const decision = (['accepted', 'refused', 'later'] as const).find((each) => each === form.one(`item-${itemNo}`))
        return decision === undefined ? [] : [{ itemNo, decision, condition: '' }]
      })
      const given = {
        consentId: asked.data,
        snapshotHash: hash.data,
        textHash: text.data,
        answers,
        decidedBy: { name: me.name, relation: 'owner', mobile: me.mobile, delegateBasis: null } as const,
        receiptId: String(newId(options.now())),
      }
      return shown(c, `/customer/visit/${garage}/${id}`, await answerInApp(options, garage, id, given))
    }),
  )
  return app

  async function frameOf(c: Context): Promise<Frame> {
    const language = languageOf(c, options)
    const words = wordsOf[language]
    return { language, words, me: await readMe(c, options), problem: problemWords(words, c.req.query('problem')) }
  }

  async function known(c: Context, work: (known: Known) => Promise<Response> | Response): Promise<Response> {
    const frame = await frameOf(c)
    const garage = garageId.safeParse(c.req.param('garage'))
    if (frame.me === null) return c.redirect('/customer', 303)
    if (!garage.success) return c.html(notFoundPage(frame), 404)
    const form = formOf(c.req.method === 'POST' ? await c.req.formData() : new FormData())
    return await work({ frame, me: frame.me, garage: garage.data, form })
  }

  async function onRequest(c: Context, work: (known: Known, id: RequestId) => Promise<Response> | Response): Promise<Response> {
    return await known(c, (all) => {
      const id = requestId.safeParse(c.req.param('id'))
      return id.success ? work(all, id.data) : c.html(notFoundPage(all.frame), 404)
    })
  }

  async function onVisit(c: Context, work: (known: Known, id: JobId) => Promise<Response> | Response): Promise<Response> {
    return await known(c, (all) => {
      const id = jobId.safeParse(c.req.param('id'))
      return id.success ? work(all, id.data) : c.html(notFoundPage(all.frame), 404)
    })
  }
}

function back(c: Context, here: string, problem: ProblemCode): Response {
  return c.redirect(`${here}?problem=${problem}`, 303)
}

function shown(c: Context, here: string, result: Result<unknown, CustomerRefusal>): Response {
  return result.ok ? c.redirect(here, 303) : back(c, here, result.error.code)
}
