import { sumRial } from '../../../core/basics/rial.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { needsWords } from '../settings/needsWords.ts'
import { Money } from '../../ui/Money.tsx'

/** What was asked for, with the minutes and prices it was quoted at. */
export function ServicesTable({ job: { card } }: { job: JobPage }) {
  const text = useText()
  const format = useFormat()
  const { services, acceptedRial, note } = card
  const unit = text(`common.${format.moneyUnit}`)
  return (
    <section className="job-sec">
      <h2>
        {text('job.services.title')}
        <small>{text('job.services.rows', { count: services.length })}</small>
      </h2>
      <table className="tbl flush">
        <thead>
          <tr>
            <th scope="col">{text('job.services.service')}</th>
            <th scope="col">{text('job.services.needs')}</th>
            <th scope="col">{text('job.services.minutes')}</th>
            <th scope="col" className="e">
              {text('job.services.price', { unit })}
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ serviceId, title, needs, quotedMin, priceRial }) => {
            const needed = needsWords(needs, text, format)
            return (
              <tr key={serviceId}>
                <th scope="row">{title}</th>
                <td className="quiet">{needed === '' ? text('job.services.nothing') : needed}</td>
                <td>{format.minutes(quotedMin)}</td>
                <td className="e">
                  <Money rial={priceRial} />
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{text('job.services.sum', { unit })}</td>
            <td>{format.minutes(services.reduce((sum, { quotedMin }) => sum + quotedMin, 0))}</td>
            <td className="e">
              <Money rial={sumRial(services.map(({ priceRial }) => priceRial))} />
            </td>
          </tr>
          {acceptedRial !== null && (
            <tr className="accepted">
              <td colSpan={3}>{text('job.services.accepted')}</td>
              <td className="e">
                <Money rial={acceptedRial} />
              </td>
            </tr>
          )}
        </tfoot>
      </table>
      {note !== '' && (
        <p className="job-note">
          <b>{text('job.note')}</b> {note}
        </p>
      )}
    </section>
  )
}
