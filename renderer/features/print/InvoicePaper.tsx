import type { JobPage } from '../../../core/contract/views.ts'
import type { Profile } from '../../../core/domain/garage/types.ts'
import { specFields } from '../../../core/domain/materials/types.ts'
import { basisKey } from '../../../core/domain/pricing/basis.ts'
import { billNow } from '../../../core/domain/pricing/billNow.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'
import { useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { namedLines } from '../bill/namedLines.ts'
import { PaperConsents } from './PaperConsents.tsx'
import { PaperHead } from './PaperHead.tsx'
import { PaperMoney } from './PaperMoney.tsx'
import { documentTitle, type PrintDocument } from './printDocument.ts'

type InvoicePaperProps = {
  readonly job: JobPage
  readonly document: PrintDocument
  readonly profile: Profile
  readonly isRoll: boolean
}

/** Receipt and invoice: the lines with quantity and unit, the money, and by whose word each dearer thing was done. */
export function InvoicePaper({ job, document, profile, isRoll }: InvoicePaperProps) {
  const text = useText()
  const format = useFormat()
  const { account } = job
  const now = billNow(account)
  const unit = text(`common.${format.moneyUnit}`)
  const consentNo = new Map(account.consents.map(({ consent }) => [consent.consentId, consent.snapshot.consentNo]))
  const notDone = account.rows.flatMap((row) => notDoneWords(row, text) ?? [])
  const isReceipt = document.kind === 'receipt'
  return (
    <>
      <PaperHead job={job} profile={profile} title={documentTitle(document, job, text)} plateHeightPx={isRoll ? 34 : 30} />
      <table className="paper-lines">
        <thead>
          <tr>
            <th scope="col">{text('print.what')}</th>
            <th scope="col">{text('print.quantity')}</th>
            <th scope="col" className="e">
              {text('print.amount', { unit })}
            </th>
          </tr>
        </thead>
        <tbody>
          {namedLines(account.rows, now.lines).map(({ row, line }) => (
            <tr key={basisKey(row.basis)}>
              <th scope="row">
                {row.title}
                <small>
                  {[
                    ...specFields.flatMap((field) => {
                      const value = row.spec?.[field] ?? ''
                      return field === 'kind' || value === '' || row.title.includes(value) ? [] : [value]
                    }),
                    ...(row.condition === null ? [] : [text(`domain.condition.${row.condition}`)]),
                    ...(row.basis.kind === 'consent' ? [text('print.withConsent', { no: consentNo.get(row.basis.consentId) ?? 0 })] : []),
                  ].map((part) => (
                    <span key={part}>
                      <bdi>{part}</bdi>
                    </span>
                  ))}
                </small>
              </th>
              <td>{format.quantity(line.quantity)}</td>
              <td className="e">
                <bdi>{format.money(line.amountRial)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PaperMoney job={job} now={now} />
      {notDone.length > 0 && (
        <section className="paper-part">
          <h3>{text('print.notDone')}</h3>
          <ul>
            {notDone.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
      <PaperConsents job={job} />
      {!isReceipt && (
        <footer className="paper-signs">
          <p>{text('print.garageSignature')}</p>
          <p>{text('print.signature')}</p>
        </footer>
      )}
      <p className="paper-foot">{text('print.keepSay')}</p>
    </>
  )
}

/** What the customer asked for or was asked about and does not pay for, with the reason. */
function notDoneWords({ title, state, leftOutReason }: ClosingRow, text: Text): string | null {
  switch (state) {
    case 'refused':
      return text('print.refusedItem', { title })
    case 'later':
      return text('print.laterItem', { title })
    case 'withdrawn':
      return text('print.withdrawnItem', { title })
    case 'leftOut':
      return text('print.leftOutItem', { title, reason: leftOutReason ?? '' })
    case 'agreed':
    case 'pending':
      return null
    default:
      return state satisfies never
  }
}
