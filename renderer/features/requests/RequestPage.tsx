import type { RequestPage as Page } from '../../../core/contract/syncViews.ts'
import { requestStatus, standingOffer } from '../../../core/domain/request/state.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useText } from '../../i18n/text.ts'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { crossingOf } from './crossing.ts'
import { CrossingSection } from './CrossingSection.tsx'
import { LoadedRequest } from './LoadedRequest.tsx'
import { NextPanel } from './NextPanel.tsx'
import { OffersSection } from './OffersSection.tsx'
import { RequestHead } from './RequestHead.tsx'
import { inboxHref } from './requestHref.ts'
import { RequestTimeline } from './RequestTimeline.tsx'
import { StatusChip } from './StatusChip.tsx'
import { useCountdownNow } from './useCountdownNow.ts'
import { WantedSection } from './WantedSection.tsx'

/** `#/requests/:requestId`: what was asked, what was offered, and what is next. */
export function RequestPage() {
  return <LoadedRequest renderPage={(page) => <Parts page={page} />} />
}

function Parts({ page }: { page: Page }) {
  const text = useText()
  const { request, visitCount } = page
  const { wanted, requestId } = request
  const now = useCountdownNow([request.answerByUtcMs, standingOffer(request)?.validUntilUtcMs ?? null])
  const crossing = crossingOf(request)
  const { customer, vehicle } = wanted
  return (
    <Screen title={text('requests.pageTitle')}>
      <div className="job request-page">
        <RequestHead
          title={text('requests.pageTitle')}
          back={{ href: inboxHref, label: text('requests.toList') }}
          customer={customer}
          vehicle={vehicle}
        >
          <StatusChip status={requestStatus(request, now)} />
          <small className="quiet">
            {visitCount === 0 ? text('requests.noVisits') : text('requests.pastVisits', { count: visitCount })}
          </small>
        </RequestHead>
        <RequestTimeline timeline={page.timeline} />
        <ScrollArea className="job-mid" label={text('requests.wantedTitle')}>
          {crossing !== null && <CrossingSection crossing={crossing} requestId={requestId} nowUtcMs={now} />}
          <WantedSection wanted={wanted} />
          <OffersSection page={page} nowUtcMs={now} />
        </ScrollArea>
        <aside className="job-act">
          <NextPanel page={page} nowUtcMs={now} isQuiet={crossing !== null && !crossing.isNoted} />
        </aside>
      </div>
    </Screen>
  )
}
