import { foldDigits } from '../../../core/persian/digits.ts'

/** One key going down, as the page is told of it. `atMs` is the time of the event, on any clock that runs on. */
export type KeyPress = { readonly key: string; readonly code: string; readonly shift: boolean; readonly atMs: number }

/** What the keys of a US keyboard mean, alone and with Shift: every scanner types as one. */
const marks: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Digit0: ['0', ')'],
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Backquote: ['`', '~'],
  Space: [' ', ' '],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
  NumpadDecimal: ['.', '.'],
}

/**
 * The character of the code that a scanner means by a key. It knows nothing of the computer's layout: under a Persian one the
 * page is told of `ش` where the code says `a`, so the key's place counts wherever the letter is no Latin one.
 */
export function scannedCharacter({ key, code, shift }: KeyPress): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) {
    if (/^[A-Za-z]$/.test(key)) return key
    return shift ? letter : letter.toLowerCase()
  }
  const folded = foldDigits(key)
  if (/^[0-9]$/.test(folded)) return folded
  const mark = marks[code]
  if (mark !== undefined) return mark[shift ? 1 : 0]
  // A terminal with a scanner of its own gives no place, only the character.
  return /^[ -~]$/.test(folded) ? folded : null
}
