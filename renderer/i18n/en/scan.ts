import type { scan as reference } from '../fa/scan.ts'
import type { WordsLike } from '../wordsLike.ts'

export const scan = {
  nothing: 'Barcode {{code}} is neither a part of the catalogue nor the number of a job.',
  notWanted: 'No car in work wants “{{part}}”.',
  which: '{{part}} for which car?',
} satisfies WordsLike<typeof reference>
