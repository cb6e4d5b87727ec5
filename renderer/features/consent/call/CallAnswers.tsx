import type { ConsentItem, Decision } from '../../../../core/domain/consent/types.ts'
import { itemRial } from '../../../../core/domain/consent/state.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Money } from '../../../ui/Money.tsx'
import { Segmented } from '../../../ui/RadioGroup.tsx'
import { ConditionButton } from '../counter/ConditionButton.tsx'
import { answerOf, type CounterDraft } from '../counter/counterDraft.ts'

const decisions = ['accepted', 'refused', 'later'] as const

type CallAnswersProps = {
  readonly items: readonly ConsentItem[]
  readonly draft: CounterDraft
  readonly onPress: (itemNo: number, decision: Decision) => void
  readonly onCondition: (itemNo: number, condition: string) => void
}

/** Item by item, as it is said. */
export function CallAnswers({ items, draft, onPress, onCondition }: CallAnswersProps) {
  const text = useText()
  const format = useFormat()
  return (
    <ol className="call-answers" aria-label={text('consent.call.answers')}>
      {items.map((item) => {
        const { itemNo, title, price } = item
        const answer = answerOf(draft, itemNo)
        return (
          <li key={itemNo}>
            <p>
              <em>{format.digits(itemNo)}</em>
              <span>
                <bdi>{title}</bdi>
              </span>
              <b>
                <Money rial={itemRial(price)} />
              </b>
            </p>
            <div className="line">
              <Segmented
                label={text('consent.counter.answerOf', { itemNo, title })}
                choices={decisions.map((id) => ({ id, label: text(`consent.call.decision.${id}`) }))}
                value={answer?.decision ?? null}
                onChange={(decision) => onPress(itemNo, decision)}
              />
              <ConditionButton
                itemNo={itemNo}
                condition={answer?.condition ?? ''}
                onCondition={(condition) => onCondition(itemNo, condition)}
                size="sm"
              />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
