import type { WaitingCard } from '../../../core/contract/views.ts'
import { useFreeSlot } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { serviceNow } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoardDo, useBoardFacts } from './boardContext.ts'
import { aheadWords, classWords, dueWords, turnWords } from './fullReason.ts'
import { WaitLine } from './WaitLine.tsx'

/** Everything the desk needs to tell a customer why he stands here and until when. */
export function FullReason({ card, id }: { card: WaitingCard; id: string }) {
  const text = useText()
  const format = useFormat()
  const facts = useBoardFacts()
  const { ask } = useBoardDo()
  const writing = { text, format }
  const { jobId, row } = card
  return (
    <div className="full" id={id}>
      <WaitLine card={card} />
      <dl>
        <dt>{text('today.full.class')}</dt>
        <dd>{classWords(card, writing)}</dd>
        <dt>{text('today.full.due')}</dt>
        <dd>{dueWords(card, writing)}</dd>
        <dt>{text('today.full.ahead')}</dt>
        <dd>
          {aheadWords(row.ahead, facts.spots, writing).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </dd>
        <dt>{text('today.full.now')}</dt>
        <dd>{turnWords(card, facts, writing)}</dd>
        {facts.may('moveSlot') && (
          <>
            <dt>{text('today.full.otherWay')}</dt>
            <dd>
              <FreeSlotOffer card={card} />
            </dd>
          </>
        )}
      </dl>
      {row.patience.isSpent && (
        <div className="notice">
          <Icon name="clock" size="m" />
          <p>{text('today.full.patience', { since: format.time(row.patience.endsAtUtcMs) })}</p>
          {facts.may('startWork') && (
            <Button size="sm" onPress={() => ask({ kind: 'start', jobId })}>
              {text('today.full.outOfTurn')}
            </Button>
          )}
        </div>
      )}
      {card.passedOverBy.map(({ jobId: byJobId, jobNo, reason, atUtcMs }) => (
        <p key={byJobId} className="notice">
          <Icon name="flag" size="m" />
          {text('today.full.passedOver', { jobNo, reason, time: format.time(atUtcMs) })}
        </p>
      ))}
    </div>
  )
}

/** Policy 8: the first free slot, today or later, as another way. */
function FreeSlotOffer({ card }: { card: WaitingCard }) {
  const text = useText()
  const format = useFormat()
  const { offerSlot } = useBoardDo()
  const { data: free, isPending } = useFreeSlot(card.jobId)
  if (isPending) return text('today.full.looking')
  if (free === null || free === undefined) return text('today.full.noFreeSlot')
  const time = format.time(free)
  const isToday = format.day(free) === format.day(serviceNow())
  return (
    <>
      {isToday ? text('today.full.freeToday', { time }) : text('today.full.freeLater', { slot: format.dateTime(free) })}{' '}
      <button type="button" className="link" onClick={() => offerSlot(card, free)}>
        {text('today.full.offer', { time: isToday ? time : format.dateTime(free) })}
      </button>
    </>
  )
}
