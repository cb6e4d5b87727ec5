import { memo } from 'react'
import { minutesBetween } from '../../../core/basics/instant.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Time } from '../../ui/Moment.tsx'
import { Money } from '../../ui/Money.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import type { BoardRow } from './boardRows.ts'
import { CarLine, ServicesLine } from './CarLines.tsx'
import { MoreButton, Row, StepButton } from './Row.tsx'
import { rowName } from './rowNames.ts'

type ExpectedRowProps = {
  readonly row: Extract<BoardRow, { lane: 'expected' }>
  readonly isFocused: boolean
  /** The next one whose slot is still kept. */
  readonly isNext: boolean
  readonly mayCheckIn: boolean
}

/** Minutes are written only when they are near enough to mean something. */
const nearMin = 90

export const ExpectedRow = memo(function ExpectedRow({ row, isFocused, isNext, mayCheckIn }: ExpectedRowProps) {
  const text = useText()
  const format = useFormat()
  const { card } = row
  const leftMin = Math.round(minutesBetween(useMinute(), card.slotStartUtcMs))
  const left = leftMin > nearMin ? null : nearWords(leftMin, card.released)
  const slot = format.time(card.slotStartUtcMs)
  function nearWords(minutes: number, released: boolean): string {
    if (released) return text('today.expected.late')
    if (minutes === 0) return text('today.expected.now')
    return minutes > 0 ? text('today.expected.inMinutes', { count: minutes }) : text('today.expected.pastMinutes', { count: -minutes })
  }
  return (
    <Row
      row={row}
      isFocused={isFocused}
      className={`exp ${card.released ? 'past' : ''}`}
      name={rowName(card, [text('search.slotAt', { time: slot }), left ?? ''], { text, format })}
    >
      <div className="t">
        <b>
          <Time at={card.slotStartUtcMs} />
        </b>
        {left !== null && (
          <span className={leftMin < 0 ? 'over' : ''}>
            {card.released && <Icon name="clock" size="s" />}
            {left}
          </span>
        )}
      </div>
      <Plate plate={card.vehicle.plate} heightPx={26} />
      <MoreButton row={row} label={text('common.more')} />
      {mayCheckIn && (
        <StepButton row={row} isFocused={isFocused} weight={isNext ? 'turn' : card.released ? 'faint' : 'later'}>
          {text('jobActions.checkIn')}
        </StepButton>
      )}
      <CarLine card={card} />
      {card.released ? (
        <p className="svc wide">
          <span className="w">{text('today.expected.released', { count: -leftMin })}</span>
        </p>
      ) : (
        <>
          <ServicesLine card={card} />
          <p className="amt">
            <Money rial={card.capRial} />
          </p>
        </>
      )}
    </Row>
  )
})
