import type { kit } from '../i18n/kit/fa.ts'
import type { WordsLike } from '../i18n/wordsLike.ts'

export type KitWords = WordsLike<typeof kit>
