import { assertNever } from '../../../core/basics/assertNever.ts'
import type { Decision, Evidence, ItemAnswer } from '../../../core/domain/consent/types.ts'
import { gradeOf } from '../../../core/domain/consent/state.ts'
import type { PlatformJobEvent } from '../../../core/domain/job/platformEvents.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import type { EntryWords } from './entryWords.ts'

/** What the customer did on the platform, in words. */
export function platformWords(event: PlatformJobEvent, text: Text, format: Format): EntryWords {
  const reason = (why: string): readonly string[] => (why.trim() === '' ? [] : [text('job.timeline.reason', { reason: why })])
  switch (event.type) {
    case 'bookingMade':
      return {
        icon: 'calendar',
        title: text('job.timeline.booked'),
        facts: [
          text('job.slot', { slot: format.dateTime(event.slotStartUtcMs) }),
          ...(event.acceptedRial === null
            ? []
            : [
                text('job.timeline.bookedAt', {
                  amount: format.money(event.acceptedRial),
                  unit: text(`common.${format.moneyUnit}`),
                }),
              ]),
        ],
      }
    case 'bookingMoved':
      return {
        icon: 'move',
        title: text('job.timeline.bookingMoved', { to: format.dateTime(event.toUtcMs) }),
        facts: [
          ...(event.fromUtcMs === null ? [] : [text('job.timeline.slotMovedFrom', { from: format.dateTime(event.fromUtcMs) })]),
          ...reason(event.reason),
        ],
      }
    case 'bookingCancelled':
      return { icon: 'forbidden', title: text('job.timeline.bookingCancelled'), facts: reason(event.reason) }
    case 'linkOpened':
      return { icon: 'eye', title: text('job.timeline.linkOpened'), facts: [] }
    case 'answerReceived':
      return answerWords(event, text, format)
    case 'visitRated':
      return {
        icon: 'star',
        title: text('job.timeline.rated', { count: event.stars }),
        facts: event.text.trim() === '' ? [] : [text('job.timeline.ratedSay', { say: event.text.trim() })],
      }
    default:
      return assertNever(event)
  }
}

type Answered = {
  readonly answers: readonly ItemAnswer[]
  readonly decidedBy: { readonly name: string }
  readonly evidence: Evidence
  readonly capAfterRial: number
}

/** An answer, whether the desk recorded it or the platform. */
export function answerWords({ answers, decidedBy, evidence, capAfterRial }: Answered, text: Text, format: Format): EntryWords {
  const count = (decision: Decision): number => answers.filter((answer) => answer.decision === decision).length
  const parts = (['accepted', 'refused', 'later'] as const)
    .filter((decision) => count(decision) > 0)
    .map((decision) => text(`job.timeline.answers.${decision}`, { count: count(decision) }))
  return {
    icon: count('accepted') > 0 ? 'done' : 'cross',
    title: text('job.timeline.answered', { answers: parts.join(text('common.comma')) }),
    facts: [
      decidedBy.name,
      text(`domain.channel.${evidence.channel}`),
      text('domain.consentGradeShort', { grade: gradeOf(evidence) }),
      text('job.timeline.capAfter', { amount: format.money(capAfterRial), unit: text(`common.${format.moneyUnit}`) }),
    ],
    ...(count('accepted') > 0 ? { look: 'done' } : {}),
  }
}
