import type { ConsentView, JobPage } from '../../../core/contract/views.ts'
import type { Decision, Signature } from '../../../core/domain/consent/types.ts'
import { gradeOf } from '../../../core/domain/consent/state.ts'
import type { Evidence } from '../../../core/domain/consent/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { isolated } from '../../i18n/interpolate.ts'
import { useText } from '../../i18n/text.ts'
import { SignatureDrawing } from '../consent/SignatureDrawing.tsx'

/** Every answered request again, refusals too: who, when, how well proved, and the signature as it was drawn. */
export function PaperConsents({ job }: { job: JobPage }) {
  const text = useText()
  const answered = job.account.consents.filter(({ consent }) => consent.answer !== null).toReversed()
  if (answered.length === 0) return null
  return (
    <section className="paper-part paper-consents">
      <h3>{text('print.consents')}</h3>
      {answered.map((view) => (
        <AnsweredConsent key={view.consent.consentId} view={view} />
      ))}
    </section>
  )
}

function AnsweredConsent({ view: { consent } }: { view: ConsentView }) {
  const text = useText()
  const format = useFormat()
  const { snapshot, answer } = consent
  if (answer === null) return null
  const { decidedBy, evidence, decidedAtUtcMs, answers } = answer
  const titles = (decision: Decision): string =>
    snapshot.items
      .filter(({ itemNo }) => answers.some((each) => each.itemNo === itemNo && each.decision === decision))
      // Titles have commas of their own, and may run against the paper's language.
      .map(({ itemNo, title }) => {
        const state = consent.items.find((each) => each.itemNo === itemNo)?.state ?? decision
        if (state === decision) return isolated(title)
        return `${isolated(title)} (${text('print.nowState', { state: text(`domain.itemState.${state}`) })})`
      })
      .join(text('common.semicolon'))
  const signature = signatureOf(evidence)
  return (
    <div className="one">
      <div>
        <p>
          <b>
            {text('print.consentOf', {
              no: snapshot.consentNo,
              name: decidedBy.name,
              relation: text(`domain.relation.${decidedBy.relation}`),
            })}
          </b>
        </p>
        <p>
          {text('print.consentHow', {
            grade: gradeOf(evidence),
            channel: text(`domain.channel.${evidence.channel}`),
            at: format.dateTime(decidedAtUtcMs),
          })}
        </p>
        {(['accepted', 'refused', 'later'] as const).map(
          (decision) => titles(decision) !== '' && <p key={decision}>{text(`print.${decision}`, { items: titles(decision) })}</p>,
        )}
      </div>
      {signature !== null && <SignatureDrawing signature={signature} />}
    </div>
  )
}

export function signatureOf(evidence: Evidence): Signature | null {
  return evidence.channel === 'counter' || evidence.channel === 'link' ? evidence.signature : null
}
