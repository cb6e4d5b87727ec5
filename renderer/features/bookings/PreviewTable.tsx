import { Link } from 'wouter'
import type { JobId } from '../../../core/basics/ids.ts'
import type { BookingRow } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Chip, type ChipLook } from '../../ui/Chip.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { Money } from '../../ui/Money.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { hasRequest, PreviewRequest } from './PreviewRequest.tsx'
import { problemWords, warningWords } from './rowWords.ts'

/** Rows of the file as they were understood; what is wrong with one stands below it. */
export function PreviewTable({ rows }: { rows: readonly BookingRow[] }) {
  const text = useText()
  const format = useFormat()
  return (
    <table className="tbl preview">
      <thead>
        <tr>
          <th scope="col">{text('bookings.row')}</th>
          <th scope="col">{text('bookings.slot')}</th>
          <th scope="col">{text('customers.plate')}</th>
          <th scope="col">{text('customers.car')}</th>
          <th scope="col">{text('bookings.customer')}</th>
          <th scope="col">{text('customers.services')}</th>
          <th scope="col" className="e">
            {text('bookings.price', { unit: text(`common.${format.moneyUnit}`) })}
          </th>
          <th scope="col">{text('bookings.state')}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <PreviewRow key={row.row} row={row} />
      ))}
    </table>
  )
}

const states: Readonly<Record<BookingRow['state'], { readonly look: ChipLook; readonly icon: IconName }>> = {
  good: { look: 'ready', icon: 'check' },
  bad: { look: 'danger', icon: 'warning' },
  alreadyTaken: { look: 'plain', icon: 'done' },
}

function PreviewRow({ row }: { row: BookingRow }) {
  const text = useText()
  const format = useFormat()
  const { state, customer, vehicle, plateTyped, slotStartUtcMs, acceptedRial, problems, warnings } = row
  const asksFor = hasRequest(row)
  const isTold = problems.length > 0 || warnings.length > 0
  return (
    <tbody className={state}>
      <tr>
        <th scope="row" rowSpan={1 + Number(asksFor) + Number(isTold)}>
          {format.number(row.row)}
        </th>
        <td>{slotStartUtcMs === null ? '' : format.dateTime(slotStartUtcMs)}</td>
        <td>{vehicle === null ? <bdi>{plateTyped}</bdi> : <Plate plate={vehicle.plate} heightPx={22} />}</td>
        <td>
          <bdi>{vehicle?.model}</bdi>
        </td>
        <td>
          {customer !== null && (
            <>
              <PersonName name={customer.name} /> <small>{customer.mobile !== null && <Phone mobile={customer.mobile} />}</small>
            </>
          )}
        </td>
        <td>{row.serviceTitles.join(text('common.listComma'))}</td>
        <td className="e">{acceptedRial === null ? <small>{text('bookings.fromList')}</small> : <Money rial={acceptedRial} />}</td>
        <td>
          <Chip {...states[state]}>{text(`bookings.${state}`)}</Chip>
        </td>
      </tr>
      {asksFor && <PreviewRequest row={row} />}
      {isTold && (
        <tr className="words">
          <td colSpan={7}>
            {problems.map((problem) => (
              <p key={JSON.stringify(problem)} className="problem">
                <Icon name="warning" size="s" />
                <span>
                  {problemWords(problem, text)} {problem.code === 'takenWithOtherContent' && <JobLink job={problem} />}
                </span>
              </p>
            ))}
            {warnings.map((warning) => (
              <p key={warning.code} className="warning">
                <Icon name="info" size="s" />
                <span>
                  {warningWords(warning, text)} {warning.code === 'plateBookedThatDay' && <JobLink job={warning} />}
                </span>
              </p>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function JobLink({ job }: { job: { readonly jobId: JobId; readonly jobNo: number } }) {
  const text = useText()
  return (
    <Link href={`/jobs/${job.jobId}`} className="link">
      {text('common.jobNo', { no: job.jobNo })}
    </Link>
  )
}
