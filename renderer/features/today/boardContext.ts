import { createContext, useContext } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { TodayBoard, WaitingCard } from '../../../core/contract/views.ts'
import type { CommandType } from '../../../core/domain/commands.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import type { BoardRow, Spots } from './boardRows.ts'

/** What the rows do. One value for the life of the board, so that a row is drawn anew only when its own card changes. */
export type BoardDo = {
  readonly focus: (key: string) => void
  /** The row's next step. */
  readonly step: (row: BoardRow) => void
  readonly toggleReason: (jobId: JobId) => void
  readonly ask: (question: JobQuestion) => void
  readonly offerSlot: (card: WaitingCard, slotUtcMs: UtcMs) => void
  readonly openMenu: (row: BoardRow, anchor: HTMLElement) => void
}

/** What rows need to know beside their own card. Changes with the board. */
export type BoardFacts = {
  readonly board: TodayBoard
  readonly garage: Garage
  readonly spots: Spots
  readonly may: (command: CommandType) => boolean
}

export const BoardDoContext = createContext<BoardDo | null>(null)
export const BoardFactsContext = createContext<BoardFacts | null>(null)

export function useBoardDo(): BoardDo {
  return present(useContext(BoardDoContext))
}

export function useBoardFacts(): BoardFacts {
  return present(useContext(BoardFactsContext))
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a row of the board stands inside TodayPage')
  return value
}
