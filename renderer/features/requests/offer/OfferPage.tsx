import type { RequestPage } from '../../../../core/contract/syncViews.ts'
import type { Garage } from '../../../../core/domain/garage/types.ts'
import { requestStatus } from '../../../../core/domain/request/state.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useHello } from '../../../client/queries.ts'
import { useText } from '../../../i18n/text.ts'
import { EmptyState } from '../../../ui/State.tsx'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { LoadedRequest } from '../LoadedRequest.tsx'
import { RequestHead } from '../RequestHead.tsx'
import { requestHref } from '../requestHref.ts'
import { useCountdownNow } from '../useCountdownNow.ts'
import { OfferForm } from './OfferForm.tsx'

/** `#/requests/:requestId/offer`: the first offer, or the next revision. */
export function OfferPage() {
  const garage = useHello().data?.garage ?? null
  return garage === null ? null : (
    <LoadedRequest renderPage={(page) => <Builder key={page.request.requestId} page={page} garage={garage} />} />
  )
}

function Builder({ page, garage }: { page: RequestPage; garage: Garage }) {
  const text = useText()
  const { may } = useDeskCommand()
  const { request } = page
  const now = useCountdownNow([])
  const status = requestStatus(request, now)
  const isOver = status === 'accepted' || status === 'takenBack' || status === 'declined'
  if (!isOver && may('makeOffer')) return <OfferForm page={page} garage={garage} nowUtcMs={now} />
  return (
    <Screen title={text('requests.offer.cannotTitle')}>
      <div className="consent-desk">
        <RequestHead
          title={text('requests.offer.cannotTitle')}
          back={{ href: requestHref(request.requestId), label: text('requests.toRequest') }}
          {...request.wanted}
        />
        <div className="p-8">
          <EmptyState
            icon="forbidden"
            title={text('requests.offer.cannotTitle')}
            say={isOver ? text('requests.offer.isOver', { status: text(`requests.status.${status}`) }) : text('requests.offer.notAllowed')}
          />
        </div>
      </div>
    </Screen>
  )
}
