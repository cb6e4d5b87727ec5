import { useCallback, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Screen } from '../../app/shell/Shell.tsx'
import type { JobId } from '../../../core/basics/ids.ts'
import type { JobCard, TodayBoard } from '../../../core/contract/views.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { serviceNow } from '../../stores/clock.ts'
import { AnchoredMenu } from '../../ui/Menu.tsx'
import { plateWords } from '../../ui/plate/plateText.ts'
import { useLatest } from '../../ui/useLatest.ts'
import { runNewestToastAction, showToast } from '../../ui/toasts.ts'
import { JobDialog } from '../jobActions/JobDialog.tsx'
import type { JobQuestion } from '../jobActions/question.ts'
import { openConsent } from '../consent/openConsent.ts'
import { openPartLog } from '../mechanic/openPartLog.ts'
import { openNewVisit } from '../newVisit/newVisitDraft.ts'
import { inboxHref } from '../requests/requestHref.ts'
import { openSearch } from '../search/searchBox.ts'
import { type BoardDo, BoardDoContext, type BoardFacts, BoardFactsContext } from './boardContext.ts'
import { type BoardRow, type BoardRows, nextToStart, rowsOf, spotsOf } from './boardRows.ts'
import { BoardKeys } from './BoardKeys.tsx'
import { ExpectedLane, ReadyLane, WaitingLane, WorkLane } from './lanes.tsx'
import { MissedDialog, type MissedKind } from './MissedDialog.tsx'
import { type Offer, OfferDialog } from './OfferDialog.tsx'
import { rowMenu } from './rowMenu.ts'
import { dueNow } from './resting.ts'
import { whoWords } from './rowNames.ts'
import { rowBeside, useBoardFocus } from './useBoardFocus.ts'
import { useBoardKeys } from './useBoardKeys.ts'
import { useBoardSteps } from './useBoardSteps.ts'
import { useMoves } from './useMoves.ts'

/** Four lanes in the order in which a car goes through the garage, and everything that can be done on them. */
export function Board({ board, garage }: { board: TodayBoard; garage: Garage }) {
  const text = useText()
  const format = useFormat()
  const [, navigate] = useLocation()
  const rows = useMemo(() => rowsOf(board), [board])
  const spots = useMemo(() => spotsOf(board), [board])
  const [openJobId, setOpenJobId] = useState<JobId | null>(null)
  const [question, ask] = useState<JobQuestion | null>(null)
  const [missed, setMissed] = useState<MissedKind | null>(null)
  const [offer, setOffer] = useState<Offer | null>(null)
  const [menu, setMenu] = useState<{ readonly row: BoardRow; readonly anchor: HTMLElement } | null>(null)
  const element = useRef<HTMLDivElement>(null)

  const toggleReason = useCallback((jobId: JobId) => setOpenJobId((open) => (open === jobId ? null : jobId)), [])
  const { may, send, step } = useBoardSteps({ ask, toggleReason })
  const { current, focus } = useBoardFocus(rows, { nowUtcMs: board.nowUtcMs, mayAnswer: may('answerConsent') })
  const said = useMoves(element, spots)

  const focusRow = (row: BoardRow | undefined | null): void => {
    if (row) element.current?.querySelector<HTMLElement>(`[data-key="${row.key}"]`)?.focus()
  }
  const openMenuOf = (row: BoardRow | null): void => {
    const anchor = row === null ? null : element.current?.querySelector<HTMLElement>(`[data-key="${row.key}"] [data-menu]`)
    if (row?.card && anchor) setMenu({ row, anchor })
  }
  useBoardKeys({
    move: (to) => focusRow(rowBeside(rows, current, to)),
    next: () => current !== null && step(startOf(current, rows)),
    newVisit: () => may('openVisit') && openNewVisit(),
    requests: () => navigate(inboxHref),
    checkIn: () => {
      const row = current?.lane === 'expected' ? current : dueNow(rows, serviceNow())
      if (row !== null && may('checkIn')) step(row)
      else focusRow(rows.expected[0])
    },
    start: () => {
      const row = current?.lane === 'waiting' && current.card.row.turn.kind === 'start' ? current : nextToStart(rows)
      if (row !== null && may('startWork')) step(row)
      else showToast({ look: 'news', say: text('today.nobodysTurn') })
    },
    finish: () => {
      const row = workMeant(current, rows)
      if (row?.card) send({ type: 'finishWork', jobId: row.card.jobId }, row.card)
      else focusRow(rows.work[0])
    },
    pause: () => {
      const row = workMeant(current, rows)
      if (row?.card?.phase === 'inWork' && may('pauseWork')) ask({ kind: 'pause', jobId: row.card.jobId })
      else focusRow(rows.work[0])
    },
    consent: () => {
      const card = current !== null && current.lane !== 'expected' ? current.card : null
      if (card !== null && may('askConsent')) openConsent(card.jobId)
      else focusRow(rows.work.find(({ card: atWork }) => atWork !== null))
    },
    part: () => {
      const card = current?.lane === 'ready' ? current.card : (workMeant(current, rows)?.card ?? null)
      if (card !== null && may('logPart')) openPartLog(card.jobId)
      else focusRow(rows.work.find(({ card: atWork }) => atWork !== null))
    },
    handOver: () => {
      const row = current?.lane === 'ready' ? current : rows.ready[0]
      if (row !== undefined && may('handOver')) step(row)
    },
    menu: () => openMenuOf(current),
    undo: () => void runNewestToastAction(),
    digit: (digit) => openSearch(digit),
  })

  const copyPlate = (card: JobCard): void => {
    const plate = plateWords(card.vehicle.plate, text, format)
    navigator.clipboard.writeText(plate).then(
      () => showToast({ look: 'done', say: text('today.menu.plateCopied') }),
      () => showToast({ look: 'danger', say: text('today.menu.copyFailed', { plate }) }),
    )
  }
  const latest = useLatest<BoardDo>({
    focus,
    step: (row) => step(startOf(row, rows)),
    toggleReason,
    ask,
    offerSlot: (card, slotUtcMs) => setOffer({ card, slotUtcMs }),
    openMenu: (row, anchor) => setMenu({ row, anchor }),
  })
  const boardDo = useMemo<BoardDo>(
    () => ({
      focus: (key) => latest.current.focus(key),
      step: (row) => latest.current.step(row),
      toggleReason: (jobId) => latest.current.toggleReason(jobId),
      ask: (asked) => latest.current.ask(asked),
      offerSlot: (card, slotUtcMs) => latest.current.offerSlot(card, slotUtcMs),
      openMenu: (row, anchor) => latest.current.openMenu(row, anchor),
    }),
    [latest],
  )
  const facts = useMemo<BoardFacts>(() => ({ board, garage, spots, may }), [board, garage, spots, may])
  const focusedKey = current?.key ?? null
  const menuDo = { may, send, ask, toggleReason, open: (jobId: JobId) => navigate(`/jobs/${jobId}`), copyPlate }
  return (
    <BoardDoContext value={boardDo}>
      <BoardFactsContext value={facts}>
        <Screen title={text('shell.today')} keys={<BoardKeys current={current} />}>
          <h1 className="vh">{text('shell.today')}</h1>
          <div className="board" ref={element}>
            <ExpectedLane rows={rows} focusedKey={focusedKey} onMissed={setMissed} />
            <WaitingLane rows={rows} focusedKey={focusedKey} openJobId={openJobId} />
            <WorkLane rows={rows} focusedKey={focusedKey} />
            <ReadyLane rows={rows} focusedKey={focusedKey} />
          </div>
          <p className="vh" role="log" aria-live="polite">
            {said}
          </p>
        </Screen>
        {menu?.row.card && (
          <AnchoredMenu
            anchor={menu.anchor}
            label={text('today.menu.label', { car: whoWords(menu.row.card, { text, format }) })}
            groups={rowMenu(menu.row, menu.row.card.jobId === openJobId, menuDo, { text, format })}
            onClose={() => setMenu(null)}
          />
        )}
        <JobDialog question={question} onAsk={ask} />
        {missed !== null && <MissedDialog kind={missed} onClose={() => setMissed(null)} />}
        {offer !== null && <OfferDialog offer={offer} onClose={() => setOffer(null)} />}
      </BoardFactsContext>
    </BoardDoContext>
  )
}

/** A free bay's next step is to start the car that the queue sends there. */
function startOf(row: BoardRow, rows: BoardRows): BoardRow {
  if (row.lane !== 'work' || row.card !== null) return row
  return rows.waiting.find(({ key }) => key === row.strip?.next?.jobId) ?? row
}

/** The focused work, or the only one there is. */
function workMeant(current: BoardRow | null, rows: BoardRows): Extract<BoardRow, { lane: 'work' }> | null {
  if (current?.lane === 'work' && current.card !== null) return current
  const working = rows.work.flatMap((row) => (row.lane === 'work' && row.card !== null ? [row] : []))
  return working.length === 1 ? (working[0] ?? null) : null
}
