import type { UtcMs } from '../../../core/basics/instant.ts'
import type { RequestPage } from '../../../core/contract/syncViews.ts'
import type { Offered } from '../../../core/domain/request/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { whenWords } from '../job/when.ts'
import { OfferTable } from './OfferTable.tsx'

/** Everything that was offered so far. */
export function OffersSection({ page, nowUtcMs }: { page: RequestPage; nowUtcMs: UtcMs }) {
  const text = useText()
  const format = useFormat()
  const { offers, acceptance } = page.request
  const by = ({ eventId, atUtcMs }: Offered): string => {
    const name = page.timeline.find((entry) => entry.eventId === eventId)?.actorName ?? text('domain.system')
    return text('requests.revisionBy', { name, time: whenWords(atUtcMs, nowUtcMs, format) })
  }
  return (
    <section className="job-sec apart">
      <h2>{text('requests.offersTitle')}</h2>
      {offers.length === 0 ? (
        <p className="say">
          {text('requests.noOffersTitle')}. {text('requests.noOffersSay')}
        </p>
      ) : (
        <OfferTable
          label={text('requests.offersTitle')}
          offers={offers}
          nowUtcMs={nowUtcMs}
          acceptedRevision={acceptance?.revision ?? null}
          renderHead={(offer) =>
            offer.revision === acceptance?.revision ? (
              <Chip look="ready" icon="done">
                {text('requests.accepted')}
              </Chip>
            ) : (
              by(offer)
            )
          }
        />
      )}
    </section>
  )
}
