import type { JobCard } from '../../../core/contract/views.ts'
import { rial } from '../../../core/basics/rial.ts'
import { useText } from '../../i18n/text.ts'
import { Money } from '../../ui/Money.tsx'

/** T4: what may be asked at most is the accepted price and what was consented to beyond it. */
export function CapMeter({ card }: { card: JobCard }) {
  const text = useText()
  const isAccepted = card.acceptedRial !== null
  return (
    <section className="job-sec cap-meter">
      <h2>{text('job.cap.title')}</h2>
      <p className="total">
        <Money rial={card.capRial} unit />
      </p>
      <span className="cap-bar" aria-hidden="true">
        <i />
      </span>
      <ul className="legend">
        <li>
          <i className="accepted" />
          {text(isAccepted ? 'job.cap.accepted' : 'job.cap.quoted')}{' '}
          <b>
            <Money rial={card.capRial} />
          </b>
        </li>
        <li>
          <i className="consented" />
          {text('job.cap.consented')}{' '}
          <b>
            <Money rial={rial(0)} />
          </b>
        </li>
      </ul>
      <p className="say">{text(isAccepted ? 'job.cap.nothingYet' : 'job.cap.walkIn')}</p>
    </section>
  )
}
