import type { SearchHit } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { PersonName } from '../../ui/PersonName.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'

/** Which car, whose, how it stands, and what Enter would do. */
export function HitLine({ hit, arrivesNow }: { hit: SearchHit; arrivesNow: boolean }) {
  const text = useText()
  const format = useFormat()
  const { job, open } = hit
  const state = !open
    ? text('search.lastVisit', { date: format.dayMonth(format.day(job.atUtcMs)) })
    : job.phase === 'expected'
      ? text('search.slotAt', { time: arrivesNow ? format.time(job.atUtcMs) : format.dateTime(job.atUtcMs) })
      : text(`domain.phase.${job.phase}`)
  return (
    <>
      <Plate plate={job.vehicle.plate} heightPx={24} />
      <span className="palette-who names">
        <b dir="auto">{job.vehicle.model}</b>
        {job.customer.name !== '' && (
          <span className={job.vehicle.model === '' ? '' : 'dotsep'}>
            <PersonName name={job.customer.name} />
          </span>
        )}
      </span>
      <small>
        {state}
        <span className="dotsep">{text(arrivesNow ? 'search.doCheckIn' : 'search.doOpen')}</span>
      </small>
    </>
  )
}
