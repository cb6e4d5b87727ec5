import { foldDigits } from '../persian/digits.ts'

// Marks (diacritics, and the hamza and madda that NFKD splits off), format characters (ZWNJ, ZWJ, bidi controls, BOM),
// lone surrogates, the free-standing hamza, kashida, and controls other than white space.
const unwritten = /[\p{M}\p{Cf}\p{Cs}\u0621\u0640]|[\p{Cc}--\s]/gv

/** One letter for every shape that Persian, Arabic, Urdu and Kurdish keyboards give it. */
const letterVariants: ReadonlyMap<string, string> = new Map([
  ['\u064a', 'ی'],
  ['\u0649', 'ی'],
  ['\u06d2', 'ی'],
  ['\u0643', 'ک'],
  ['\u06aa', 'ک'],
  ['\u0629', 'ه'],
  ['\u06c1', 'ه'],
  ['\u06c3', 'ه'],
  ['\u06be', 'ه'],
  ['\u06d5', 'ه'],
  ['\u0671', 'ا'],
])
const anyVariant = new RegExp(`[${[...letterVariants.keys()].join('')}]`, 'g')

/**
 * One spelling for what different keyboards type for the same word: letters, digits, invisible characters and white space
 * folded, case kept. NFKD rather than NFKC first, so that hamza and madda come off their letters with the other marks.
 */
export function foldScript(text: string): string {
  return foldDigits(text.normalize('NFKD').replace(unwritten, ''))
    .replace(anyVariant, (letter) => letterVariants.get(letter) ?? letter)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What is compared when people search. Never shown: callers keep what was typed beside it. Folding twice changes nothing. */
export function searchKey(text: string): string {
  return foldScript(text).toLowerCase()
}
