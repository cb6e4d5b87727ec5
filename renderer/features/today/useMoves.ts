import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { Spots } from './boardRows.ts'
import { type Places, showMoves } from './moves.ts'
import { isOwnStepRecent } from './pointing.ts'
import type { Writing } from './reason.ts'
import { whoWords } from './rowNames.ts'

/** So many moves are told one by one, more are counted. */
const mostTold = 3

/** Shows moved cards moving, and returns what to say of those that others moved: one's own steps are said by a toast. */
export function useMoves(board: RefObject<HTMLElement | null>, spots: Spots): string {
  const text = useText()
  const format = useFormat()
  const places = useRef<Places>(new Map())
  const [said, say] = useState('')
  const before = useRef(spots)

  useLayoutEffect(() => {
    if (board.current !== null) places.current = showMoves(places.current, board.current)
  })
  useEffect(() => {
    if (before.current === spots) return
    const words = movesBetween(before.current, spots, { text, format })
    before.current = spots
    if (words.length > 0 && !isOwnStepRecent()) {
      say(words.length > mostTold ? text('today.moved.many', { count: words.length }) : words.join(' '))
    }
  }, [spots, text, format])
  return said
}

function movesBetween(before: Spots, after: Spots, writing: Writing): readonly string[] {
  const jobIds = new Set<JobId>([...before.keys(), ...after.keys()])
  return [...jobIds].flatMap((jobId) => {
    const from = before.get(jobId)
    const to = after.get(jobId)
    const spot = to ?? from
    if (spot === undefined || from?.lane === to?.lane) return []
    const car = whoWords(spot.card, writing)
    if (to === undefined) return [writing.text('today.moved.gone', { car })]
    return [
      to.lane === 'waiting'
        ? writing.text('today.moved.waiting', { car, position: to.position })
        : writing.text(`today.moved.${to.lane}`, { car }),
    ]
  })
}
