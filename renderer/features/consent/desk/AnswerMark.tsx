import type { ItemAnswer } from '../../../../core/domain/consent/types.ts'
import { useText } from '../../../i18n/text.ts'
import { Icon, type IconName } from '../../../ui/Icon.tsx'

const marks: Readonly<Record<ItemAnswer['decision'], IconName>> = { accepted: 'check', refused: 'cross', later: 'clock' }

/** What the customer has pressed for one item, before anything is recorded. */
export function AnswerMark({ answer }: { answer: ItemAnswer | null }) {
  const text = useText()
  if (answer === null) return <span className="answer-mark none">{text('consent.live.pressed.none')}</span>
  return (
    <span className={`answer-mark ${answer.decision}`}>
      <Icon name={marks[answer.decision]} size="m" />
      {text(`consent.live.pressed.${answer.decision}`)}
      {answer.condition !== '' && <small>{text('consent.live.condition', { condition: answer.condition })}</small>}
    </span>
  )
}
