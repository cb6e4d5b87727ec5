import type { ConsentId, GarageId, JobId, Sha256Hex } from '../../../core/basics/ids.ts'
import { err, ok, type Result } from '../../../core/basics/result.ts'
import { decideOwnAnswer, linkState } from '../../../core/domain/platform/consentLink.ts'
import type { CustomerRefusal } from '../../../core/domain/platform/refusals.ts'
import type { Answer, Decider, Evidence, ItemAnswer, Signature } from '../../../core/domain/consent/types.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { appendAsPlatform } from '../../log/author.ts'
import type { FoundLink } from '../data/links.ts'
import { readJob } from '../data/folded.ts'
import type { CustomerOptions } from '../options.ts'
import { jobFact, withGarage } from './write.ts'

export type GivenAnswer = {
  readonly snapshotHash: Sha256Hex
  readonly textHash: Sha256Hex
  readonly answers: readonly ItemAnswer[]
  readonly decidedBy: Decider
}

/** Notes that the request lies before the customer, once. What only fetches the page, as messengers do for a preview, opens nothing. */
export async function noteOpened(options: CustomerOptions, { garage, jobId, consentId, linkId }: FoundLink): Promise<void> {
  await withGarage(options, garage, async (client) => {
    const job = await readJob(client, garage, jobId)
    const nowUtcMs = options.now()
    const state = job === null ? null : linkState(job, consentId, linkId, nowUtcMs)
    if (state?.kind !== 'open' || state.consent.link === null || state.consent.link.openedAtUtcMs !== null) return
    await appendAsPlatform(client, garage, [jobFact(jobId, { type: 'linkOpened', consentId, linkId })], nowUtcMs)
  })
}

/** Grade B: on the customer's own phone. The same answer sent again, after a cut line, is the answer that was recorded. */
export async function answerByLink(
  options: CustomerOptions,
  { garage, jobId, consentId, linkId }: FoundLink,
  { signature, ...given }: GivenAnswer & { readonly signature: Signature },
): Promise<Result<Answer, CustomerRefusal>> {
  return await record(options, garage, jobId, { ...given, consentId }, linkId, (openedAtUtcMs) => ({
    channel: 'link',
    linkId,
    openedAtUtcMs,
    signature,
  }))
}

/** Grade A: in the app, where the customer is known by himself. */
export async function answerInApp(
  options: CustomerOptions,
  garage: GarageId,
  jobId: JobId,
  given: GivenAnswer & { readonly consentId: ConsentId; readonly receiptId: string },
): Promise<Result<Answer, CustomerRefusal>> {
  const { receiptId, ...rest } = given
  return await record(options, garage, jobId, rest, null, () => ({ channel: 'app', receiptId }))
}

async function record(
  options: CustomerOptions,
  garage: GarageId,
  jobId: JobId,
  given: GivenAnswer & { readonly consentId: ConsentId },
  linkId: FoundLink['linkId'] | null,
  evidenceOf: (openedAtUtcMs: ReturnType<CustomerOptions['now']>) => Extract<Evidence, { channel: 'app' | 'link' }>,
): Promise<Result<Answer, CustomerRefusal>> {
  return await withGarage(options, garage, async (client) => {
    const nowUtcMs = options.now()
    const job = await readJob(client, garage, jobId)
    const consent = job?.consents.find(({ consentId }) => consentId === given.consentId)
    if (job === null || consent === undefined) return err({ code: 'notFound' })
    const opened = linkId !== null && consent.link?.linkId === linkId ? consent.link.openedAtUtcMs : null
    const evidence = evidenceOf(opened ?? nowUtcMs)
    if (consent.answer !== null && isSame(consent.answer, given, evidence)) return ok(consent.answer)
    const decided = decideOwnAnswer(job, { ...given, evidence }, nowUtcMs)
    if (!decided.ok) return decided
    const first = linkId === null || opened !== null ? [] : [jobFact(jobId, { type: 'linkOpened', consentId: consent.consentId, linkId })]
    const [written] = (await appendAsPlatform(client, garage, [...first, jobFact(jobId, decided.value)], nowUtcMs)).slice(-1)
    const after = await readJob(client, garage, jobId)
    const answer = after?.consents.find(({ consentId }) => consentId === consent.consentId)?.answer
    if (written === undefined || answer === null || answer?.eventId !== written.id)
      throw new Error('the answer that was decided does not fold')
    return ok(answer)
  })
}

/** Times and the moment of opening are the platform's; the rest is what the customer sent. */
function isSame(recorded: Answer, given: GivenAnswer, evidence: Evidence): boolean {
  return said(recorded, recorded.evidence) === said(given, evidence)
}

function said({ textHash, answers, decidedBy }: Pick<Answer, 'textHash' | 'answers' | 'decidedBy'>, by: Evidence): string {
  return canonicalJson({
    textHash,
    answers: answers.map((each) => ({ ...each, condition: each.condition.trim() })).toSorted((a, b) => a.itemNo - b.itemNo),
    decidedBy: { ...decidedBy, name: decidedBy.name.trim() },
    by: by.channel === 'link' ? { ...by, openedAtUtcMs: 0 } : by,
  })
}
