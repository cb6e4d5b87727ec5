import type { ConsentView } from '../../../core/contract/views.ts'
import { gradeOf } from '../../../core/domain/consent/state.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { SignatureDrawing } from '../consent/SignatureDrawing.tsx'
import { signatureOf } from './PaperConsents.tsx'

/** By whom, when, where and how the answer was given, and the fingerprint that binds it to what was asked. Without one: a line to sign on. */
export function ConsentEvidence({ view, validUntil }: { view: ConsentView; validUntil: string }) {
  const text = useText()
  const format = useFormat()
  const { consent, askedByName, recordedByName } = view
  const { snapshot, snapshotHash, answer } = consent
  const program = text('domain.system')
  const asked = text('print.asked', { at: format.dateTime(snapshot.askedAtUtcMs), by: askedByName ?? program })
  const signature = answer === null ? null : signatureOf(answer.evidence)
  return (
    <section className="paper-part paper-evidence">
      <div className="one">
        <div>
          {answer === null ? (
            <>
              <p>{asked}</p>
              <p>{validUntil}</p>
            </>
          ) : (
            <>
              <p>
                <b>
                  {text('print.decidedBy', {
                    name: answer.decidedBy.name,
                    relation: text(`domain.relation.${answer.decidedBy.relation}`),
                  })}
                </b>
                {answer.decidedBy.mobile !== null && (
                  <span>{text('print.decidedMobile', { mobile: format.mobile(answer.decidedBy.mobile) })}</span>
                )}
              </p>
              {answer.decidedBy.delegateBasis !== null && <p>{text('print.delegate', { basis: answer.decidedBy.delegateBasis })}</p>}
              <p>{asked}</p>
              <p>{text('print.shown', { at: format.dateTime(answer.shownAtUtcMs) })}</p>
              <p>
                {text('print.decided', {
                  at: format.dateTime(answer.decidedAtUtcMs),
                  channel: text(`domain.channel.${answer.evidence.channel}`),
                  grade: gradeOf(answer.evidence),
                })}
              </p>
              {answer.evidence.channel === 'call' && (
                <p>
                  {text('print.called', {
                    number: format.mobile(answer.evidence.number),
                    at: format.dateTime(answer.evidence.calledAtUtcMs),
                  })}
                  {answer.evidence.readBack && <span>{text('print.readBack')}</span>}
                  {answer.evidence.note !== '' && <span>{answer.evidence.note}</span>}
                </p>
              )}
              <p>{text('print.recorded', { by: recordedByName ?? program })}</p>
              {answer.clock !== 'ok' && <p>{text('print.clock', { state: text(`domain.clock.${answer.clock}`) })}</p>}
            </>
          )}
        </div>
        {signature !== null && answer !== null && (
          <figure>
            <SignatureDrawing signature={signature} />
            <figcaption>{text('print.signatureOf', { name: answer.decidedBy.name })}</figcaption>
          </figure>
        )}
      </div>
      <p className="hash">
        {text('print.hash')}
        <code>{snapshotHash}</code>
      </p>
      {answer === null ? (
        <footer className="paper-signs">
          <p>{text('print.signature')}</p>
          <p>{text('print.garageSignature')}</p>
        </footer>
      ) : (
        <p className="paper-foot">{text('print.proofSay')}</p>
      )}
    </section>
  )
}
