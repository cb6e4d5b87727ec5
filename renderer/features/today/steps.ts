import type { JobCard } from '../../../core/contract/views.ts'
import { isWaiting } from '../../../core/domain/consent/state.ts'
import type { JobCommand, JobCommandType } from '../../../core/domain/job/commands.ts'
import { settleNeed } from '../bill/settlement.ts'
import type { BoardRow } from './boardRows.ts'

/** The commands that take a job one step on. */
export type StepCommand = Extract<JobCommand, { readonly type: 'checkIn' | 'startWork' | 'resumeWork' | 'finishWork' | 'handOver' }>

/**
 * What Enter and the one filled button of a row do. `place`: a bay and a mechanic are to be chosen; `consent`: the open request;
 * `settle`: payment, or what differs before it; `reason`: opens why it waits.
 */
export type NextStep =
  | { readonly kind: 'command'; readonly command: StepCommand }
  | { readonly kind: 'place'; readonly type: 'resumeWork' }
  | { readonly kind: 'consent'; readonly type: 'answerConsent' }
  | { readonly kind: 'settle'; readonly type: 'handOver' }
  | { readonly kind: 'reason' }

/** What normally comes next for a row; null when nothing does or the person at the desk may not. */
export function nextStep(row: BoardRow, may: (command: JobCommandType) => boolean): NextStep | null {
  if (row.lane === 'work' && isAsked(row.card) && may('answerConsent')) return { kind: 'consent', type: 'answerConsent' }
  const step = anyStep(row)
  if (step === null || step.kind === 'reason') return step
  if (may(step.kind === 'command' ? step.command.type : step.type)) return step
  return row.lane === 'waiting' ? { kind: 'reason' } : null
}

/** Work that waits for the customer's word goes on with it. */
export function isAsked(card: Pick<JobCard, 'account'> | null): boolean {
  const state = card?.account.consent?.state
  return state !== undefined && isWaiting(state)
}

function anyStep(row: BoardRow): NextStep | null {
  switch (row.lane) {
    case 'expected':
      return { kind: 'command', command: { type: 'checkIn', jobId: row.card.jobId } }
    case 'waiting': {
      const { jobId, row: place } = row.card
      if (place.turn.kind === 'wait') return { kind: 'reason' }
      const { bayId, mechanicId } = place.turn
      return { kind: 'command', command: { type: 'startWork', jobId, bayId, mechanicId, overrideReason: null } }
    }
    case 'work': {
      if (row.card === null) return null
      const { jobId, phase, bayId, mechanicId, pause } = row.card
      if (phase === 'inWork') return { kind: 'command', command: { type: 'finishWork', jobId } }
      if (pause?.freesBay === true) return { kind: 'place', type: 'resumeWork' }
      return { kind: 'command', command: { type: 'resumeWork', jobId, bayId, mechanicId } }
    }
    case 'ready':
      return settleNeed(row.card.account) === null
        ? { kind: 'command', command: { type: 'handOver', jobId: row.card.jobId, payments: [], debt: null } }
        : { kind: 'settle', type: 'handOver' }
    default:
      return row satisfies never
  }
}
