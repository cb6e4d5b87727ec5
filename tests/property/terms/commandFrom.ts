import type { EventId } from '../../../core/basics/ids.ts'
import { addMinutes, type UtcMs } from '../../../core/basics/instant.ts'
import { rial, type Rial } from '../../../core/basics/rial.ts'
import type { Decision } from '../../../core/domain/consent/types.ts'
import type { JobCommand } from '../../../core/domain/job/commands.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import type { GivenPart } from '../../../core/domain/materials/types.ts'
import { agreedLines, type AgreedLine } from '../../../core/domain/pricing/agreed.ts'
import { proposedLines } from '../../../core/domain/pricing/account.ts'
import { leftToPayRial } from '../../../core/domain/pricing/bill.ts'
import { paymentMethods } from '../../../core/domain/pricing/types.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { customer, dot, item, labour, part, quantity, shownText, signature, spec } from '../../support/consents.ts'
import { bays, brakes, dynamo, mechanic, oil } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'

/** Small choices out of one number, so that a failing sequence shrinks to small numbers. */
function chooser(number: number) {
  let left = number
  const below = (count: number): number => {
    const choice = left % count
    left = Math.floor(left / count)
    return choice
  }
  return { below, from: <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0] }
}

const jobCommands = [
  'workOn',
  'askOn',
  'askOn',
  'askOn',
  'askOn',
  'logPart',
  'logPart',
  'takeBackPart',
  'requestMaterials',
  'reportFinding',
  'askConsent',
  'askConsent',
  'showConsent',
  'showConsent',
  'answerConsent',
  'answerConsent',
  'answerConsent',
  'withdrawConsent',
  'dropConsent',
  'startItem',
  'takeBackStart',
  'withdrawStep',
  'leaveOut',
  'takeIn',
  'setBill',
  'setBill',
  'setBill',
  'takePayment',
  'takePayment',
  'refundPayment',
  'recordDebt',
  'handOver',
  'correctDetails',
  'cancelJob',
] as const

/** A command that may well make sense for the job as it stands, and may as well not: amounts, items and lines are a little off now and then. */
export function commandFrom(job: Job, number: number, nowUtcMs: UtcMs): JobCommand {
  const { below, from } = chooser(number)
  const { jobId } = job
  const consent = job.consents.toReversed()[below(3) === 0 ? 1 : 0] ?? job.consents.at(-1)
  const consentId = consent?.consentId ?? testId(9)
  const itemNo = 1 + below(2)
  switch (jobCommands[below(jobCommands.length)] ?? 'workOn') {
    case 'workOn':
      return workOn(job)
    case 'askOn':
      return askOn(job, below(4))
    case 'logPart': {
      const line = pick(agreedLines(job), below)
      const basis = below(3) === 0 ? null : (line?.basis ?? null)
      const unit = below(9) === 0 ? 'metre' : (line?.quantity.unit ?? 'piece')
      return {
        type: 'logPart',
        jobId,
        basis,
        part: partOf(line, below),
        quantity: { milli: from([1000, 500, 2000, 3500, 4000]), unit },
        source: 'hand',
      }
    }
    case 'takeBackPart': {
      const useId = pick(job.uses, below)?.useId ?? testId<EventId>(8)
      return { type: 'takeBackPart', jobId, useId, milli: from([1000, 500, 2000]), reason: '' }
    }
    case 'requestMaterials':
      return {
        type: 'requestMaterials',
        jobId,
        materials: below(2) === 0 ? [] : [{ spec: spec('فیلتر'), quantity: quantity(1), priceRial: rial(700_000) }],
      }
    case 'reportFinding':
      return { type: 'reportFinding', jobId, title: 'نشتی', note: '', grade: 'soon', photos: [] }
    case 'askConsent': {
      const items = [
        item({
          quantity: quantity(from([1, 2])),
          price: { partRial: rial(from([1, 8_000_000])), labourRial: rial(below(3) * 500), taxRial: rial(0) },
        }),
        labour,
      ].slice(0, 1 + below(2))
      const replaces = below(2) === 0 || consent === undefined ? null : { consentId, itemNos: [itemNo] }
      return { type: 'askConsent', jobId, items, replaces }
    }
    case 'showConsent':
      return { type: 'showConsent', jobId, consentId, channel: from(['counter', 'counter', 'call']), text: shownText }
    case 'answerConsent': {
      const decisions: readonly [Decision, ...Decision[]] = ['accepted', 'accepted', 'refused', 'later']
      const asked = consent?.snapshot.items ?? []
      const answers = asked.map((each) => ({ itemNo: each.itemNo, decision: from(decisions), condition: '' }))
      return {
        type: 'answerConsent',
        jobId,
        consentId,
        snapshotHash: (below(9) === 0 ? job.consents[0] : consent)?.snapshotHash ?? shaOfNothing,
        text: shownText,
        answers,
        decidedBy: customer,
        evidence: below(4) === 0 ? byCall(nowUtcMs, below(6) > 0) : { channel: 'counter', signature: below(12) === 0 ? dot : signature },
      }
    }
    case 'withdrawConsent':
      return { type: 'withdrawConsent', jobId, consentId, itemNos: [itemNo], by: customer, reason: '' }
    case 'dropConsent':
      return { type: 'dropConsent', jobId, consentId, reason: 'لازم نیست' }
    case 'startItem':
      return { type: 'startItem', jobId, consentId, itemNo }
    case 'leaveOut':
      return {
        type: 'leaveOut',
        jobId,
        basis: pick(agreedLines(job), below)?.basis ?? { kind: 'material', lineNo: 9 },
        reason: 'موجود نبود',
      }
    case 'takeIn':
      return { type: 'takeIn', jobId, basis: pick(job.leftOut, below)?.basis ?? { kind: 'material', lineNo: 9 } }
    case 'setBill':
      return setBill(job, below)
    case 'takePayment': {
      const left = leftToPayRial(job) ?? rial(1000)
      return { type: 'takePayment', jobId, payment: { method: from(cashFirst), amountRial: about(left, below), reference: '' } }
    }
    case 'refundPayment': {
      const payment = pick(job.payments, below)
      const amountRial = about(payment?.amountRial ?? rial(1000), below)
      return {
        type: 'refundPayment',
        jobId,
        paymentId: payment?.paymentId ?? testId<EventId>(7),
        amountRial,
        method: 'cash',
        reason: 'برگشت',
      }
    }
    case 'recordDebt':
      return { type: 'recordDebt', jobId, debt: { amountRial: about(leftToPayRial(job) ?? rial(0), below), dueDate: null, note: '' } }
    case 'handOver': {
      const left = leftToPayRial(job) ?? rial(proposedLines(job).reduce((sum, line) => sum + line.amountRial, 0))
      return {
        type: 'handOver',
        jobId,
        payments: left === 0 ? [] : [{ method: 'card', amountRial: about(left, below), reference: '' }],
        debt: null,
      }
    }
    case 'correctDetails': {
      const { customer: who, vehicle, note } = job
      const serviceIds = from([[oil.serviceId], [oil.serviceId, brakes.serviceId], [brakes.serviceId, oil.serviceId], [dynamo.serviceId]])
      return { type: 'correctDetails', jobId, customer: who, vehicle, serviceIds, note, reason: 'اصلاح' }
    }
    case 'takeBackStart':
      return { type: 'takeBackStart', jobId, consentId, itemNo }
    case 'withdrawStep':
      return { type: 'withdrawStep', jobId, step: job.steps.at(-1)?.kind ?? 'checkIn', reason: 'اشتباه' }
    case 'cancelJob':
      return below(8) === 0 ? { type: 'cancelJob', jobId, by: 'customer', reason: 'منصرف شد' } : workOn(job)
    default:
      return { type: 'postponeConsent', jobId, consentId, callAgainAtUtcMs: addMinutes(nowUtcMs, 30), note: '' }
  }
}

function byCall(calledAtUtcMs: UtcMs, readBack: boolean) {
  const number = parseMobile('09124862175')
  if (!number.ok) throw new Error('a mobile')
  return { channel: 'call', number: number.value, calledAtUtcMs, readBack, note: '' } as const
}

const cashFirst = ['cash', ...paymentMethods] as const
const shaOfNothing = sha()

function sha() {
  const text = '0'.repeat(64)
  if (!isSha(text)) throw new Error('64 digits')
  return text
}

function isSha(text: string): text is NonNullable<Job['consents'][number]['snapshotHash']> {
  return text.length === 64
}

/** The next step of the visit, so that sequences get somewhere. */
function workOn({ phase, jobId }: Job): JobCommand {
  if (phase.kind === 'expected') return { type: 'checkIn', jobId }
  if (phase.kind === 'waiting')
    return { type: 'startWork', jobId, bayId: bays[0]?.bayId ?? testId(1), mechanicId: mechanic.personId, overrideReason: null }
  if (phase.kind === 'inWork') return { type: 'finishWork', jobId }
  return { type: 'withdrawStep', jobId, step: phase.kind === 'handedOver' ? 'handOver' : 'finish', reason: 'اشتباه' }
}

/** The next step of asking: ask, show, have a yes, and now and then take it back before anything was begun. */
function askOn({ jobId, consents }: Job, variant: number): JobCommand {
  const consent = consents.at(-1)
  if (consent === undefined) return { type: 'askConsent', jobId, items: [item(), labour], replaces: null }
  const { consentId, snapshotHash, snapshot } = consent
  if (consent.answer !== null) {
    return variant === 0
      ? { type: 'askConsent', jobId, items: [labour], replaces: null }
      : { type: 'withdrawConsent', jobId, consentId, itemNos: [variant], by: customer, reason: '' }
  }
  if (consent.shown.length === 0) return { type: 'showConsent', jobId, consentId, channel: 'counter', text: shownText }
  const answers = snapshot.items.map(({ itemNo }) => ({ itemNo, decision: 'accepted', condition: '' }) as const)
  return {
    type: 'answerConsent',
    jobId,
    consentId,
    snapshotHash,
    text: shownText,
    answers,
    decidedBy: customer,
    evidence: { channel: 'counter', signature },
  }
}

function setBill(job: Job, below: (count: number) => number): JobCommand {
  const off = below(4)
  const lines = proposedLines(job).flatMap((line, index) => {
    if (off === 1 && index === 0) return { ...line, amountRial: rial(line.amountRial + 1) }
    if (off === 2 && index === 0) return []
    if (off === 3) return { ...line, amountRial: rial(Math.floor(line.amountRial / 2)) }
    return line
  })
  const sum = lines.reduce((all, line) => all + line.amountRial, 0)
  const discount = below(3) === 0 ? { amountRial: rial(1 + below(3) * Math.floor(sum / 2)), reason: 'مشتری همیشگی' } : null
  return { type: 'setBill', jobId: job.jobId, lines, discount, replacesSetAtUtcMs: job.bill?.setAtUtcMs ?? null }
}

function about(amountRial: Rial, below: (count: number) => number): Rial {
  return rial([amountRial, amountRial, Math.floor(amountRial / 2), amountRial + 1, 0][below(5)] ?? amountRial)
}

function partOf(line: AgreedLine | undefined, below: (count: number) => number): GivenPart {
  if (line?.spec === null || line === undefined) return part('چیز دیگر')
  const { kind, brand, grade, partNo } = line.spec
  return part(kind, below(6) === 0 ? 'بی‌نام' : brand, grade, partNo)
}

function pick<T>(values: readonly T[], below: (count: number) => number): T | undefined {
  return values.length === 0 ? undefined : values[below(values.length)]
}
