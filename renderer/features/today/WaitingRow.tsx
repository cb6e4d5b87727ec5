import { memo } from 'react'
import type { WaitingCard } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Chip, ClassChip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { useBoardDo, useBoardFacts } from './boardContext.ts'
import type { BoardRow } from './boardRows.ts'
import { CarLine, ServicesLine } from './CarLines.tsx'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { FullReason } from './FullReason.tsx'
import { reasonLine } from './reason.ts'
import { MoreButton, Row, StepButton } from './Row.tsx'
import { rowName } from './rowNames.ts'
import type { Format } from '../../i18n/format.ts'

type WaitingRowProps = {
  readonly row: Extract<BoardRow, { lane: 'waiting' }>
  readonly isFocused: boolean
  readonly isOpen: boolean
}

export const WaitingRow = memo(function WaitingRow({ row, isFocused, isOpen }: WaitingRowProps) {
  const text = useText()
  const format = useFormat()
  const facts = useBoardFacts()
  const { toggleReason } = useBoardDo()
  const { card } = row
  const { position, turn, patience } = card.row
  const isTurn = turn.kind === 'start' && facts.may('startWork')
  const reason = reasonLine(card, facts, { text, format })
  const start = startWords(card, text, format)
  const reasonId = `reason-${card.jobId}`
  return (
    <Row
      row={row}
      isFocused={isFocused}
      className={`wt ${isOpen ? 'open' : ''}`}
      name={rowName(
        card,
        [text('today.waiting.position', { position }), text(`domain.arrivalClass.${card.arrivalClass}`), reason, start.replaceAll('*', '')],
        { text, format },
      )}
    >
      <b className="pos">{format.number(position)}</b>
      <div className="id">
        <Plate plate={card.vehicle.plate} heightPx={30} />
        <div>
          <CarLine card={card} />
          <ServicesLine card={card} />
        </div>
      </div>
      <p className="start">
        <Emphasis text={start} />
      </p>
      <div className="why">
        <ClassChip arrivalClass={card.arrivalClass} />
        {patience.isSpent && !isOpen && (
          <Chip look="wait" icon="clock">
            {text('today.waiting.patience')}
          </Chip>
        )}
        {card.passedOverBy.length > 0 && !isOpen && (
          <Chip look="wait" icon="flag">
            {text('today.waiting.passedOver')}
          </Chip>
        )}
        <button
          type="button"
          tabIndex={-1}
          className="r"
          title={reason}
          aria-expanded={isOpen}
          aria-controls={reasonId}
          onClick={() => toggleReason(card.jobId)}
        >
          {reason}
        </button>
        {isOpen && (
          <button type="button" className="btn quiet sm" tabIndex={-1} onClick={() => toggleReason(card.jobId)}>
            {text('today.waiting.close')}
            <Icon name="arrowUp" size="m" />
          </button>
        )}
        {isTurn && (
          <StepButton row={row} isFocused={isFocused} weight="turn">
            {text('jobActions.startWork')}
          </StepButton>
        )}
        <MoreButton row={row} label={text('today.waiting.more')} />
      </div>
      {isOpen && <FullReason card={card} id={reasonId} />}
    </Row>
  )
})

function startWords({ row }: WaitingCard, text: Text, format: Format): string {
  const { expectedStart } = row
  if (expectedStart === null) return text('today.waiting.startUnknown')
  const { p50UtcMs, p80UtcMs } = expectedStart
  return p50UtcMs === p80UtcMs
    ? text('today.waiting.startAbout', { at: format.time(p50UtcMs) })
    : text('today.waiting.start', { from: format.time(p50UtcMs), to: format.time(p80UtcMs) })
}
