import { useText } from '../../../i18n/text.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { decisionKeys } from './useCounterKeys.ts'

/** Hidden where there is no keyboard to speak of (styles/counter.css). */
export function CounterKeys() {
  const text = useText()
  return (
    <p className="counter-keys">
      <Kbd keys="↑ ↓" /> {text('consent.counter.keys.move')}
      <Kbd keys={decisionKeys.accepted} /> {text('consent.counter.choice.accepted')}
      <Kbd keys={decisionKeys.refused} /> {text('consent.counter.choice.refused')}
      <Kbd keys={decisionKeys.later} /> {text('consent.counter.choice.later')}
      <Kbd keys="↵" /> {text('consent.counter.keys.record')}
    </p>
  )
}
