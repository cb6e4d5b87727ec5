import { memo } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Money } from '../../ui/Money.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import type { BoardRow } from './boardRows.ts'
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
  const since = text('today.ready.since', { time: format.time(card.finishedAtUtcMs) })
  return (
    <Row row={row} isFocused={isFocused} className="rd" name={rowName(card, [text('domain.phase.finished'), since], { text, format })}>
      <Plate plate={card.vehicle.plate} heightPx={30} />
      <p className="since">
        <Icon name="done" size="s" />
        {since}
      </p>
      <CarLine card={card} />
      <ServicesLine card={card} />
      <div className="pay">
        <p>
          <span className="sum">
            <Money rial={card.capRial} unit />
          </span>
        </p>
        <MoreButton row={row} label={text('common.more')} />
        {mayHandOver && (
          <StepButton row={row} isFocused={isFocused} weight="turn">
            {text('keys.handOver')}
          </StepButton>
        )}
      </div>
    </Row>
  )
})
