import type { ActorId } from '../../../core/basics/ids.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import { isClosed } from '../../../core/domain/job/phases.ts'
import { leftOfUse } from '../../../core/domain/materials/uses.ts'
import { basisKey } from '../../../core/domain/pricing/basis.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'
import type { Format } from '../../i18n/format.ts'
import { isolated } from '../../i18n/interpolate.ts'
import { specText } from '../../i18n/mismatchText.ts'
import type { Text } from '../../i18n/text.ts'
import { requestHref } from '../consent/openConsent.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import type { Fact } from './Facts.tsx'

/** What a row's facts are written with, and what can be done from them. */
export type FactWriting = {
  readonly text: Text
  readonly format: Format
  readonly nameOf: (actorId: ActorId) => string
  readonly may: (command: 'takeBackPart' | 'takeIn' | 'leaveOut') => boolean
  readonly ask: (question: JobQuestion) => void
  readonly takeIn: (row: ClosingRow) => void
}

/** Where what was asked for comes from: the price list, the file, the offer. */
export function requestedFacts(job: JobPage, row: ClosingRow, { text, format }: FactWriting): readonly Fact[] {
  const { basis, spec, requested, agreedRial, title } = row
  const service = basis.kind === 'service' ? job.card.services.find(({ serviceId }) => serviceId === basis.serviceId) : undefined
  return [
    spec === null
      ? {
          key: 'what',
          what: title,
          ...(service === undefined ? {} : { say: text('job.facts.service', { minutes: format.minutes(service.quotedMin) }) }),
        }
      : { key: 'what', what: specText(spec, text), say: requested === null ? '' : format.quantity(requested) },
    ...(service === undefined ? [] : [{ key: 'list', what: text('job.facts.quotedAt'), amount: format.money(service.priceRial) }]),
    {
      key: 'agreed',
      what: text(job.card.acceptedRial === null && job.account.offer === null ? 'job.facts.agreed' : 'job.facts.share'),
      amount: format.money(agreedRial),
      isSum: true,
    },
  ]
}

/** Who asked, who answered, how and when; the record is one press away. */
export function consentedFacts(
  job: JobPage,
  { basis, consented, agreedRial }: ClosingRow,
  { text, format, nameOf }: FactWriting,
): readonly Fact[] {
  if (basis.kind !== 'consent') return []
  const view = job.account.consents.find(({ consent }) => consent.consentId === basis.consentId)
  if (view === undefined) return []
  const { consent, state } = view
  const { snapshot, answer } = consent
  return [
    {
      key: 'request',
      what: text('job.facts.request', { no: snapshot.consentNo, state: text(`domain.requestState.${state}`) }),
      say:
        answer === null
          ? text('job.facts.notAnswered', { at: format.time(snapshot.askedAtUtcMs) })
          : text('job.facts.answeredBy', {
              name: answer.decidedBy.name,
              relation: text(`domain.relation.${answer.decidedBy.relation}`),
              channel: text(`domain.channel.${answer.evidence.channel}`),
              at: format.time(answer.decidedAtUtcMs),
            }),
      link: { label: text('job.facts.openRecord'), href: requestHref(job.card.jobId, consent.consentId) },
    },
    { key: 'by', what: text('job.consents.askedBy', { asked: nameOf(snapshot.askedBy) }) },
    ...(consented === null ? [] : [{ key: 'agreed', what: format.quantity(consented), amount: format.money(agreedRial), isSum: true }]),
  ]
}

/** Every logged use of the row, with its take-back. */
export function usedFacts(job: JobPage, row: ClosingRow, writing: FactWriting): readonly Fact[] {
  const { text, format, may, ask } = writing
  const key = basisKey(row.basis)
  const uses = job.account.uses.filter(({ use }) => basisKey(use.basis) === key)
  if (!row.hasPart) return row.used.milli === 0 ? [nothingUsed(text)] : [{ key: 'done', what: doneWords(row, text) }]
  if (uses.length === 0) return [nothingUsed(text)]
  return uses.map(({ use, byName }) => {
    const { useId, part, quantity, takenBackMilli, atUtcMs, source } = use
    const isAllBack = leftOfUse(use).milli === 0
    const back =
      takenBackMilli === 0 ? [] : [text('job.facts.takenBack', { quantity: format.quantity({ ...quantity, milli: takenBackMilli }) })]
    const logged = text('job.facts.loggedBy', {
      by: byName ?? text('domain.system'),
      at: format.time(atUtcMs),
      source: text(`domain.partSource.${source}`),
    })
    return {
      key: useId,
      what: [isolated(specText(part, text)), format.quantity(quantity)].join(text('common.comma')),
      say: [logged, ...(isAllBack ? [text('job.uses.allBack')] : back)].join(text('common.semicolon')),
      ...(isAllBack || !may('takeBackPart') || job.phase === 'handedOver'
        ? {}
        : { action: { label: text('job.uses.back'), onPress: () => ask({ kind: 'takeBackPart', jobId: job.card.jobId, useId }) } }),
    }
  })
}

function doneWords({ basis }: ClosingRow, text: Text): string {
  return text(basis.kind === 'service' ? 'job.facts.doneAtFinish' : 'job.closing.done')
}

function nothingUsed(text: Text): Fact {
  return { key: 'nothing', what: text('job.facts.notUsed') }
}

/** What stands on the bill for the row, against what its use comes to. */
export function billedFacts(job: JobPage, row: ClosingRow, { text, format, nameOf }: FactWriting): readonly Fact[] {
  const { bill } = job.account
  if (bill === null || row.billed === null || row.billedRial === null) return [{ key: 'none', what: text('job.facts.noBill') }]
  return [
    { key: 'by', what: text('job.facts.billBy', { by: nameOf(bill.by), at: format.time(bill.setAtUtcMs) }) },
    { key: 'billed', what: text('job.facts.billedSum'), say: format.quantity(row.billed), amount: format.money(row.billedRial) },
    { key: 'used', what: text('job.facts.usedSum'), say: format.quantity(row.used), amount: format.money(row.usedRial) },
  ]
}

/** From the whole agreed amount to what is used and asked of it; a line can be left out or taken in again from here. */
export function amountFacts(job: JobPage, row: ClosingRow, writing: FactWriting): readonly Fact[] {
  const { text, format, may, ask, takeIn } = writing
  const { basis, agreedRial, usedRial, billedRial, requested, consented, used, state } = row
  const quantity = requested ?? consented
  const isOpen = !isClosed(job.phase)
  return [
    {
      key: 'agreed',
      what: text('job.facts.agreed'),
      ...(quantity === null ? {} : { say: format.quantity(quantity) }),
      amount: format.money(agreedRial),
      ...(isOpen && state === 'agreed' && used.milli === 0 && may('leaveOut')
        ? { action: { label: text('job.fix.leaveOut'), onPress: () => ask({ kind: 'leaveOut', jobId: job.card.jobId, basis }) } }
        : {}),
      ...(isOpen && state === 'leftOut' && may('takeIn')
        ? { action: { label: text('jobActions.takeIn'), onPress: () => takeIn(row) } }
        : {}),
    },
    { key: 'used', what: text('job.facts.usedSum'), say: format.quantity(used), amount: format.money(usedRial) },
    ...(billedRial === null ? [] : [{ key: 'billed', what: text('job.facts.billedSum'), amount: format.money(billedRial), isSum: true }]),
  ]
}
