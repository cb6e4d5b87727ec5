import { useConnectionState, useToday } from '../client/queries.ts'
import { useText } from '../i18n/text.ts'
import { Icon } from '../ui/Icon.tsx'
import { Spinner } from '../ui/Spinner.tsx'

/** What is wrong with the house, calmly, under the top bar: nothing is lost, and what to do. */
export function Notes() {
  const text = useText()
  const isLost = useConnectionState() === 'lost'
  const clock = useToday().data?.clock ?? 'ok'
  return (
    <output className="notes">
      {isLost && (
        <span>
          <Spinner />
          {text('frame.connectionLost')}
        </span>
      )}
      {clock !== 'ok' && (
        <span>
          <Icon name="warning" size="m" />
          {text(clock === 'behind' ? 'frame.clockBehind' : 'frame.clockJumped')}
        </span>
      )}
    </output>
  )
}
