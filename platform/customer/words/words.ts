import type { Language } from '../options.ts'
import { en } from './en.ts'
import { fa, type Words } from './fa.ts'

export type { Words } from './fa.ts'

/** Every word of the customer's pages. */
export const wordsOf = { fa, en } as const satisfies Record<Language, Words>
