import type { TodayBoard, WaitingCard } from '../../../core/contract/views.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { spotsOf } from '../today/boardRows.ts'
import { aheadWords, classWords, dueWords, turnWords } from '../today/fullReason.ts'

/** Why the customer stands where he stands: the same words as on the board. */
export function QueuePlace({ card, board, garage }: { card: WaitingCard; board: TodayBoard; garage: Garage }) {
  const text = useText()
  const format = useFormat()
  const writing = { text, format }
  const spots = spotsOf(board)
  const { row } = card
  return (
    <section className="job-sec apart">
      <h2>
        {text('job.queue.title')}
        <small>
          <b className="num">{text('job.queue.position', { position: row.position })}</b>
        </small>
      </h2>
      <dl className="reason-list">
        <dt>{text('today.full.class')}</dt>
        <dd>{classWords(card, writing)}</dd>
        <dt>{text('today.full.due')}</dt>
        <dd>{dueWords(card, writing)}</dd>
        <dt>{text('today.full.now')}</dt>
        <dd>{turnWords(card, { garage, spots }, writing)}</dd>
        <dt>{text('today.full.ahead')}</dt>
        <dd>
          {aheadWords(row.ahead, spots, writing).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </dd>
        {row.expectedStart !== null && (
          <>
            <dt>{text('job.queue.start')}</dt>
            <dd>{text('common.fromTo', { from: format.time(row.expectedStart.p50UtcMs), to: format.time(row.expectedStart.p80UtcMs) })}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
