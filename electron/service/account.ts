import type { ConsentId, EventId } from '../../core/basics/ids.ts'
import { maxRial, rial, type Rial } from '../../core/basics/rial.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { CardAccount, ConsentDraft, ConsentView, JobAccount } from '../../core/contract/views.ts'
import { gradeOf, itemState, requestState } from '../../core/domain/consent/state.ts'
import type { Consent } from '../../core/domain/consent/types.ts'
import type { Garage } from '../../core/domain/garage/types.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { closingRows, differences, proposedLines } from '../../core/domain/pricing/account.ts'
import { capMeter } from '../../core/domain/pricing/meter.ts'
import { vatHeldRial, vatPermyriadOn } from '../../core/domain/pricing/vat.ts'
import { dayOf } from '../../core/persian/workingCalendar.ts'
import { actorName } from './actorName.ts'

/** What a card of the board says of money and consent. */
export function cardAccount(job: Job, nowUtcMs: UtcMs): CardAccount {
  const meter = capMeter(job)
  const toPayRial = amountToPay(job, meter.toPayRial)
  const asked = job.consents.findLast((consent) => consent.answer !== null || isOpen(consent))
  return {
    usedRial: meter.usedRial,
    toPayRial,
    paidRial: meter.paidRial,
    leftRial: rial(Math.max(0, toPayRial - meter.paidRial)),
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
    openFindings: job.findings.filter(({ findingId, droppedFor }) => droppedFor === null && askedAbout(job, findingId) === null).length,
    differences: differences(job).length,
    alarms: job.alarms.length,
  }
}

/** The whole account of a job's page. `drafts`: what is kept of answers that are being given. */
export function jobAccount(job: Job, garage: Garage, drafts: readonly ConsentDraft[], nowUtcMs: UtcMs): JobAccount {
  const meter = capMeter(job)
  const named = (actor: Parameters<typeof actorName>[1]) => actorName(garage, actor)
  const vatPermyriad = job.bill?.vatPermyriad ?? vatPermyriadOn(garage.vatRates, dayOf(nowUtcMs, garage.hours))
  return {
    offer: job.offer,
    facts: job.facts,
    rows: closingRows(job),
    differences: differences(job),
    meter,
    findings: job.findings.map((finding) => ({ finding, byName: named(finding.by), consentId: askedAbout(job, finding.findingId) })),
    consents: job.consents.map((consent) => consentView(consent, drafts, garage, nowUtcMs)).toReversed(),
    uses: job.uses.map((use) => ({ use, byName: named(use.by) })),
    bill: job.bill,
    proposedLines: proposedLines(job),
    vatRial: vatHeldRial(amountToPay(job, meter.toPayRial), vatPermyriad),
    vatPermyriad,
    payments: job.payments.map((payment) => ({ ...payment, byName: named(payment.by) })),
    debt: job.debt && { ...job.debt, byName: named(job.debt.by) },
    alarms: job.alarms,
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

/** The newest request that still asks about a finding or was answered on it; one that an edit took the place of, or that was put off, does not count. */
function askedAbout(job: Job, findingId: EventId): ConsentId | null {
  const asks = (consent: Consent): boolean =>
    consent.snapshot.items.some((item) => {
      const state = itemState(consent, item.itemNo)
      return item.findingId === findingId && state !== 'voided' && state !== 'superseded' && state !== 'later'
    })
  return job.consents.findLast(asks)?.consentId ?? null
}

function isOpen(consent: Consent): boolean {
  return consent.items.some((item) => item.state === 'pending')
}

/** Of the bill; before there is one, what it would be now. */
function amountToPay(job: Job, billedRial: Rial): Rial {
  if (job.bill !== null) return billedRial
  return rial(
    Math.min(
      maxRial,
      proposedLines(job).reduce((sum: number, line) => sum + line.amountRial, 0),
    ),
  )
}
