import { useState } from 'react'
import type { SyncStatus } from '../../../core/contract/syncViews.ts'
import { client } from '../../client/client.ts'
import { queryClient } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { whenWords } from '../job/when.ts'

/** Last contact, next try, live or not, this PC, the other PCs of the garage. */
export function SyncFacts({ status }: { status: SyncStatus }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  const { lastContactUtcMs, nextTryUtcMs, offlineSinceUtcMs, live, platform, network } = status
  return (
    <>
      <dl className="sync-facts">
        <div>
          <dt>{text('sync.panel.lastContact')}</dt>
          <dd>{lastContactUtcMs === null ? text('sync.panel.never') : whenWords(lastContactUtcMs, minute, format)}</dd>
        </div>
        {nextTryUtcMs !== null && (
          <div>
            <dt>{text('sync.panel.nextTry')}</dt>
            <dd>
              {nextTryUtcMs <= minute
                ? text('sync.panel.now')
                : text('sync.panel.nextTryAt', { time: whenWords(nextTryUtcMs, minute, format) })}
            </dd>
          </div>
        )}
        <div>
          <dt>{text('sync.panel.arrival')}</dt>
          <dd>
            {offlineSinceUtcMs === null
              ? text(live ? 'sync.panel.live' : 'sync.panel.notLive')
              : text('sync.panel.offlineSince', { time: whenWords(offlineSinceUtcMs, minute, format) })}
          </dd>
        </div>
        {platform !== null && (
          <div>
            <dt>{text('sync.panel.thisPc')}</dt>
            <dd>{text('sync.panel.thisPcSay', { name: platform.deviceName, no: platform.deviceNo })}</dd>
          </div>
        )}
      </dl>
      <TryNow />
      {network.peers.length > 0 && <Peers network={network} />}
    </>
  )
}

function TryNow() {
  const text = useText()
  const [isTrying, setTrying] = useState(false)
  const tryNow = async (): Promise<void> => {
    setTrying(true)
    await client.syncNow().catch(() => null)
    await queryClient.invalidateQueries({ queryKey: ['sync'] })
    setTrying(false)
  }
  return (
    <Button icon="cloudUp" isPending={isTrying} onPress={() => void tryNow()}>
      {text('sync.panel.tryNow')}
    </Button>
  )
}

function Peers({ network: { peers } }: Pick<SyncStatus, 'network'>) {
  const text = useText()
  return (
    <section>
      <h3>{text('sync.panel.peers')}</h3>
      <ul className="sync-peers">
        {peers.map(({ address, state }) => (
          <li key={address}>
            <Icon name={state === 'connected' ? 'check' : 'cross'} size="s" />
            <bdi className="ltr">{address}</bdi>
            <span>{text(`sync.panel.peerState.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
