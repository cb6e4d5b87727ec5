import type { ReactNode } from 'react'
import type { ConsentSnapshot } from '../../../../core/domain/consent/types.ts'
import { Plate } from '../../../ui/plate/Plate.tsx'

type CounterHeadProps = {
  readonly snapshot: ConsentSnapshot
  readonly heading: string
  readonly lead: string
  readonly garage: string
  readonly job: string
  readonly children?: ReactNode
}

/** Whose car this is about, in which garage; at the end what is not about the request. */
export function CounterHead({ snapshot, heading, lead, garage, job, children }: CounterHeadProps) {
  return (
    <header className="counter-head">
      <Plate plate={snapshot.vehicle.plate} heightPx={46} />
      <div className="words">
        <h1>{heading}</h1>
        <p>{lead}</p>
      </div>
      <div className="place">
        <p>
          {garage}
          <small>{job}</small>
        </p>
        {children}
      </div>
    </header>
  )
}
