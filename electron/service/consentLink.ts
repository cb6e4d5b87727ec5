import { randomBytes } from 'node:crypto'
import type { CommandId, ConsentId, JobId, LinkId, PersonId } from '../../core/basics/ids.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type { ConsentLinkView } from '../../core/contract/syncViews.ts'
import { requestState } from '../../core/domain/consent/state.ts'
import type { ShownText } from '../../core/domain/consent/types.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { answerGiven, rememberAnswer } from '../../db/queries/commands.ts'
import { consentLinkSecret, writeConsentLink } from '../../db/queries/consentLinks.ts'
import { readJoined } from '../../db/queries/joined.ts'
import type { GarageContext } from './context.ts'
import { accessRefusal, actOnJob } from './handleCommand.ts'
import { sha256Hex } from './sha256.ts'

export type LinkInput = {
  readonly commandId: CommandId
  readonly actorId: PersonId
  readonly jobId: JobId
  readonly consentId: ConsentId
  readonly text: ShownText
  readonly renew: boolean
}

export type LinkMade = { readonly outcome: Result<ConsentLinkView, Refusal>; readonly isNew: boolean }

/** 128 bits: nobody guesses it. The log and the platform know its SHA-256 alone. */
const secretBytes = 16

/** Makes a link to an open request, or gives the one again that this PC made and that holds, unless a new one is wanted. */
export function consentLink(context: GarageContext, input: LinkInput): LinkMade {
  const { db } = context
  const { commandId, actorId, jobId, consentId, text, renew } = input
  const run = db.transaction((): LinkMade => {
    const garage = context.garage()
    const denied = garage === null ? ({ code: 'noGarage' } as const) : accessRefusal(garage, actorId, { type: 'makeConsentLink' })
    if (garage === null || denied !== null) return refused(denied ?? { code: 'noGarage' })
    if (readJoined(db) === null) return refused({ code: 'notJoined' })
    const isRepeated = answerGiven(db, commandId) !== null
    const standing = renew && !isRepeated ? null : linkView(context, jobId, consentId)
    if (standing !== null) return { outcome: ok(standing), isNew: false }
    const now = context.clock.wallUtcMs()
    const linkId = context.newId<LinkId>(now)
    const secret = randomBytes(secretBytes).toString('base64url')
    const command = { type: 'makeConsentLink', jobId, consentId, text, linkId, tokenHash: sha256Hex(secret) } as const
    const made = actOnJob(context, garage, command, actorId, now)
    if (!made.ok) return refused(made.error)
    writeConsentLink(db, { linkId, jobId, consentId, secret, madeAtUtcMs: now })
    if (!isRepeated) rememberAnswer(db, commandId, now, JSON.stringify({ linkId }))
    const view = linkView(context, jobId, consentId)
    if (view === null) throw new Error('a link stands once it was made')
    return { outcome: ok(view), isNew: true }
  })
  return run.immediate()
}

/** The link that holds now, when this PC knows its secret. */
function linkView({ db, clock }: GarageContext, jobId: JobId, consentId: ConsentId): ConsentLinkView | null {
  const consent = foldJob(db, jobId)?.consents.find((each) => each.consentId === consentId)
  const joined = readJoined(db)
  const link = consent?.link ?? null
  if (consent === undefined || joined === null || link === null || requestState(consent, clock.wallUtcMs()) !== 'open') return null
  const secret = consentLinkSecret(db, link.linkId)
  if (secret === null) return null
  const { validUntilUtcMs } = consent.snapshot
  return { linkId: link.linkId, url: `${joined.linkBase}${secret}`, validUntilUtcMs, openedAtUtcMs: link.openedAtUtcMs }
}

function refused(error: Refusal): LinkMade {
  return { outcome: err(error), isNew: false }
}
