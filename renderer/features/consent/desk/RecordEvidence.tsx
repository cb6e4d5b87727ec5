import type { ConsentView } from '../../../../core/contract/views.ts'
import { assertNever } from '../../../../core/basics/assertNever.ts'
import type { Evidence, Signature } from '../../../../core/domain/consent/types.ts'
import { type Format, useFormat } from '../../../i18n/format.ts'
import { direction, languageName } from '../../../i18n/languages.ts'
import { type Text, useText } from '../../../i18n/text.ts'
import { Phone } from '../../../ui/Phone.tsx'
import { GradeMark } from '../GradeMark.tsx'
import { SignatureDrawing } from '../SignatureDrawing.tsx'

/** Who answered and by which means, his hand, and the exact words that he saw or heard. */
export function RecordEvidence({ view: { consent, grade } }: { view: ConsentView }) {
  const text = useText()
  const format = useFormat()
  const { answer, shown } = consent
  // The words that the answer is bound to; of a request without an answer, the newest that were shown.
  const words = shown.findLast(({ textHash }) => answer === null || textHash === answer.textHash)
  const signature = answer === null ? null : signatureIn(answer.evidence)
  return (
    <div className="record">
      {answer !== null && grade !== null && (
        <section className="by">
          <h2>{text('consent.record.who')}</h2>
          <p>
            <b>
              {text('consent.counter.deciderSay', {
                name: answer.decidedBy.name,
                relation: text(`domain.relation.${answer.decidedBy.relation}`),
              })}
            </b>
            {answer.decidedBy.mobile !== null && (
              <>
                {' '}
                <Phone mobile={answer.decidedBy.mobile} />
              </>
            )}
          </p>
          {answer.decidedBy.delegateBasis !== null && <p>{text('consent.record.delegate', { basis: answer.decidedBy.delegateBasis })}</p>}
          <p>
            <GradeMark grade={grade} named />
          </p>
          <p>{evidenceWords(answer.evidence, text, format)}</p>
          {answer.evidence.channel === 'call' && answer.evidence.note !== '' && <p>{answer.evidence.note}</p>}
          {signature !== null && (
            <div className="kept-signature">
              <SignatureDrawing signature={signature} />
            </div>
          )}
        </section>
      )}
      {words !== undefined && (
        <section>
          <h2>{text('consent.record.textShown')}</h2>
          <p className="say">
            {text('consent.record.textSay', { language: languageName[words.text.language], version: format.digits(words.text.version) })}
          </p>
          <p className="shown-text" lang={words.text.language} dir={direction[words.text.language]}>
            {words.text.body}
          </p>
        </section>
      )}
    </div>
  )
}

function signatureIn(evidence: Evidence): Signature | null {
  return evidence.channel === 'counter' || evidence.channel === 'link' ? evidence.signature : null
}

function evidenceWords(evidence: Evidence, text: Text, format: Format): string {
  switch (evidence.channel) {
    case 'counter': {
      const lastMs = evidence.signature.strokes.at(-1)?.at(-1)?.[2] ?? 0
      return text('consent.record.signatureSay', { count: evidence.signature.strokes.length, seconds: Math.round(lastMs / 1000) })
    }
    case 'call':
      return text('consent.record.callSay', { number: format.mobile(evidence.number), at: format.dateTime(evidence.calledAtUtcMs) })
    case 'app':
      return text('consent.record.receipt', { receipt: evidence.receiptId })
    case 'link':
      return text('consent.record.link', { at: format.dateTime(evidence.openedAtUtcMs) })
    default:
      return assertNever(evidence)
  }
}
