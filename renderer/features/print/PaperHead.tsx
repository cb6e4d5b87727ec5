import type { JobPage } from '../../../core/contract/views.ts'
import type { Profile } from '../../../core/domain/garage/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Plate } from '../../ui/plate/Plate.tsx'

type PaperHeadProps = { readonly job: JobPage; readonly profile: Profile; readonly title: string; readonly plateHeightPx: number }

/** The garage, which paper this is, the car with its plate drawn, and whose it is. */
export function PaperHead({ job, profile, title, plateHeightPx }: PaperHeadProps) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  const { card, account } = job
  const { customer, vehicle } = card
  const { vin, odometerKm } = account.facts
  const handedOver = job.timeline.findLast(({ event, withdrawn }) => event.type === 'carHandedOver' && !withdrawn)?.atUtcMs ?? null
  const arrivedWords = job.arrival === null ? null : format.dateTime(job.arrival.atUtcMs)
  return (
    <>
      <header className="paper-head">
        <div>
          <h2>{profile.name}</h2>
          <p>
            {profile.phone !== '' && <span>{text('print.phone', { phone: format.digits(profile.phone) })}</span>}
            {profile.address !== '' && <span>{profile.address}</span>}
          </p>
        </div>
        <div className="which">
          <h1>{title}</h1>
          <p>
            <span>{text('print.jobNo', { no: card.jobNo })}</span>
            <span>{format.dayMonthYear(format.day(handedOver ?? minute))}</span>
          </p>
        </div>
      </header>
      <section className="paper-car">
        <Plate plate={vehicle.plate} heightPx={plateHeightPx} />
        <p>
          <b>{vehicle.model}</b>
          {odometerKm !== null && <span>{text('print.km', { km: odometerKm })}</span>}
          {vin !== null && <span>{text('print.vin', { vin })}</span>}
        </p>
        <p>
          <b>{customer.name === '' ? text('print.noName') : customer.name}</b>
          {customer.mobile !== null && (
            <span>
              <bdi className="ltr">{format.mobile(customer.mobile)}</bdi>
            </span>
          )}
          {arrivedWords !== null && (
            <span>
              {handedOver === null
                ? text('print.arrived', { arrived: arrivedWords })
                : text('print.served', { arrived: arrivedWords, handedOver: format.dateTime(handedOver) })}
            </span>
          )}
        </p>
      </section>
    </>
  )
}
