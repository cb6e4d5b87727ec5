import type { keys as reference } from '../fa/keys.ts'
import type { WordsLike } from '../wordsLike.ts'

export const keys = {
  title: 'Keys',
  move: 'Move',
  moveLanes: 'Between the lanes',
  next: 'Next step of this row',
  reason: 'Reason of its place, open and close',
  search: 'Search and commands',
  digits: 'Digits of a plate: begins a search',
  newVisit: 'New visit',
  checkIn: 'Check in',
  start: 'Start',
  startNext: 'Start the next car in the right bay',
  finish: 'Finish',
  handOver: 'Hand over',
  pause: 'Pause with a reason',
  menu: 'More for this row',
  undo: 'Undo the last step',
  all: 'This list',
  close: 'Close what is open',
  groupMove: 'Go',
  groupDo: 'Do',
  groupRest: 'Program',
} satisfies WordsLike<typeof reference>
