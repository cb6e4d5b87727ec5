import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { queryClient } from '../client/queries.ts'
import { localeTag } from '../i18n/languages.ts'
import { useLanguage } from '../i18n/text.ts'
import { useTicking } from '../stores/clock.ts'
import { Toasts } from '../ui/Toasts.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Gate } from './Gate.tsx'

// The pieces of the screens with their states; needs no garage.
const KitPage = lazy(async () => ({ default: (await import('../kit/KitPage.tsx')).KitPage }))

/** The address is the part after `#`: the same under app:// and http, whatever folder the page is served from. */
export function App() {
  useTicking()
  return (
    <I18nProvider locale={localeTag[useLanguage()]}>
      <QueryClientProvider client={queryClient}>
        {/* oxlint-disable-next-line react/hooks -- wouter takes the location as a hook */}
        <Router hook={useHashLocation}>
          <ErrorBoundary>
            <Switch>
              <Route path="/kit">
                <Suspense>
                  <KitPage />
                </Suspense>
              </Route>
              <Route>
                <Gate />
              </Route>
            </Switch>
          </ErrorBoundary>
        </Router>
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  )
}
