import { assertNever } from '../../../core/basics/assertNever.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import type { CommandType } from '../../../core/domain/commands.ts'
import type { Difference } from '../../../core/domain/pricing/closing.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { openConsent } from '../consent/openConsent.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { differenceTitle, type Resolution, resolutions } from './resolutions.ts'

export type WayOut = { readonly key: string; readonly label: string; readonly onPress: () => void }
export type DifferenceWords = {
  readonly key: string
  readonly say: string
  /** What the person at the desk may do about it, what is most likely meant first. */
  readonly ways: readonly WayOut[]
}

/** Differences in words, each with its ways out as presses. */
export function useDifferences(job: JobPage, ask: (question: JobQuestion) => void) {
  const text = useText()
  const format = useFormat()
  const { run, may, isSending } = useJobActions()
  const { card, account } = job
  const { jobId } = card

  const say = (difference: Difference): string => {
    const title = differenceTitle(account, difference)
    switch (difference.code) {
      case 'billedNotUsed':
        return text('job.fix.billed', { title, used: format.quantity(difference.used), billed: format.quantity(difference.billed) })
      case 'untouched':
        return text('job.fix.untouched', { title })
      case 'consentUnanswered':
        return text('job.fix.consent')
      default:
        return assertNever(difference)
    }
  }
  const wayOf = (resolution: Resolution, difference: Difference): WayOut => {
    const { kind } = resolution
    switch (kind) {
      case 'setBill':
        return way(kind, text('job.fix.setBill', { quantity: format.quantity(resolution.to) }), () => void run(resolution.command, card))
      case 'logUsed':
        return way(
          kind,
          text('job.fix.logUsed', { quantity: format.quantity(resolution.quantity) }),
          () => void run(resolution.command, card),
        )
      case 'takeOffBill':
      case 'startItem':
        return way(kind, text(`job.fix.${kind}`), () => void run(resolution.command, card))
      case 'leaveOut':
        return question(kind, () => ask({ kind, jobId, basis: resolution.basis }))
      case 'takeBackPart':
        return question(kind, () => ask({ kind, jobId, useId: resolution.useId }))
      case 'answer':
        return question(kind, () => openConsent(jobId))
      case 'dropConsent':
        return question(
          kind,
          () => difference.code === 'consentUnanswered' && ask({ kind: 'dropConsent', jobId, consentId: difference.consentId }),
        )
      default:
        return assertNever(kind)
    }
  }
  const question = (kind: 'leaveOut' | 'takeBackPart' | 'answer' | 'dropConsent', onPress: () => void): WayOut => ({
    key: kind,
    label: text(`job.fix.${kind}`),
    onPress,
  })
  const words = account.differences.map((difference, index): DifferenceWords => ({
    key: difference.code === 'consentUnanswered' ? difference.consentId : `${difference.code} ${index}`,
    say: say(difference),
    ways: resolutions(jobId, account, difference)
      .filter((resolution) => may(rightOf(resolution.kind)))
      .map((resolution) => wayOf(resolution, difference)),
  }))
  return { words, isSending }
}

function rightOf(kind: Resolution['kind']): CommandType {
  switch (kind) {
    case 'setBill':
    case 'takeOffBill':
      return 'setBill'
    case 'logUsed':
      return 'logPart'
    case 'answer':
      return 'answerConsent'
    case 'startItem':
    case 'leaveOut':
    case 'takeBackPart':
    case 'dropConsent':
      return kind
    default:
      return assertNever(kind)
  }
}

function way(key: Resolution['kind'], label: string, onPress: () => void): WayOut {
  return { key, label, onPress }
}
