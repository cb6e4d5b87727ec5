import { useIsMutating } from '@tanstack/react-query'
import { Button as AriaButton } from 'react-aria-components'
import type { Person } from '../../../core/domain/garage/types.ts'
import { useConnectionState } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Time } from '../../ui/Moment.tsx'
import { useSlow } from '../../ui/useSlow.ts'

type BayHeaderProps = { readonly person: Person; readonly bayName: string | null; readonly onChange: () => void }

/** Whose phone this is, where he works, and whether what he pressed has arrived. */
export function BayHeader({ person, bayName, onChange }: BayHeaderProps) {
  const text = useText()
  return (
    <header className="bay-head">
      <AriaButton className="me" onPress={onChange}>
        <b>
          <bdi>{person.name}</bdi>
        </b>
        <Icon name="arrowDown" size="s" />
        <span className="vh">{text('mechanic.notMe')}</span>
      </AriaButton>
      {bayName !== null && <span className="where">{bayName}</span>}
      <Sent />
      <Time at={useMinute()} />
    </header>
  )
}

/** Calls wait while the service is away and go out when it is back: said, so that nobody presses twice. */
function Sent() {
  const text = useText()
  const isLost = useConnectionState() === 'lost'
  const underWay = useIsMutating()
  const isWaiting = useSlow(underWay > 0)
  const state = isWaiting ? 'pending' : isLost ? 'offline' : 'sent'
  return (
    <output className={`sync ${state}`}>
      <Icon name={isWaiting ? 'cloudUp' : isLost ? 'cloudOff' : 'cloudDone'} />
      {isWaiting ? text('mechanic.waiting', { count: underWay }) : text(isLost ? 'mechanic.lost' : 'mechanic.connected')}
    </output>
  )
}
