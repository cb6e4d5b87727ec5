import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyList } from '../../app/shell/KeyList.tsx'
import { Screen } from '../../app/shell/Shell.tsx'
import { useRequests } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/State.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { showKeys } from '../keys/keysDialog.ts'
import { inboxOrder, waitsForGarage } from './inbox.ts'
import { requestHref } from './requestHref.ts'
import { RequestTable } from './RequestTable.tsx'
import { useCountdownNow } from './useCountdownNow.ts'

type ListId = 'open' | 'over'

/** `#/requests`: what customers ask the price of; what runs out first stands first, what is over has a list of its own. */
export function RequestsPage() {
  const text = useText()
  const [list, show] = useState<ListId>('open')
  const open = useRequests(false).data
  return (
    <Screen
      title={text('requests.title')}
      scrolls
      keys={
        <KeyList
          hints={[
            { keys: ['↑', '↓'], label: text('keys.move') },
            { keys: ['↵'], label: text('common.open') },
            { keys: ['/'], label: text('common.search') },
          ]}
          onShowAll={() => showKeys()}
        />
      }
    >
      <div className="page">
        <header className="page-head">
          <h1>{text('requests.title')}</h1>
          <WaitingWords />
        </header>
        <Tabs
          label={text('requests.lists')}
          value={list}
          onChange={show}
          items={[
            {
              id: 'open',
              label: text('requests.open'),
              ...(open === undefined ? {} : { count: open.length }),
              content: <RequestList over={false} />,
            },
            { id: 'over', label: text('requests.over'), content: <RequestList over /> },
          ]}
        />
      </div>
    </Screen>
  )
}

function WaitingWords() {
  const text = useText()
  const open = useRequests(false).data ?? []
  const now = useCountdownNow(open.map(({ untilUtcMs }) => untilUtcMs))
  const count = open.filter((line) => waitsForGarage(line, now)).length
  if (open.length === 0) return null
  return <p>{count === 0 ? text('requests.noneWaiting') : text('requests.waiting', { count })}</p>
}

function RequestList({ over }: { over: boolean }) {
  const text = useText()
  const [, goTo] = useLocation()
  const { data, isError, refetch } = useRequests(over)
  const now = useCountdownNow(over || data === undefined ? [] : data.map(({ untilUtcMs }) => untilUtcMs))
  if (isError) {
    return (
      <ErrorState title={text('requests.failedTitle')} say={text('requests.failedSay')}>
        <Button look="primary" onPress={() => void refetch()}>
          {text('common.retry')}
        </Button>
      </ErrorState>
    )
  }
  if (data === undefined) return <Skeleton widthsPx={[140, 100, 140, 180]} />
  if (data.length === 0) {
    return over ? (
      <EmptyState icon="done" title={text('requests.emptyOverTitle')} say={text('requests.emptyOverSay')} />
    ) : (
      <EmptyState icon="message" title={text('requests.emptyTitle')} say={text('requests.emptySay')} />
    )
  }
  return (
    <RequestTable
      label={text(over ? 'requests.over' : 'requests.open')}
      lines={over ? data : inboxOrder(data, now)}
      nowUtcMs={now}
      isOpen={!over}
      onOpen={(requestId) => goTo(requestHref(requestId))}
    />
  )
}
