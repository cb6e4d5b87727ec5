import type { ReactNode } from 'react'
import type { JobPage } from '../../../core/contract/views.ts'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { specFields } from '../../../core/domain/materials/types.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { amountShown } from './amountShown.ts'
import { type Fact, Facts } from './Facts.tsx'
import { amountFacts, billedFacts, consentedFacts, type FactWriting, requestedFacts, usedFacts } from './rowFacts.ts'

type Column = 'requested' | 'consented' | 'used' | 'billed'

const factsOf: Readonly<Record<Column, (job: JobPage, row: ClosingRow, writing: FactWriting) => readonly Fact[]>> = {
  requested: requestedFacts,
  consented: consentedFacts,
  used: usedFacts,
  billed: billedFacts,
}

/** One row; every number in it opens what it comes from. */
export function ClosingCells({ job, row, writing }: { job: JobPage; row: ClosingRow; writing: FactWriting }) {
  const { text, format } = writing
  const { title, state, difference, requested, consented, used, billed } = row
  const isBad = difference?.code === 'billedNotUsed'
  const amount = amountShown(job, row)
  const isStruck = state === 'refused' || state === 'later' || state === 'withdrawn' || state === 'leftOut'
  const number = (column: Column, shown: string, look = '', icon?: IconName): ReactNode => (
    <Facts
      label={text('job.facts.open', { what: text('job.facts.of', { what: text(`job.closing.${column}`), title }), amount: shown })}
      facts={() => factsOf[column](job, row, writing)}
      className={look}
    >
      {icon !== undefined && <Icon name={icon} size="s" />}
      {shown}
    </Facts>
  )
  const none = (
    <span className="nil">
      <span aria-hidden="true">{text('job.closing.nothing')}</span>
      <span className="vh">{text('job.closing.nothingSay')}</span>
    </span>
  )
  const usedWords = (quantity: Quantity): string => (row.hasPart ? format.quantity(quantity) : text('job.closing.done'))
  const consentedCell = (quantity: Quantity): ReactNode => {
    if (state === 'agreed') return number('consented', format.quantity(quantity))
    if (state === 'pending') return number('consented', text('domain.closingState.pending'), 'waits', 'clock')
    return number('consented', text(`domain.closingState.${state}`), 'no', 'cross')
  }
  return (
    <tr className={`${isBad ? 'diff' : ''} ${difference?.code === 'untouched' ? 'diff' : ''} ${isStruck ? 'struck' : ''}`}>
      <th scope="row">
        {/* Text decoration is no word: what became of the row stands in its column as well. */}
        <span className="what">{title}</span> <SpecWords row={row} writing={writing} />
        {row.leftOutReason !== null && <small className="why">{text('job.closing.leftOutFor', { reason: row.leftOutReason })}</small>}
      </th>
      <td>{requested === null ? none : number('requested', format.quantity(requested))}</td>
      <td>
        {consented === null
          ? state === 'leftOut'
            ? number('requested', text('job.closing.notDone'), 'no', 'cross')
            : none
          : consentedCell(consented)}
      </td>
      <td>
        {used.milli === 0
          ? difference === null
            ? none
            : number('used', text('job.closing.nothing'), 'strong')
          : number('used', usedWords(used), isBad ? 'strong' : '')}
      </td>
      <td>
        {billed === null || (billed.milli === 0 && !isBad)
          ? none
          : number('billed', format.quantity(billed), isBad ? 'bad' : '', isBad ? 'warning' : undefined)}
      </td>
      <td className="e">
        {amount === null ? (
          none
        ) : (
          <Facts label={text('job.facts.open', { what: title, amount: format.money(amount) })} facts={() => amountFacts(job, row, writing)}>
            <bdi>{format.money(amount)}</bdi>
          </Facts>
        )}
      </td>
    </tr>
  )
}

/** Brand, grade, part number and condition, as far as they are set; the title is the kind already. */
function SpecWords({ row: { spec, condition, title }, writing: { text } }: { row: ClosingRow; writing: FactWriting }) {
  const parts = [
    ...specFields.flatMap((field) => {
      const value = spec?.[field] ?? ''
      return field === 'kind' || value === '' || title.includes(value) ? [] : [value]
    }),
    ...(condition === null ? [] : [text(`domain.condition.${condition}`)]),
  ]
  return parts.length === 0 ? null : (
    <small>
      {parts.map((part, index) => (
        // The dot stands outside: inside, a Latin word would carry it to its other end.
        <span key={part} className={index === 0 ? '' : 'dotsep'}>
          <bdi>{part}</bdi>
        </span>
      ))}
    </small>
  )
}
