import { Fragment } from 'react'
import type { JobPage } from '../../../core/contract/views.ts'
import { basisKey } from '../../../core/domain/pricing/basis.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { sumShown } from './amountShown.ts'
import { ClosingCells } from './ClosingCells.tsx'
import { DifferenceNote } from './DifferenceNote.tsx'
import type { FactWriting } from './rowFacts.ts'
import { useNames } from './useNames.ts'

/** T1: requested, consented, used, billed, side by side; what differs says so under its row. */
export function ClosingTable({ job, ask }: { job: JobPage; ask: (question: JobQuestion) => void }) {
  const text = useText()
  const format = useFormat()
  const nameOf = useNames()
  const { may, run } = useJobActions()
  const { card, account } = job
  const { rows, meter } = account
  const differing = rows.filter(({ difference }) => difference !== null).length
  const unit = text(`common.${format.moneyUnit}`)
  const writing: FactWriting = {
    text,
    format,
    nameOf,
    may,
    ask,
    takeIn: ({ basis }) => void run({ type: 'takeIn', jobId: card.jobId, basis }, card),
  }
  return (
    <section className="job-sec">
      <h2>
        {text('job.closing.title')}
        <small>
          {text('job.closing.rows', { count: rows.length })}
          {differing > 0 && <span className="dotsep">{text('job.closing.differences', { count: differing })}</span>}
        </small>
      </h2>
      <table className="tbl flush closing">
        <thead>
          <tr>
            <th scope="col">{text('job.closing.what')}</th>
            <th scope="col">{text('job.closing.requested')}</th>
            <th scope="col">{text('job.closing.consented')}</th>
            <th scope="col">{text('job.closing.used')}</th>
            <th scope="col">{text('job.closing.billed')}</th>
            <th scope="col" className="e">
              {text('job.closing.amount', { unit })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={basisKey(row.basis)}>
              <ClosingCells job={job} row={row} writing={writing} />
              {row.difference !== null && <DifferenceNote row={row} difference={row.difference} />}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('job.closing.sum', { unit })}</th>
            <td>
              <bdi>{format.money(meter.acceptedRial)}</bdi>
            </td>
            <td>{meter.consentedRial === 0 ? text('job.closing.nothing') : <bdi>{format.money(meter.consentedRial)}</bdi>}</td>
            <td>{meter.usedRial === 0 ? text('job.closing.nothing') : <bdi>{format.money(meter.usedRial)}</bdi>}</td>
            <td>
              <span className="vh">{text('job.closing.nothingSay')}</span>
            </td>
            <td className={differing > 0 && account.bill !== null ? 'e bad' : 'e'}>
              <bdi>{format.money(sumShown(job))}</bdi>
            </td>
          </tr>
        </tfoot>
      </table>
      {card.note !== '' && (
        <p className="job-note">
          <b>{text('job.note')}</b> {card.note}
        </p>
      )}
    </section>
  )
}
