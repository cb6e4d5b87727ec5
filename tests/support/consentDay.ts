import type { ConsentId, JobId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import type { Outcome } from '../../core/contract/contract.ts'
import type { ConsentView, JobAccount } from '../../core/contract/views.ts'
import type { NewConsentItem } from '../../core/domain/consent/commands.ts'
import type { Decision } from '../../core/domain/consent/types.ts'
import type { Command } from '../support/service.ts'
import { customer, item, quantity, shownText, signature, spec } from './consents.ts'
import { car } from './garage.ts'
import type { openTestGarage } from './service.ts'

export type OpenGarage = Pick<ReturnType<typeof openTestGarage>, 'service' | 'act' | 'input' | 'named' | 'clock'>

export function jobOf(outcome: Outcome): JobId {
  if (!outcome.ok || outcome.value.jobId === null) throw new Error(JSON.stringify(outcome))
  return outcome.value.jobId
}

/** Four litres of oil at 14,000,000 beside the first service of the list. */
export function openVisit({ service }: Pick<OpenGarage, 'service'>, plate = '47د526ایران88') {
  const first = service.garage()?.services[0]
  if (first === undefined) throw new Error('the garage has services')
  return {
    type: 'openVisit',
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car(plate),
    serviceIds: [first.serviceId],
    materials: [{ spec: spec('روغن موتور', 'بهران', '10W-40'), quantity: quantity(4, 'litre'), priceRial: rial(14_000_000) }],
    note: '',
    plateSeenTwice: false,
  } as const
}

/** A visit that is being worked on. */
export function carInWork(open: OpenGarage, plate?: string): JobId {
  const jobId = jobOf(open.act(openVisit(open, plate)))
  const turn = open.service.today()?.waiting.find((card) => card.jobId === jobId)?.row.turn
  if (turn?.kind !== 'start') throw new Error(JSON.stringify(turn))
  surely(open, { type: 'startWork', jobId, bayId: turn.bayId, mechanicId: turn.mechanicId, overrideReason: null })
  return jobId
}

export function surely(open: OpenGarage, command: Command): void {
  const outcome = open.act(command)
  if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.error)}`)
}

export function accountOf(open: Pick<OpenGarage, 'service'>, jobId: JobId): JobAccount {
  const page = open.service.job(jobId)
  if (page === null) throw new Error('the job has a page')
  return page.account
}

export function newestConsent(open: Pick<OpenGarage, 'service'>, jobId: JobId): ConsentView {
  const view = accountOf(open, jobId).consents[0]
  if (view === undefined) throw new Error('somebody was asked')
  return view
}

/** Asks and puts it before the customer. */
export function askAtCounter(open: OpenGarage, jobId: JobId, items: readonly NewConsentItem[] = [item()]): ConsentId {
  surely(open, { type: 'askConsent', jobId, items, replaces: null })
  const { consentId } = newestConsent(open, jobId).consent
  surely(open, { type: 'showConsent', jobId, consentId, channel: 'counter', text: shownText })
  return consentId
}

export function answer(open: Pick<OpenGarage, 'service'>, jobId: JobId, decisions: readonly Decision[]) {
  const { consentId, snapshotHash } = newestConsent(open, jobId).consent
  return {
    type: 'answerConsent',
    jobId,
    consentId,
    snapshotHash,
    text: shownText,
    answers: decisions.map((decision, index) => ({ itemNo: index + 1, decision, condition: '' })),
    decidedBy: customer,
    evidence: { channel: 'counter', signature },
  } as const
}

/** What the page keeps while the customer presses and signs. */
export function draft(open: Pick<OpenGarage, 'service'>, jobId: JobId) {
  const { consentId, snapshotHash } = newestConsent(open, jobId).consent
  const answers = [{ itemNo: 1, decision: 'accepted', condition: '' } as const]
  return { consentId, jobId, snapshotHash, channel: 'counter', answers, decidedBy: customer, signature } as const
}
