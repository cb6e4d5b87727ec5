import { utcFromZoned } from '../../../../core/persian/timeZone.ts'
import type { Garage } from '../../../../core/domain/garage/types.ts'
import type { WaitingCard } from '../../../../core/contract/views.ts'
import type { QueueSettings } from '../../../../core/domain/queue/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { useMinute } from '../../../stores/clock.ts'
import { ClassChip } from '../../../ui/Chip.tsx'
import { Plate } from '../../../ui/plate/Plate.tsx'
import { aheadWords, dueWords, turnWords } from '../../today/fullReason.ts'
import { exampleDay } from './exampleDay.ts'

const exampleMinuteOfDay = 10 * 60 + 20

/** Four customers in the order that the queue itself gives them, with its reasons; changes as the minutes are typed. */
export function LiveExample({ settings, garage }: { settings: QueueSettings; garage: Garage }) {
  const text = useText()
  const format = useFormat()
  const writing = { text, format }
  const now = utcFromZoned(format.day(useMinute()), exampleMinuteOfDay, garage.hours.timeZone)
  const example = exampleDay(now, settings, garage, text)
  const facts = { garage: example.garage, spots: example.spots }
  const whyWords = (card: WaitingCard): readonly string[] => [
    `${text('today.full.due')}: ${dueWords(card, writing)}`,
    turnWords(card, facts, writing),
    ...(card.row.turn.kind === 'wait' ? aheadWords(card.row.ahead, example.spots, writing) : []),
  ]
  return (
    <section className="live-example" aria-live="polite">
      <h3>{text('settings.queue.example.title')}</h3>
      <p className="say">{text('settings.queue.example.say', { now: format.time(now) })}</p>
      <ol>
        {example.cards.map((card) => (
          <li key={card.jobId}>
            <b className="no">{format.number(card.row.position)}</b>
            <div>
              <p className="car">
                <Plate plate={card.vehicle.plate} heightPx={24} />
                <b>{card.vehicle.model}</b>
                <ClassChip arrivalClass={card.arrivalClass} />
                <span>
                  {card.slotStartUtcMs === null
                    ? text('settings.queue.example.noSlot')
                    : text('settings.queue.example.slot', { slot: format.time(card.slotStartUtcMs) })}
                  {text('common.listComma')}
                  {text('settings.queue.example.arrived', { arrived: format.time(card.arrivedAtUtcMs) })}
                </span>
              </p>
              <p>{whyWords(card).join(' ')}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className="say">
        {text('settings.queue.example.expected', {
          car: example.expected.vehicle.model,
          slot: format.time(example.expected.slotStartUtcMs),
        })}
      </p>
    </section>
  )
}
