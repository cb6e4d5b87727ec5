/** The letters of private cars, in alphabetical order, as the series run through them. */
const privateLetters = ['ب', 'ج', 'د', 'س', 'ص', 'ط', 'ق', 'ل', 'م', 'ن', 'و', 'ه', 'ی'] as const

/** Letters that stand for a kind of owner or use, the same all over the country. D and S are drawn in Latin. */
const classOfReservedLetter = {
  ت: 'taxi',
  ع: 'public',
  ک: 'agricultural',
  الف: 'government',
  پ: 'police',
  ث: 'army',
  ش: 'army',
  ز: 'army',
  ف: 'army',
  ژ: 'disabled',
  گ: 'temporary',
  D: 'diplomatic',
  S: 'service',
} as const

type ReservedLetter = keyof typeof classOfReservedLetter
export type PlateLetter = (typeof privateLetters)[number] | ReservedLetter
export type PlateLetterClass = 'private' | (typeof classOfReservedLetter)[ReservedLetter]

const reservedLetters: readonly ReservedLetter[] = ['ت', 'ع', 'ک', 'الف', 'پ', 'ث', 'ش', 'ز', 'ف', 'ژ', 'گ', 'D', 'S']

/** For a chooser on screen: private first, then taxi, public and the rarer ones. */
export const plateLetters: readonly PlateLetter[] = [...privateLetters, ...reservedLetters]

export function isPlateLetter(text: string): text is PlateLetter {
  return plateLetters.some((letter) => letter === text)
}

export function classOfLetter(letter: PlateLetter): PlateLetterClass {
  const reserved = reservedLetters.find((candidate) => candidate === letter)
  return reserved === undefined ? 'private' : classOfReservedLetter[reserved]
}

/** What people type for a letter that is drawn as a wheelchair, or that has a name. Spelled as `foldScript` leaves them. */
const spelledOut: ReadonlyMap<string, PlateLetter> = new Map([
  ['ا', 'الف'],
  ['معلول', 'ژ'],
  ['معلولین', 'ژ'],
  ['جانباز', 'ژ'],
  ['ویلچر', 'ژ'],
])

/** Latin capitals stand for sounds, except D and S, which are letters of real plates. */
const bySound: ReadonlyMap<string, PlateLetter> = new Map([
  ['A', 'الف'],
  ['B', 'ب'],
  ['E', 'ع'],
  ['F', 'ف'],
  ['G', 'گ'],
  ['H', 'ه'],
  ['J', 'ج'],
  ['K', 'ک'],
  ['L', 'ل'],
  ['M', 'م'],
  ['N', 'ن'],
  ['P', 'پ'],
  ['Q', 'ق'],
  ['T', 'ت'],
  ['V', 'و'],
  ['W', 'و'],
  ['Y', 'ی'],
  ['Z', 'ز'],
])

/**
 * Small Latin letters are keys of the Persian layout (ISIRI 9147) pressed while the keyboard was in English. A key whose
 * Persian letter is on no plate (b, m, p, q, v, y, z) is taken by its sound instead.
 */
const byKey: ReadonlyMap<string, PlateLetter> = new Map([
  ['w', 'ص'],
  ['e', 'ث'],
  ['r', 'ق'],
  ['t', 'ف'],
  ['u', 'ع'],
  ['i', 'ه'],
  ['a', 'ش'],
  ['s', 'س'],
  ['d', 'ی'],
  ['f', 'ب'],
  ['g', 'ل'],
  ['h', 'الف'],
  ['j', 'ت'],
  ['k', 'ن'],
  ['l', 'م'],
  ['x', 'ط'],
  ['c', 'ز'],
  ['n', 'د'],
  ['[', 'ج'],
  [';', 'ک'],
  ["'", 'گ'],
  [',', 'و'],
])

/** Keys of the Persian layout that type punctuation in English: a letter only where a plate has none else. */
export const punctuationKeys = /[[;',]/g

/** `typed` is one run of letters, or one punctuation key, out of `foldScript`. */
export function readPlateLetter(typed: string): PlateLetter | null {
  if (isPlateLetter(typed)) return typed
  return spelledOut.get(typed) ?? byKey.get(typed) ?? bySound.get(typed) ?? bySound.get(typed.toUpperCase()) ?? null
}
