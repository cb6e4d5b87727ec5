import type { Rial } from '../../../core/basics/rial.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Money } from '../../ui/Money.tsx'
import { Facts } from './Facts.tsx'
import { acceptedFacts, billedSumFacts, consentedSumFacts, usedSumFacts } from './meterFacts.ts'

/** T4: one scale for all bars, the cap at full width; what is billed beyond what was used is hatched. */
export function CapMeter({ job }: { job: JobPage }) {
  const text = useText()
  const format = useFormat()
  const { meter, bill, offer } = job.account
  const { capRial, acceptedRial, consentedRial, usedRial, billedRial } = meter
  const writing = { text, format }
  const isAccepted = job.card.acceptedRial !== null || offer !== null
  const label = (what: string, amount: Rial): string => text('job.facts.open', { what, amount: format.money(amount) })
  const acceptedWords = text(isAccepted ? 'job.cap.accepted' : 'job.cap.quoted')
  return (
    <section className="job-sec cap-meter">
      <h2>{text('job.cap.title')}</h2>
      <p className="total">
        <Money rial={capRial} unit />
      </p>
      <span className="cap-bar" aria-hidden="true">
        <i className="accepted" style={{ inlineSize: share(acceptedRial, capRial) }} />
        {consentedRial > 0 && <i className="consented" style={{ inlineSize: share(consentedRial, capRial) }} />}
      </span>
      <ul className="legend">
        <li>
          <i className="accepted" />
          {acceptedWords}{' '}
          <Facts label={label(acceptedWords, acceptedRial)} facts={() => acceptedFacts(job, writing)}>
            <Money rial={acceptedRial} />
          </Facts>
        </li>
        <li>
          <i className="consented" />
          {text('job.cap.consented')}{' '}
          <Facts label={label(text('job.cap.consented'), consentedRial)} facts={() => consentedSumFacts(job, writing)}>
            <Money rial={consentedRial} />
          </Facts>
        </li>
      </ul>
      <p className="scale">
        {text('job.closing.used')}
        <Facts label={label(text('job.closing.used'), usedRial)} facts={() => usedSumFacts(job, writing)}>
          <Money rial={usedRial} />
        </Facts>
      </p>
      <span className="cap-bar thin" aria-hidden="true">
        <i className="neutral" style={{ inlineSize: share(usedRial, capRial) }} />
      </span>
      {bill !== null && (
        <>
          <p className="scale">
            {text('job.closing.billed')}
            <Facts label={label(text('job.closing.billed'), billedRial)} facts={() => billedSumFacts(job, writing)}>
              <Money rial={billedRial} />
            </Facts>
          </p>
          <span className="cap-bar thin" aria-hidden="true">
            <i className="neutral" style={{ inlineSize: share(Math.min(billedRial, usedRial), capRial) }} />
            {billedRial > usedRial && <i className="beyond" style={{ inlineSize: share(billedRial - usedRial, capRial) }} />}
          </span>
        </>
      )}
      {!isAccepted && <p className="say">{text('job.cap.walkIn')}</p>}
    </section>
  )
}

function share(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.min(100, (part / whole) * 100)}%`
}
