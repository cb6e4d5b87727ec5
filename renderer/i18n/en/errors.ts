import type { errors as reference } from '../fa/errors.ts'
import type { WordsLike } from '../wordsLike.ts'

export const errors = {
  boundaryTitle: 'This screen did not open',
  boundarySay: 'Something in the program failed. What was saved is safe. Open the screen again; if it happens again, call support.',
  boundaryAgain: 'Open again',
  boundaryDetails: 'Technical details',
  notFoundTitle: 'There is no such screen',
  notFoundSay: 'Perhaps the address is an old one.',
  toToday: 'Go to Today',
} satisfies WordsLike<typeof reference>
