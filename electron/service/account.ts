import type { UtcMs } from '../../core/basics/instant.ts'
import type { CardAccount, ConsentDraft, ConsentView, JobAccount } from '../../core/contract/views.ts'
import { askedAbout, gradeOf, isOpen, isToAsk, requestState } from '../../core/domain/consent/state.ts'
import type { Consent } from '../../core/domain/consent/types.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { closingRows, differences, proposedLines } from '../../core/domain/pricing/account.ts'
import { billNow } from '../../core/domain/pricing/billNow.ts'
import { capMeter } from '../../core/domain/pricing/meter.ts'
import { vatToday } from '../../core/domain/pricing/vat.ts'
import { actorName } from './actorName.ts'

/** What a card of the board says of money and consent. */
export function cardAccount(job: Job, nowUtcMs: UtcMs): CardAccount {
  const meter = capMeter(job)
  const { toPayRial, paidRial, leftRial } = billNow({ bill: job.bill, proposedLines: proposedLines(job), meter })
  const asked = job.consents.findLast((consent) => consent.answer !== null || isOpen(consent))
  return {
    usedRial: meter.usedRial,
    toPayRial,
    paidRial,
    leftRial,
    consent:
      asked === undefined
        ? null
        : {
            consentId: asked.consentId,
            state: requestState(asked, nowUtcMs),
            items: asked.items.length,
            accepted: asked.items.filter((item) => item.state === 'accepted').length,
            askedAtUtcMs: asked.snapshot.askedAtUtcMs,
          },
    openFindings: job.findings.filter((finding) => isToAsk(finding, job)).length,
    differences: differences(job).length,
    alarms: job.alarms.length,
  }
}

/** The whole account of a job's page. `drafts`: what is kept of answers that are being given. */
export function jobAccount(job: Job, garage: Garage, drafts: readonly ConsentDraft[], nowUtcMs: UtcMs): JobAccount {
  const named = (actor: Parameters<typeof actorName>[1]) => actorName(garage, actor)
  return {
    offer: job.offer,
    facts: job.facts,
    rows: closingRows(job),
    differences: differences(job),
    meter: capMeter(job),
    findings: job.findings.map((finding) => ({ finding, byName: named(finding.by), consentId: askedAbout(job, finding.findingId) })),
    consents: job.consents.map((consent) => consentView(consent, drafts, garage, nowUtcMs)).toReversed(),
    uses: job.uses.map((use) => ({ use, byName: named(use.by) })),
    bill: job.bill,
    proposedLines: proposedLines(job),
    vatPermyriad: vatToday(garage, nowUtcMs),
    payments: job.payments.map((payment) => ({ ...payment, byName: named(payment.by) })),
    debt: job.debt && { ...job.debt, byName: named(job.debt.by) },
    alarms: job.alarms,
    conflicts: job.conflicts,
    rating: job.rating,
  }
}

function consentView(consent: Consent, drafts: readonly ConsentDraft[], garage: Garage, nowUtcMs: UtcMs): ConsentView {
  const { answer, snapshot } = consent
  const stands = (draft: ConsentDraft) => draft.consentId === consent.consentId && draft.snapshotHash === consent.snapshotHash
  return {
    consent,
    state: requestState(consent, nowUtcMs),
    grade: answer && gradeOf(answer.evidence),
    askedByName: actorName(garage, snapshot.askedBy),
    recordedByName: answer && actorName(garage, answer.recordedBy),
    drafts: isOpen(consent) ? drafts.filter(stands) : [],
  }
}
