import { memo } from 'react'
import { minuteMs, minutesBetween } from '../../../core/basics/instant.ts'
import type { BayStrip, WorkCard } from '../../../core/contract/views.ts'
import { workedMs } from '../../../core/domain/job/evolve.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { Time } from '../../ui/Moment.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { Bar } from '../../ui/Progress.tsx'
import { carName } from '../jobActions/names.ts'
import { AccountLine, accountWords } from './AccountLine.tsx'
import { useBoardFacts } from './boardContext.ts'
import type { BoardRow } from './boardRows.ts'
import { CarLine, ServicesLine } from './CarLines.tsx'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { MoreButton, Row, StepButton } from './Row.tsx'
import { rowName } from './rowNames.ts'
import { isAsked } from './steps.ts'

type WorkRowProps = { readonly row: Extract<BoardRow, { lane: 'work' }>; readonly isFocused: boolean }

/** A bay, with a car or free; or, without a bay, work that stands beside the bays. */
export const WorkRow = memo(function WorkRow({ row, isFocused }: WorkRowProps) {
  const { card, strip } = row
  if (card !== null) return <CarAtWork row={row} card={card} isFocused={isFocused} />
  return strip === null ? null : <FreeBay row={row} strip={strip} isFocused={isFocused} />
})

function CarAtWork({ row, card, isFocused }: WorkRowProps & { readonly card: WorkCard }) {
  const text = useText()
  const format = useFormat()
  const { may } = useBoardFacts()
  const place = row.strip?.bay.name ?? text('today.work.standing')
  const isPaused = card.phase === 'paused'
  const asked = isAsked(card) ? card.account.consent : null
  const step = asked !== null && may('answerConsent') ? 'answerConsent' : isPaused ? 'resumeWork' : 'finishWork'
  const state = [place, card.mechanicName, isPaused ? text('domain.phase.paused') : '', ...accountWords(card.account, text)]
  return (
    <Row row={row} isFocused={isFocused} className="bay" name={rowName(card, state, { text, format })}>
      <div className="bh">
        <b>{place}</b>
        <span>{card.mechanicName}</span>
      </div>
      <div className="id">
        <Plate plate={card.vehicle.plate} heightPx={30} />
        <div>
          <CarLine card={card} />
          <ServicesLine card={card} />
        </div>
      </div>
      <WorkedTime card={card} />
      {asked !== null && <AskedLine asked={asked} />}
      {card.pause !== null && (asked === null || card.pause.reason !== 'consent') && (
        <p className="hold">
          <Icon name={pauseIcons[card.pause.reason]} size="m" />
          <b>{text(`domain.pauseReason.${card.pause.reason}`)}</b>
          {card.pause.note !== '' && (
            <em title={card.pause.note} dir="auto">
              {card.pause.note}
            </em>
          )}
          <Time at={card.pause.pausedAtUtcMs} />
        </p>
      )}
      <AccountLine account={card.account} />
      <div className="ft">
        <p>
          <Emphasis
            text={
              card.account.usedRial === 0
                ? text('today.work.cap', { money: format.money(card.capRial) })
                : text('today.work.usedOfCap', { used: format.money(card.account.usedRial), cap: format.money(card.capRial) })
            }
          />
        </p>
        <MoreButton row={row} label={text('common.more')} />
        {may(step) && (
          <StepButton row={row} isFocused={isFocused} weight="turn">
            {text(`jobActions.${step}`)}
          </StepButton>
        )}
      </div>
    </Row>
  )
}

/** The customer is waited for: how many items, and for how long. */
function AskedLine({ asked }: { asked: NonNullable<WorkCard['account']['consent']> }) {
  const text = useText()
  const waitedMin = Math.max(0, Math.floor(minutesBetween(asked.askedAtUtcMs, useMinute())))
  return (
    <p className="hold">
      <Icon name="pencil" size="m" />
      <b>{text(asked.state === 'expired' ? 'today.account.expired' : 'today.account.asked', { count: asked.items })}</b>
      <span className="f">{text('today.account.minutes', { count: waitedMin })}</span>
    </p>
  )
}

const pauseIcons: Readonly<Record<NonNullable<WorkCard['pause']>['reason'], IconName>> = {
  consent: 'pencil',
  part: 'box',
  mechanic: 'person',
  other: 'pause',
}

/** Worked against estimated minutes; striped while it stands, red stripes past the estimate. */
function WorkedTime({ card }: { card: WorkCard }) {
  const text = useText()
  const format = useFormat()
  const worked = Math.floor(workedMs(card, useMinute()) / minuteMs)
  const { estimateMin, endsAboutUtcMs, pause } = card
  const overMin = worked - estimateMin
  const end =
    pause !== null
      ? text('today.work.stands', { time: format.time(pause.pausedAtUtcMs) })
      : endsAboutUtcMs !== null
        ? text('today.work.endsAbout', { time: format.time(endsAboutUtcMs) })
        : overMin > 0
          ? text('today.work.over', { count: overMin })
          : text('today.work.endsSoon')
  return (
    <div className="pr">
      <Bar share={worked / Math.max(1, estimateMin)} look={pause !== null ? 'held' : overMin > 0 ? 'over' : 'run'} />
      <p>
        <span>
          <Emphasis text={text('today.work.minutesOf', { worked, estimate: estimateMin })} />
        </span>
        <span className={overMin > 0 && pause === null ? 'f late' : 'f'}>{end}</span>
      </p>
    </div>
  )
}

function FreeBay({ row, strip, isFocused }: WorkRowProps & { readonly strip: BayStrip }) {
  const text = useText()
  const format = useFormat()
  const { spots } = useBoardFacts()
  const { bay, next } = strip
  const spot = next === null ? undefined : spots.get(next.jobId)
  const nextWords =
    next === null || spot === undefined ? null : text('today.work.next', { car: carName(spot.card, text, format), position: next.position })
  return (
    <Row
      row={row}
      isFocused={isFocused}
      className="bay free"
      name={[bay.name, text('today.work.free'), nextWords ?? ''].filter((part) => part !== '').join(text('common.listComma'))}
    >
      <div className="bh">
        <b>{bay.name}</b>
        <span>{text(`domain.bayKind.${bay.kind}`)}</span>
      </div>
      {nextWords === null ? (
        <p className="hold none">{text('today.work.nobody')}</p>
      ) : (
        <p className="hold none">
          <Icon name="back" size="m" />
          <b>{nextWords}</b>
          {next !== null && <Time at={next.aboutUtcMs} />}
        </p>
      )}
    </Row>
  )
}
