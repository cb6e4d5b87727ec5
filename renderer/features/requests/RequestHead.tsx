import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Customer, Vehicle } from '../../../core/domain/job/visit.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'

type RequestHeadProps = {
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
  readonly customer: Customer
  readonly vehicle: Vehicle
  /** After the title: how it stands. */
  readonly children?: ReactNode
}

/** The way back, what it is, whose and for which car. */
export function RequestHead({ title, back, customer, vehicle, children }: RequestHeadProps) {
  const text = useText()
  return (
    <header className="consent-head request-head">
      <Link href={back.href} className="btn quiet">
        <Icon name="back" size="m" />
        {back.label}
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
            <span className="dotsep">{customer.name === '' ? text('customers.noName') : <PersonName name={customer.name} />}</span>
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
