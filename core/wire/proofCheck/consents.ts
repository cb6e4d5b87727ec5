import { itemRial } from '../../domain/consent/state.ts'
import { isSignature } from '../../domain/consent/signature.ts'
import type { ConsentEvent } from '../../domain/consent/events.ts'
import type { Consent, Evidence } from '../../domain/consent/types.ts'
import { evolve } from '../../domain/job/evolve.ts'
import type { Job } from '../../domain/job/types.ts'
import { capRial } from '../../domain/pricing/cap.ts'
import { canonicalJson } from '../canonical.ts'
import type { ConsentFault, ConsentFaultCode } from './fault.ts'
import type { Fact } from './facts.ts'
import type { ProofTools } from './tools.ts'

type EventOf<Type extends ConsentEvent['type']> = Extract<ConsentEvent, { type: Type }>
type Found = { readonly code: ConsentFaultCode; readonly consentNo: number | null }

/** Whether every answer was given to exactly what was asked, after it was shown, by the totals that the facts make. */
export async function consentFault(facts: readonly Fact[], { sha256Hex }: ProofTools): Promise<ConsentFault | null> {
  let job: Job | null = null
  for (const { at, recorded } of facts) {
    const { event, atUtcMs } = recorded
    const before: Job | null = job
    let found: Found | null = null
    if (before !== null && event.type === 'consentAsked') {
      found = askedFault(before, event, await sha256Hex(canonicalJson(event.snapshot)))
    } else if (before !== null && event.type === 'consentShown') {
      const consentNo = consentOf(before, event.consentId)?.snapshot.consentNo ?? null
      found = (await sha256Hex(canonicalJson(event.text))) === event.textHash ? null : { code: 'textHash', consentNo }
    } else if (before !== null && event.type === 'consentAnswered') {
      found = answeredFault(before, event, atUtcMs)
    }
    if (found !== null) return { ...found, at }
    job = evolve(before, recorded)
  }
  return null
}

function consentOf(job: Job, consentId: string): Consent | null {
  return job.consents.find((consent) => consent.consentId === consentId) ?? null
}

function askedFault(job: Job, { snapshot, snapshotHash }: EventOf<'consentAsked'>, hash: string): Found | null {
  const { consentNo, items, capBeforeRial, capIfAllRial } = snapshot
  if (hash !== snapshotHash) return { code: 'snapshotHash', consentNo }
  if (snapshot.jobId !== job.jobId) return { code: 'snapshotForeign', consentNo }
  const sum = items.reduce((total: number, item) => total + itemRial(item.price), 0)
  return capBeforeRial + sum === capIfAllRial ? null : { code: 'snapshotTotals', consentNo }
}

function answeredFault(job: Job, event: EventOf<'consentAnswered'>, atUtcMs: number): Found | null {
  const consent = consentOf(job, event.consentId)
  if (consent === null) return { code: 'answersOther', consentNo: null }
  const { snapshot, shown } = consent
  const at = (code: ConsentFaultCode): Found => ({ code, consentNo: snapshot.consentNo })
  if (event.snapshotHash !== consent.snapshotHash) return at('answersOther')
  // The order of the log counts, not the wall clock, which may have been set back in between.
  const onChannel = shown.filter((each) => each.channel === event.evidence.channel)
  if (onChannel.length === 0) return at('answeredUnshown')
  const told = onChannel.find((each) => each.textHash === event.textHash)
  if (told === undefined) return at('textHash')
  if (told.atUtcMs !== event.shownAtUtcMs) return at('answeredUnshown')
  if (atUtcMs > snapshot.validUntilUtcMs) return at('answeredLate')
  const before = capRial(job)
  const accepted = new Set(event.answers.filter(({ decision }) => decision === 'accepted').map(({ itemNo }) => itemNo))
  const added = snapshot.items.reduce((sum: number, item) => (accepted.has(item.itemNo) ? sum + itemRial(item.price) : sum), 0)
  if (snapshot.capBeforeRial !== before || event.capAfterRial !== before + added) return at('answerTotals')
  return isEvidence(event.evidence) ? null : at('evidenceMissing')
}

function isEvidence(evidence: Evidence): boolean {
  if (evidence.channel === 'counter') return isSignature(evidence.signature)
  return evidence.channel !== 'call' || evidence.readBack
}
