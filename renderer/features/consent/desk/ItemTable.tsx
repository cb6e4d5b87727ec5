import type { ReactNode } from 'react'
import { itemRial } from '../../../../core/domain/consent/state.ts'
import type { ConsentItem } from '../../../../core/domain/consent/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Money } from '../../../ui/Money.tsx'
import { Photos } from '../Photos.tsx'
import { SafetyMark } from '../SafetyMark.tsx'
import { shownItem } from '../shown.ts'

type ItemTableProps = {
  readonly label: string
  readonly items: readonly ConsentItem[]
  /** Struck out: no part of what was agreed. */
  readonly isOut?: (item: ConsentItem) => boolean
  readonly renderAnswer: (item: ConsentItem) => ReactNode
}

/** The items of a request with what became of each. */
export function ItemTable({ label, items, isOut, renderAnswer }: ItemTableProps) {
  const text = useText()
  const format = useFormat()
  return (
    <table className="tbl flush consent-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{text('consent.live.item')}</th>
          <th scope="col" className="e">
            {text('consent.live.price', { unit: text(`common.${format.moneyUnit}`) })}
          </th>
          <th scope="col">{text('consent.live.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const shown = shownItem(item, { text, format })
          return (
            <tr key={item.itemNo} className={isOut?.(item) === true ? 'out' : ''}>
              <th scope="row">
                <div className="what">
                  <em>{format.digits(item.itemNo)}</em>
                  <div>
                    <b>
                      <bdi>{item.title}</bdi>
                    </b>
                    <p className="facts">
                      <SafetyMark grade={item.grade} />
                      {shown.facts.map((fact) => (
                        <span key={fact}>{fact}</span>
                      ))}
                    </p>
                    <p>
                      <bdi>{item.reason}</bdi>
                    </p>
                    <p>
                      <b>{shown.ifRefused.label}</b> <bdi>{item.ifRefused}</bdi>
                    </p>
                  </div>
                  <Photos hashes={item.photos} of={item.title} most={2} />
                </div>
              </th>
              <td className="e">
                <b>
                  <Money rial={itemRial(item.price)} />
                </b>
                {shown.priceParts !== null && <small>{shown.priceParts}</small>}
              </td>
              <td>{renderAnswer(item)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
