import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { Route, Switch } from 'wouter'
import type { Profile } from '../../core/domain/garage/types.ts'
import type { WorkingHours } from '../../core/persian/workingCalendar.ts'
import { useHello } from '../client/queries.ts'
import { useConnecting } from '../features/setup/connecting.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/State.tsx'
import { BlockedPage } from './BlockedPage.tsx'
import { Frame } from './Frame.tsx'
import { GarageViewContext } from './garageView.ts'
import { Opening } from './Opening.tsx'

// Turned to the customer: nothing of the frame around it.
const CounterPage = lazy(async () => ({ default: (await import('../features/consent/counter/CounterPage.tsx')).CounterPage }))
const SetupPage = lazy(async () => ({ default: (await import('../features/setup/SetupPage.tsx')).SetupPage }))

/** What the page shows depends on what the service says first: why it cannot work, that there is no garage yet, or the garage. */
export function Gate() {
  const text = useText()
  const { data: hello, isError, refetch } = useHello()
  const isConnecting = useConnecting()
  if (isError) {
    return (
      <main className="p-8">
        <ErrorState title={text('frame.helloFailed')} say={text('frame.helloFailedSay')}>
          <Button look="primary" onPress={() => void refetch()}>
            {text('common.retry')}
          </Button>
        </ErrorState>
      </main>
    )
  }
  if (hello === undefined) return <Opening />
  if (hello.problem !== null) return <BlockedPage problem={hello.problem} programVersion={hello.programVersion} />
  if (hello.garage === null || isConnecting) {
    return (
      <Suspense fallback={<Opening />}>
        <SetupPage />
      </Suspense>
    )
  }
  const { profile, hours } = hello.garage
  return (
    <GarageView profile={profile} hours={hours}>
      <Switch>
        <Route path="/counter/:jobId/:consentId">
          <Suspense fallback={<Opening />}>
            <CounterPage />
          </Suspense>
        </Route>
        <Route>
          <Frame isDemo={profile.demo} />
        </Route>
      </Switch>
    </GarageView>
  )
}

function GarageView({ profile, hours, children }: { profile: Profile; hours: WorkingHours; children: ReactNode }) {
  const { moneyShown } = profile
  const { timeZone } = hours
  const view = useMemo(() => ({ timeZone, moneyUnit: moneyShown }), [timeZone, moneyShown])
  return <GarageViewContext value={view}>{children}</GarageViewContext>
}
