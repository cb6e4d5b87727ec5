import { memo } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Money } from '../../ui/Money.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import type { BoardRow } from './boardRows.ts'
import { settleNeed } from '../bill/settlement.ts'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { AccountLine, accountWords } from './AccountLine.tsx'
import { CarLine, ServicesLine } from './CarLines.tsx'
import { MoreButton, Row, StepButton } from './Row.tsx'
import { rowName } from './rowNames.ts'

type ReadyRowProps = {
  readonly row: Extract<BoardRow, { lane: 'ready' }>
  readonly isFocused: boolean
  readonly mayHandOver: boolean
}

export const ReadyRow = memo(function ReadyRow({ row, isFocused, mayHandOver }: ReadyRowProps) {
  const text = useText()
  const format = useFormat()
  const { card } = row
  const { account } = card
  const { toPayRial, paidRial, leftRial } = account
  const since = text('today.ready.since', { time: format.time(card.finishedAtUtcMs) })
  const state = [text('domain.phase.finished'), since, ...accountWords(account, text)]
  return (
    <Row row={row} isFocused={isFocused} className="rd" name={rowName(card, state, { text, format })}>
      <Plate plate={card.vehicle.plate} heightPx={30} />
      <p className="since">
        <Icon name="done" size="s" />
        {since}
      </p>
      <CarLine card={card} />
      <ServicesLine card={card} />
      <MoreButton row={row} label={text('common.more')} />
      <AccountLine account={account} />
      <div className="pay">
        <p>
          {leftRial > 0 ? (
            <span className="sum">
              <Money rial={leftRial} unit />
            </span>
          ) : (
            <span className="paid">
              <Icon name="check" size="m" />
              {text(toPayRial > 0 ? 'today.ready.settled' : 'today.ready.free')}
            </span>
          )}
        </p>
        {mayHandOver && (
          <StepButton row={row} isFocused={isFocused} weight="turn">
            {text(settleNeed(account) === null ? 'keys.handOver' : 'today.ready.settle')}
          </StepButton>
        )}
      </div>
      {paidRial > 0 && leftRial > 0 && (
        <p className="paid-before">
          <Emphasis text={text('today.ready.paidBefore', { money: format.money(paidRial) })} />
        </p>
      )}
    </Row>
  )
})
