import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { JobPage } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'

/** Which car and whose, and the way back to its page. */
export function ConsentHead({ job: { card }, title, children }: { job: JobPage; title: string; children?: ReactNode }) {
  const text = useText()
  const { customer, vehicle, jobId, jobNo } = card
  return (
    <header className="consent-head">
      <Link href={`/jobs/${jobId}`} className="btn quiet">
        <Icon name="back" size="m" />
        {text('common.jobNo', { no: jobNo })}
      </Link>
      <h1>{title}</h1>
      {children}
      <div className="car">
        <Plate plate={vehicle.plate} heightPx={30} />
        <p>
          <b>
            <bdi>{vehicle.model}</bdi>
          </b>
          <small>
            {customer.name !== '' && (
              <span className="dotsep">
                <PersonName name={customer.name} />
              </span>
            )}
            {customer.mobile !== null && (
              <span className="dotsep">
                <Phone mobile={customer.mobile} />
              </span>
            )}
          </small>
        </p>
      </div>
    </header>
  )
}
