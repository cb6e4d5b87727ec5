import type { JobId } from '../../../core/basics/ids.ts'
import type { BayStrip, ExpectedCard, JobCard, ReadyCard, TodayBoard, WaitingCard, WorkCard } from '../../../core/contract/views.ts'

export type LaneId = 'expected' | 'waiting' | 'work' | 'ready'
/** In reading order: the way a car goes. */
export const laneIds: readonly LaneId[] = ['expected', 'waiting', 'work', 'ready']

/** A row that can hold the focus. A bay keeps its row whichever car stands in it, or none. */
export type BoardRow =
  | { readonly lane: 'expected'; readonly key: string; readonly card: ExpectedCard }
  | { readonly lane: 'waiting'; readonly key: string; readonly card: WaitingCard }
  | { readonly lane: 'work'; readonly key: string; readonly card: WorkCard | null; readonly strip: BayStrip | null }
  | { readonly lane: 'ready'; readonly key: string; readonly card: ReadyCard }

export type BoardRows = Readonly<Record<LaneId, readonly BoardRow[]>>

export function rowsOf(board: TodayBoard): BoardRows {
  return {
    expected: board.expected.map((card) => ({ lane: 'expected', key: card.jobId, card })),
    waiting: board.waiting.map((card) => ({ lane: 'waiting', key: card.jobId, card })),
    work: [
      ...board.bays.map((strip) => ({ lane: 'work', key: strip.bay.bayId, card: strip.job, strip }) as const),
      ...board.standing.map((card) => ({ lane: 'work', key: card.jobId, card, strip: null }) as const),
    ],
    ready: board.ready.map((card) => ({ lane: 'ready', key: card.jobId, card })),
  }
}

export function findRow(rows: BoardRows, key: string): BoardRow | null {
  for (const lane of laneIds) {
    const row = rows[lane].find((candidate) => candidate.key === key)
    if (row !== undefined) return row
  }
  return null
}

/** The row that is to start next: in its bay, by its mechanic, as the queue says. */
export function nextToStart(rows: BoardRows): Extract<BoardRow, { lane: 'waiting' }> | null {
  for (const row of rows.waiting) if (row.lane === 'waiting' && row.card.row.turn.kind === 'start') return row
  return null
}

/** Where on the board a job stands, for sentences that name it. */
export type Spot =
  | { readonly lane: 'expected'; readonly card: JobCard; readonly position: null }
  | { readonly lane: 'waiting'; readonly card: WaitingCard; readonly position: number }
  | { readonly lane: 'work' | 'ready'; readonly card: JobCard; readonly position: null }

export type Spots = ReadonlyMap<JobId, Spot>

export function spotsOf(board: TodayBoard): Spots {
  const spots = new Map<JobId, Spot>()
  for (const card of board.expected) spots.set(card.jobId, { lane: 'expected', card, position: null })
  for (const card of board.waiting) spots.set(card.jobId, { lane: 'waiting', card, position: card.row.position })
  for (const { job } of board.bays) if (job !== null) spots.set(job.jobId, { lane: 'work', card: job, position: null })
  for (const card of board.standing) spots.set(card.jobId, { lane: 'work', card, position: null })
  for (const card of board.ready) spots.set(card.jobId, { lane: 'ready', card, position: null })
  return spots
}
