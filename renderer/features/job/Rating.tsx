import type { JobPage } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'

const starsMost = [1, 2, 3, 4, 5] as const

/** What the customer says of the visit. */
export function Rating({ job }: { job: JobPage }) {
  const text = useText()
  const format = useFormat()
  const { rating } = job.account
  if (rating === null) return null
  const { stars, text: said, atUtcMs } = rating
  return (
    <section className="job-sec rating">
      <h2>{text('sync.rating.title')}</h2>
      <p>
        <span className="stars" aria-hidden="true">
          {starsMost.map((star) => (
            <Icon key={star} name="star" size="m" className={star <= stars ? 'on' : ''} />
          ))}
        </span>
        <b>{text('sync.rating.stars', { stars })}</b> <small>{text('sync.rating.at', { at: format.dateTime(atUtcMs) })}</small>
      </p>
      {said.trim() !== '' && <blockquote>{said}</blockquote>}
    </section>
  )
}
