import { addMinutes, type UtcMs } from '../../../core/basics/instant.ts'
import type { WaitingCard } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { direction } from '../../i18n/languages.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { type LineLabel, spreadLabels } from './lineLayout.ts'

const widthPx = 388
const heightPx = 54
const edgePx = 22
const axisPx = 27.5

/** Slot, grace, arrival, due time, now and expected start on one line, in the direction in which the page is read. */
export function WaitLine({ card }: { card: WaitingCard }) {
  const text = useText()
  const format = useFormat()
  const now = useMinute()
  const { arrivedAtUtcMs: arrived, row, evidence } = card
  const { slotStartUtcMs: slot } = row.arrival
  const { dueAtUtcMs: due, expectedStart } = row
  const instants = [arrived, due, now, ...(slot === null ? [] : [slot]), ...(expectedStart === null ? [] : [expectedStart.p80UtcMs])]
  const first = Math.min(...instants)
  const lengthMs = Math.max(1, Math.max(...instants) - first)
  const isMirrored = direction[format.language] === 'rtl'
  const x = (at: UtcMs): number => {
    const share = (at - first) / lengthMs
    return edgePx + (isMirrored ? 1 - share : share) * (widthPx - 2 * edgePx)
  }
  const span = (from: UtcMs, to: UtcMs): { x: number; width: number } => ({ x: Math.min(x(from), x(to)), width: Math.abs(x(to) - x(from)) })

  const at = (id: string, instant: UtcMs, words: string): LineLabel => ({ id, atPx: x(instant), text: words })
  const startWords =
    expectedStart === null
      ? null
      : expectedStart.p50UtcMs === expectedStart.p80UtcMs
        ? text('today.line.startAbout', { at: format.time(expectedStart.p50UtcMs) })
        : text('today.line.start', { from: format.time(expectedStart.p50UtcMs), to: format.time(expectedStart.p80UtcMs) })
  const above = [
    ...(slot === null ? [] : [at('slot', slot, text('today.line.slot', { time: format.time(slot) }))]),
    ...(due === slot ? [] : [at('due', due, text('today.line.due', { time: format.time(due) }))]),
    ...(expectedStart === null || startWords === null ? [] : [at('start', expectedStart.p50UtcMs, startWords)]),
  ]
  const below = [at('arrived', arrived, text('today.line.arrived', { time: format.time(arrived) })), at('now', now, text('today.line.now'))]
  return (
    <svg
      className="tl"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      width={widthPx}
      height={heightPx}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its theme
      role="img"
      aria-label={format.list([...above, ...below].map((label) => label.text))}
    >
      <path className="ax" d={`M0 ${axisPx}H${widthPx}`} />
      {slot !== null && <rect className="grace" y="24" height="7" {...span(slot, addMinutes(slot, evidence.graceMin))} />}
      {due > arrived && <path className="defer" d={`M${x(arrived)} ${axisPx}H${x(due)}`} />}
      {expectedStart !== null && (
        <rect className="st" y="22" height="11" rx="3" {...atLeast(span(expectedStart.p50UtcMs, expectedStart.p80UtcMs), 6)} />
      )}
      {slot !== null && <path className="tick" d={`M${x(slot)} 21v13`} />}
      <circle className="arr" cx={x(arrived)} cy={axisPx} r="4.5" />
      {due !== slot && <path className="due" d={`M${x(due)} 22l5.5 5.5-5.5 5.5-5.5-5.5z`} />}
      <path className="now" d={`M${x(now)} 36v5`} />
      {spreadLabels(above, widthPx).map((label) => (
        <text key={label.id} x={label.atPx} y="14" className={label.id}>
          {label.text}
        </text>
      ))}
      {spreadLabels(below, widthPx).map((label) => (
        <text key={label.id} x={label.atPx} y="51" className={label.id}>
          {label.text}
        </text>
      ))}
    </svg>
  )
}

function atLeast({ x, width }: { x: number; width: number }, leastPx: number): { x: number; width: number } {
  return width >= leastPx ? { x, width } : { x: x - (leastPx - width) / 2, width: leastPx }
}
