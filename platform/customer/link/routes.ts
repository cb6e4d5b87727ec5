import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { linkState } from '../../../core/domain/platform/consentLink.ts'
import { relations } from '../../../core/domain/consent/types.ts'
import { defaultWorkingHours } from '../../../core/persian/workingCalendar.ts'
import { answers, signature } from '../../../core/wire/consentFields.ts'
import { sha256, shortText } from '../../../core/wire/fields.ts'
import { answerByLink, noteOpened } from '../actions/answer.ts'
import { readJob } from '../data/folded.ts'
import { readOpenGarage } from '../data/garages.ts'
import { findLink } from '../data/links.ts'
import { readPhoto } from '../data/photos.ts'
import { formatIn } from '../format.ts'
import { languageOf } from '../language.ts'
import type { CustomerOptions } from '../options.ts'
import { wordsOf } from '../words/words.ts'
import { answeredPage, closedPage, unknownPage } from './endPages.ts'
import { openPage } from './openPage.ts'

/** A signature of the most points, and every answer, is well below. */
const answerMostBytes = 400_000

export const linkAnswer = z.strictObject({
  snapshotHash: sha256,
  textHash: sha256,
  answers,
  decidedBy: z.strictObject({ name: shortText, relation: z.enum(relations), delegateBasis: shortText.nullable() }),
  signature,
})

/** The one-time link: whoever holds its secret may read the request and, once, answer it. */
export function linkRoutes(options: CustomerOptions): Hono {
  const app = new Hono()
  const { database, now } = options

  app.get('/:secret', async (context) => {
    const secret = context.req.param('secret')
    const link = await findLink(database, secret)
    const job = link === null ? null : await readJob(database, link.garage, link.jobId)
    const state = link === null || job === null ? null : linkState(job, link.consentId, link.linkId, now())
    // The garage chose the language that this customer reads.
    const language = languageOf(context, options, state?.kind === 'open' || state?.kind === 'answered' ? state.shown.text.language : 'fa')
    const words = wordsOf[language]
    if (link === null || state === null) return context.html(unknownPage({ language, words }), 404)
    const garage = await readOpenGarage(database, link.garage)
    const moneyShown = garage?.profile.moneyShown ?? 'toman'
    const format = formatIn(language, words, { timeZone: garage?.hours.timeZone ?? defaultWorkingHours.timeZone, moneyShown })
    const phone = garage?.profile.phone ?? ''
    const frame = { language, words, format, phone, garageName: garage?.profile.name ?? '', consent: state.consent }
    switch (state.kind) {
      case 'open':
        return context.html(openPage({ ...frame, shown: state.shown, linkId: link.linkId, base: `/l/${secret}` }))
      case 'answered':
        return context.html(answeredPage({ ...frame, shown: state.shown, answer: state.answer, linkId: link.linkId }))
      default:
        return context.html(closedPage({ ...frame, why: state.why }), 410)
    }
  })

  app.post('/:secret/opened', async (context) => {
    const link = await findLink(database, context.req.param('secret'))
    if (link === null) return context.json({ code: 'notFound' }, 404)
    await noteOpened(options, link)
    return context.body(null, 204)
  })

  app.post('/:secret/answer', bodyLimit({ maxSize: answerMostBytes }), async (context) => {
    const link = await findLink(database, context.req.param('secret'))
    if (link === null) return context.json({ code: 'notFound' }, 404)
    const body: unknown = await context.req.json().catch(() => null)
    const given = linkAnswer.safeParse(body)
    if (!given.success) return context.json({ code: 'badRequest' }, 400)
    const { decidedBy, ...rest } = given.data
    const answered = await answerByLink(options, link, { ...rest, decidedBy: { ...decidedBy, mobile: null } })
    if (!answered.ok) return context.json(answered.error, answered.error.code === 'linkClosed' ? 409 : 422)
    const { decidedAtUtcMs, capAfterRial, eventId } = answered.value
    return context.json({ receipt: { eventId, decidedAtUtcMs, capAfterRial } })
  })

  app.get('/:secret/photo/:hash', async (context) => {
    const link = await findLink(database, context.req.param('secret'))
    const hash = sha256.safeParse(context.req.param('hash'))
    if (link === null || !hash.success) return context.body(null, 404)
    const job = await readJob(database, link.garage, link.jobId)
    const state = job === null ? null : linkState(job, link.consentId, link.linkId, now())
    // The link opens this request's photos and no others, as long as it shows the request.
    const isShown =
      state !== null && state.kind !== 'closed' && state.consent.snapshot.items.some(({ photos }) => photos.includes(hash.data))
    const photo = isShown ? await readPhoto(database, link.garage, hash.data) : null
    if (photo === null) return context.body(null, 404)
    return context.body(photo, 200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=86400' })
  })

  return app
}
