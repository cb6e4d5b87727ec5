import type { ReactNode } from 'react'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Offered } from '../../../core/domain/request/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { specText } from '../../i18n/mismatchText.ts'
import { useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Money } from '../../ui/Money.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { whenWords } from '../job/when.ts'
import { offerToPayRial } from '../../../core/domain/request/state.ts'
import { type OfferCell, offerRows } from './offerChanges.ts'

type OfferTableProps = {
  readonly label: string
  /** Oldest first. */
  readonly offers: readonly Offered[]
  readonly nowUtcMs: UtcMs
  /** Below the number of the revision. */
  readonly renderHead: (offer: Offered) => ReactNode
  readonly acceptedRevision: number | null
}

/** Revisions side by side: every line of any of them, and what changed from one to the next, in words and not by colour alone. */
export function OfferTable({ label, offers, nowUtcMs, renderHead, acceptedRevision }: OfferTableProps) {
  const text = useText()
  const format = useFormat()
  const hasNotes = offers.some(({ note }) => note !== '')
  const hasWithdrawn = offers.some(({ withdrawn }) => withdrawn !== null)
  return (
    <ScrollArea className="offers-side" label={label}>
      <table className="tbl flush">
        <thead>
          <tr>
            <th scope="col">{text('requests.lineRow')}</th>
            {offers.map((offer) => (
              <th key={offer.eventId} scope="col" className={`e ${offer.revision === acceptedRevision ? 'accepted' : ''}`}>
                <b>{text('requests.revision', { no: offer.revision })}</b>
                <div>{renderHead(offer)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offerRows(offers).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.title}
                {row.spec !== null && specText({ ...row.spec, kind: '' }, text) !== '' && (
                  <small> {specText({ ...row.spec, kind: '' }, text)}</small>
                )}
              </th>
              {row.cells.map((cell, index) => (
                <td key={offers[index]?.eventId} className={`e ${cell?.change ?? ''}`}>
                  {cell !== null && <LineCell cell={cell} />}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{text('requests.vatRow')}</th>
            {offers.map(({ eventId, vat }) => (
              <td key={eventId} className="e">
                {vat.kind === 'inside'
                  ? text('requests.vatInsideShort')
                  : text('requests.vatAddedShort', { percent: format.percent(vat.ratePermyriad) })}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text('requests.validRow')}</th>
            {offers.map(({ eventId, validUntilUtcMs }) => (
              <td key={eventId} className="e">
                {text('requests.left.until', { time: whenWords(validUntilUtcMs, nowUtcMs, format) })}
              </td>
            ))}
          </tr>
          {hasNotes && (
            <tr>
              <th scope="row">{text('requests.noteRow')}</th>
              {offers.map(({ eventId, note }) => (
                <td key={eventId} className="e words">
                  <bdi>{note}</bdi>
                </td>
              ))}
            </tr>
          )}
          {hasWithdrawn && (
            <tr>
              <th scope="row">{text('requests.withdrawnRow')}</th>
              {offers.map(({ eventId, withdrawn }) => (
                <td key={eventId} className="e words">
                  {withdrawn !== null && (
                    <>
                      <bdi>{withdrawn.reason}</bdi> <small>{whenWords(withdrawn.atUtcMs, nowUtcMs, format)}</small>
                    </>
                  )}
                </td>
              ))}
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('requests.total')}</th>
            {offers.map((offer) => (
              <td key={offer.eventId} className="e">
                <Money rial={offerToPayRial(offer)} unit />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollArea>
  )
}

function LineCell({ cell }: { cell: OfferCell | { readonly change: 'gone' } }) {
  const text = useText()
  const format = useFormat()
  if (cell.change === 'gone') return <Chip icon="cross">{text('requests.change.gone')}</Chip>
  return (
    <>
      {cell.change !== 'same' && (
        <Chip look="wait" icon={cell.change === 'new' ? 'add' : 'pencil'}>
          {text(`requests.change.${cell.change}`)}
        </Chip>
      )}{' '}
      {cell.quantity !== null && <small>{format.quantity(cell.quantity)}</small>} <Money rial={cell.priceRial} />
    </>
  )
}
