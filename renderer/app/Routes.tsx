import { lazy, Suspense } from 'react'
import { Link, Route, Switch } from 'wouter'
import { TodayPage } from '../features/today/TodayPage.tsx'
import { useText } from '../i18n/text.ts'
import { EmptyState } from '../ui/State.tsx'
import { Screen } from './shell/Shell.tsx'

// Screens other than Today are loaded when they are first opened: they are no part of the first page.
const BookingsPage = lazy(async () => ({ default: (await import('../features/bookings/BookingsPage.tsx')).BookingsPage }))
const ConsentPage = lazy(async () => ({ default: (await import('../features/consent/ConsentPage.tsx')).ConsentPage }))
const CustomersPage = lazy(async () => ({ default: (await import('../features/customers/CustomersPage.tsx')).CustomersPage }))
const JobPage = lazy(async () => ({ default: (await import('../features/job/JobPage.tsx')).JobPage }))
const MechanicPage = lazy(async () => ({ default: (await import('../features/mechanic/MechanicPage.tsx')).MechanicPage }))
const PartyPage = lazy(async () => ({ default: (await import('../features/customers/PartyPage.tsx')).PartyPage }))
const PrintPage = lazy(async () => ({ default: (await import('../features/print/PrintPage.tsx')).PrintPage }))
const RequestsPage = lazy(async () => ({ default: (await import('../features/requests/RequestsPage.tsx')).RequestsPage }))
const RequestPage = lazy(async () => ({ default: (await import('../features/requests/RequestPage.tsx')).RequestPage }))
const OfferPage = lazy(async () => ({ default: (await import('../features/requests/offer/OfferPage.tsx')).OfferPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage }))
const TasksPage = lazy(async () => ({ default: (await import('../features/sync/tasks/TasksPage.tsx')).TasksPage }))

export function Routes() {
  return (
    <Suspense fallback={<main aria-busy="true" />}>
      <Switch>
        <Route path="/">
          <TodayPage />
        </Route>
        <Route path="/jobs/:id">
          <JobPage />
        </Route>
        <Route path="/consent/:jobId/:view?/:consentId?">
          <ConsentPage />
        </Route>
        <Route path="/requests">
          <RequestsPage />
        </Route>
        <Route path="/requests/:requestId">
          <RequestPage />
        </Route>
        <Route path="/requests/:requestId/offer">
          <OfferPage />
        </Route>
        <Route path="/customers">
          <CustomersPage />
        </Route>
        <Route path="/customers/:partyId">
          <PartyPage />
        </Route>
        <Route path="/mechanic">
          <MechanicPage />
        </Route>
        <Route path="/print/:kind/:jobId/:consentId?">
          <PrintPage />
        </Route>
        <Route path="/tasks/:key?">
          <TasksPage />
        </Route>
        <Route path="/settings/:section?">
          <SettingsPage />
        </Route>
        <Route path="/bookings">
          <BookingsPage />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  )
}

function NotFound() {
  const text = useText()
  return (
    <Screen title={text('errors.notFoundTitle')} scrolls>
      <div className="p-8">
        <EmptyState icon="search" title={text('errors.notFoundTitle')} say={text('errors.notFoundSay')}>
          <Link href="/" className="btn">
            {text('errors.toToday')}
          </Link>
        </EmptyState>
      </div>
    </Screen>
  )
}
