import { Link } from 'wouter'
import type { TodayBoard } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { EmptyState } from '../../ui/State.tsx'
import { openNewVisit } from '../newVisit/newVisitDraft.ts'
import { useBoardFacts } from './boardContext.ts'
import type { BoardRow, BoardRows } from './boardRows.ts'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { ExpectedRow } from './ExpectedRow.tsx'
import { Lane } from './Lane.tsx'
import type { MissedKind } from './MissedDialog.tsx'
import { ReadyRow } from './ReadyRow.tsx'
import { WaitingRow } from './WaitingRow.tsx'
import { WorkRow } from './WorkRow.tsx'

type LaneProps = { readonly rows: BoardRows; readonly focusedKey: string | null }

export function ExpectedLane({ rows, focusedKey, onMissed }: LaneProps & { readonly onMissed: (kind: MissedKind) => void }) {
  const text = useText()
  const format = useFormat()
  const { board, may } = useBoardFacts()
  const next = board.expected.find(({ released }) => !released)
  return (
    <Lane
      id="expected"
      title={text('today.expected.title')}
      count={board.expected.length}
      fact={next === undefined ? null : text('today.expected.next', { time: format.time(next.slotStartUtcMs) })}
      rows={rows.expected}
      renderRow={(row) =>
        row.lane === 'expected' && (
          <ExpectedRow key={row.key} row={row} isFocused={row.key === focusedKey} isNext={row.card === next} mayCheckIn={may('checkIn')} />
        )
      }
      above={
        board.unresolved.length > 0 &&
        may('markNoShow') && (
          <button type="button" className="task" onClick={() => onMissed('unresolved')}>
            <Icon name="calendar" size="m" />
            <span>{text('today.expected.unresolved', { count: board.unresolved.length })}</span>
            <Icon name="onward" size="s" />
          </button>
        )
      }
      below={
        board.noShowsToday.length > 0 && (
          <button type="button" className="more-below" onClick={() => onMissed('noShows')}>
            <span>
              <Emphasis text={text('today.expected.noShows', { count: board.noShowsToday.length })} />
            </span>
            <Icon name="onward" size="s" />
          </button>
        )
      }
      empty={
        <EmptyState icon="calendar" title={text('today.expected.emptyTitle')} say={text('today.expected.emptySay')}>
          {may('takeBookings') && (
            <Link href="/bookings" className="btn">
              {text('today.expected.take')}
            </Link>
          )}
        </EmptyState>
      }
    />
  )
}

export function WaitingLane({ rows, focusedKey, openJobId }: LaneProps & { readonly openJobId: string | null }) {
  const text = useText()
  const format = useFormat()
  const { board, may } = useBoardFacts()
  const { longestWaitMin } = board
  return (
    <Lane
      id="waiting"
      title={text('today.waiting.title')}
      count={board.waiting.length}
      fact={longestWaitMin === null ? null : text('today.waiting.longest', { duration: format.minutes(longestWaitMin) })}
      rows={rows.waiting}
      renderRow={(row) =>
        row.lane === 'waiting' && (
          <WaitingRow key={row.key} row={row} isFocused={row.key === focusedKey} isOpen={row.card.jobId === openJobId} />
        )
      }
      empty={
        <EmptyState icon="car" title={text('today.waiting.emptyTitle')} say={text('today.waiting.emptySay')}>
          {may('openVisit') && (
            <Button icon="add" kbd="N" onPress={() => openNewVisit()}>
              {text('today.waiting.newVisit')}
            </Button>
          )}
        </EmptyState>
      }
    />
  )
}

export function WorkLane({ rows, focusedKey }: LaneProps) {
  const text = useText()
  const { board } = useBoardFacts()
  return (
    <Lane
      id="work"
      title={text('today.work.title')}
      count={rows.work.filter(({ card }) => card !== null).length}
      fact={useFreesNext(board)}
      rows={rows.work}
      renderRow={(row) => row.lane === 'work' && <WorkRow key={row.key} row={row} isFocused={row.key === focusedKey} />}
      empty={
        <EmptyState icon="bay" title={text('today.work.emptyTitle')} say={text('today.work.emptySay')}>
          <Link href="/settings/bays" className="btn">
            {text('today.work.toSettings')}
          </Link>
        </EmptyState>
      }
    />
  )
}

/** Which bay is free, or frees first. */
function useFreesNext({ bays }: TodayBoard): string | null {
  const text = useText()
  const format = useFormat()
  const free = bays.find(({ job }) => job === null)
  if (free !== undefined) return text('today.work.isFree', { bay: free.bay.name })
  const ending = bays.flatMap(({ bay, job }) => (job?.endsAboutUtcMs ? [{ bay: bay.name, at: job.endsAboutUtcMs }] : []))
  const [first] = ending.toSorted((a, b) => a.at - b.at)
  return first === undefined ? null : text('today.work.freesAt', { bay: first.bay, time: format.time(first.at) })
}

export function ReadyLane({ rows, focusedKey }: LaneProps) {
  const text = useText()
  const format = useFormat()
  const { board, may } = useBoardFacts()
  const sum = board.ready.reduce((total, { account }) => total + account.leftRial, 0)
  return (
    <Lane
      id="ready"
      title={text('today.ready.title')}
      count={board.ready.length}
      fact={board.ready.length === 0 ? null : text('today.ready.sum', { money: format.money(sum) })}
      rows={rows.ready}
      renderRow={(row: BoardRow) =>
        row.lane === 'ready' && <ReadyRow key={row.key} row={row} isFocused={row.key === focusedKey} mayHandOver={may('handOver')} />
      }
      below={
        board.handedOverToday > 0 && (
          <Link href="/customers" className="more-below">
            <span>
              <Emphasis text={text('today.ready.handedOver', { count: board.handedOverToday })} />
            </span>
            <Icon name="onward" size="s" />
          </Link>
        )
      }
      empty={<EmptyState icon="key" title={text('today.ready.emptyTitle')} say={text('today.ready.emptySay')} />}
    />
  )
}
