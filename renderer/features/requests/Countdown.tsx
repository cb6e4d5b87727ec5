import type { UtcMs } from '../../../core/basics/instant.ts'
import { assertNever } from '../../../core/basics/assertNever.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { whenWords } from '../job/when.ts'
import { countdownTo } from './countdown.ts'

type CountdownProps = {
  readonly untilUtcMs: UtcMs
  readonly nowUtcMs: UtcMs
  /** What it is that runs out, in a few words. */
  readonly say: string
}

/** What is left, large enough to be read in passing; what has run out says when. Never announced by itself: it changes all the time. */
export function Countdown({ untilUtcMs, nowUtcMs, say }: CountdownProps) {
  const text = useText()
  const format = useFormat()
  const left = leftWords(untilUtcMs, nowUtcMs, text, format)
  const isOver = left === null
  const isClose = countdownTo(untilUtcMs, nowUtcMs).kind === 'seconds'
  return (
    <span className={`countdown ${isOver ? 'over' : ''} ${isClose ? 'close' : ''}`}>
      {isOver ? (
        text('requests.left.over', { time: whenWords(untilUtcMs, nowUtcMs, format) })
      ) : (
        <>
          <b>{left}</b> <small>{say}</small>
        </>
      )}
    </span>
  )
}

/** Null when nothing is left. */
function leftWords(untilUtcMs: UtcMs, nowUtcMs: UtcMs, text: Text, format: Format): string | null {
  const left = countdownTo(untilUtcMs, nowUtcMs)
  switch (left.kind) {
    case 'over':
      return null
    case 'seconds':
      return text('requests.left.seconds', { count: left.seconds })
    case 'minutes':
      return format.minutes(left.minutes)
    case 'days':
      return text('requests.left.days', { count: left.days })
    default:
      return assertNever(left)
  }
}
