import { ToggleButton } from 'react-aria-components'
import type { Sha256Hex } from '../../../../core/basics/ids.ts'
import type { Decision, ItemAnswer, SafetyGrade } from '../../../../core/domain/consent/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Photos } from '../Photos.tsx'
import { SafetyMark } from '../SafetyMark.tsx'
import type { ShownItem } from '../shown.ts'
import { ConditionButton } from './ConditionButton.tsx'
import { decisionKeys } from './useCounterKeys.ts'

type CounterItemProps = {
  readonly item: ShownItem
  readonly unit: string
  readonly photos: readonly Sha256Hex[]
  readonly safety: SafetyGrade
  readonly answer: ItemAnswer | null
  readonly isCurrent: boolean
  readonly onPress: (decision: Decision) => void
  readonly onCondition: (condition: string) => void
}

export function CounterItem({ item, unit, photos, safety, answer, isCurrent, onPress, onCondition }: CounterItemProps) {
  const text = useText()
  const format = useFormat()
  const { itemNo, title, facts, reason, ifRefused, alternatives, oldPart, amount, priceParts } = item
  const decision = answer?.decision ?? null
  const look = `counter-item ${decision ?? ''} ${isCurrent ? 'current' : ''} ${photos.length === 0 ? 'bare' : ''}`
  return (
    <li className={look} data-item-no={itemNo} {...(isCurrent ? { 'aria-current': 'step' } : {})}>
      {photos.length > 0 && (
        <div className={`photos ${photos.length > 1 ? 'two' : ''}`}>
          <Photos hashes={photos} of={title} most={2} />
        </div>
      )}
      <div className="words">
        <h2>
          <span>{format.digits(itemNo)}</span> <bdi>{title}</bdi>
        </h2>
        <p className="facts">
          <SafetyMark grade={safety} />
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {/* The label is read out; for the eye the sentence stands on its own. */}
        <p className="why">
          <span className="vh">{reason.label}</span> <bdi>{reason.say}</bdi>
        </p>
        <p>
          <b>{ifRefused.label}</b> <bdi>{ifRefused.say}</bdi>
        </p>
        {alternatives !== null && (
          <p>
            <b>{alternatives.label}</b> <bdi>{alternatives.say}</bdi>
          </p>
        )}
        {(oldPart !== null || priceParts !== null) && (
          <p className="fine">
            {oldPart} {priceParts}
          </p>
        )}
      </div>
      <div className="answer">
        <p className="amount">
          <b>
            <bdi>{amount}</bdi>
          </b>{' '}
          {unit}
        </p>
        <fieldset>
          <legend className="vh">{text('consent.counter.answerOf', { itemNo, title })}</legend>
          <Choice decision="accepted" icon="check" chosen={decision} hasKey={isCurrent} onPress={onPress} />
          <Choice decision="refused" icon="cross" chosen={decision} hasKey={isCurrent} onPress={onPress} />
          <div className="rest">
            <Choice decision="later" icon="clock" chosen={decision} hasKey={isCurrent} onPress={onPress} />
            <ConditionButton itemNo={itemNo} condition={answer?.condition ?? ''} onCondition={onCondition} />
          </div>
        </fieldset>
      </div>
    </li>
  )
}

type ChoiceProps = {
  readonly decision: Decision
  readonly icon: IconName
  readonly chosen: Decision | null
  readonly hasKey: boolean
  readonly onPress: (decision: Decision) => void
}

/** Yes and no have one size and one weight; a second press on the same leaves it as it is. */
function Choice({ decision, icon, chosen, hasKey, onPress }: ChoiceProps) {
  const text = useText()
  return (
    <ToggleButton className={`choice ${decision}`} isSelected={chosen === decision} onChange={() => onPress(decision)}>
      {(decision !== 'later' || chosen === 'later') && <Icon name={icon} size={decision === 'later' ? 'm' : 'l'} />}
      {text(`consent.counter.choice.${decision}`)}
      {hasKey && !(decision === 'later' && chosen === 'later') && <Kbd keys={decisionKeys[decision]} />}
    </ToggleButton>
  )
}
