import { describe, expect, it } from 'vitest'
import { afterKey, longestGapMs, noBurst } from '../../../renderer/features/scan/burst.ts'
import type { KeyPress } from '../../../renderer/features/scan/scannedCharacter.ts'

/** The Windows and the ISIRI layout agree on these; digits are Persian under the one and Latin under the other. */
const persianLetters: Readonly<Record<string, string>> = {
  a: 'ش', b: 'ذ', c: 'ز', d: 'ی', e: 'ث', f: 'ب', g: 'ل', h: 'ا', i: 'ه', j: 'ت', k: 'ن', l: 'م', m: 'ئ',
  n: 'د', o: 'خ', p: 'ح', q: 'ض', r: 'ق', s: 'س', t: 'ف', u: 'ع', v: 'ر', w: 'ص', x: 'ط', y: 'غ', z: 'ظ',
} // prettier-ignore
/** ISIRI 9147 with Shift; some of them are Latin marks, which must not be taken for what the code says. */
const persianShifted: Readonly<Record<string, string>> = { O: ']', P: '[', A: 'ؤ', K: '»', B: '\u200c', M: 'ء', H: 'آ' }
const markCodes: Readonly<Record<string, string>> = { '-': 'Minus', '/': 'Slash', '.': 'Period', ' ': 'Space' }

type Layout = 'us' | 'persian' | 'persianArabicDigits'

/** What a page is told while a scanner types a code: one key every `gapMs`, a Shift before each capital letter. */
function typed(code: string, layout: Layout, gapMs: number, fromMs = 1000): readonly KeyPress[] {
  let atMs = fromMs - gapMs
  const next = (): number => (atMs += gapMs)
  return Array.from(code).flatMap((character): readonly KeyPress[] => {
    if (/[0-9]/.test(character)) return [{ key: digit(character, layout), code: `Digit${character}`, shift: false, atMs: next() }]
    const letter = character.toLowerCase()
    const markCode = markCodes[character]
    if (markCode !== undefined) return [{ key: character, code: markCode, shift: false, atMs: next() }]
    const shift = character !== letter
    const key = layout === 'us' ? character : shift ? (persianShifted[character] ?? 'ة') : (persianLetters[letter] ?? '')
    const press = (): KeyPress => ({ key, code: `Key${letter.toUpperCase()}`, shift, atMs: next() })
    return shift ? [{ key: 'Shift', code: 'ShiftLeft', shift: true, atMs: next() }, press()] : [press()]
  })
}

function digit(character: string, layout: Layout): string {
  if (layout === 'us') return character
  return String.fromCharCode((layout === 'persian' ? 0x06f0 : 0x0660) + Number(character))
}

function enter(atMs: number): KeyPress {
  return { key: 'Enter', code: 'Enter', shift: false, atMs }
}

function scannedOf(presses: readonly KeyPress[]): readonly string[] {
  let burst = noBurst
  return presses.flatMap((press) => {
    const step = afterKey(burst, press)
    burst = step.burst
    return step.scanned === null ? [] : [step.scanned]
  })
}

function withEnter(presses: readonly KeyPress[], gapMs: number): readonly KeyPress[] {
  return [...presses, enter((presses.at(-1)?.atMs ?? 0) + gapMs)]
}

describe('a scanner is recognised', () => {
  const codes = ['6260100300017', '2041', 'hu719-6x', 'HU719/6X', 'OP 4411.B', 'SPK-BKR6E']
  const layouts: readonly Layout[] = ['us', 'persian', 'persianArabicDigits']
  it.each(codes.flatMap((code) => layouts.map((layout) => [code, layout] as const)))('%j under the %s layout', (code, layout) => {
    for (const gapMs of [1, 8, 20]) expect(scannedOf(withEnter(typed(code, layout, gapMs), gapMs))).toEqual([code])
  })

  it('reads digits of the number pad', () => {
    const presses = Array.from('62601').map((key, index) => ({ key, code: `Numpad${key}`, shift: false, atMs: index * 10 }))
    expect(scannedOf(withEnter(presses, 10))).toEqual(['62601'])
  })

  it('reads a terminal that names no keys', () => {
    const presses = Array.from('A6260').map((key, index) => ({ key, code: '', shift: false, atMs: index * 10 }))
    expect(scannedOf(withEnter(presses, 10))).toEqual(['A6260'])
  })

  it('two scans one after the other', () => {
    const first = withEnter(typed('6260100300017', 'us', 5), 5)
    const second = withEnter(typed('6260100300024', 'persian', 5, 1400), 5)
    expect(scannedOf([...first, ...second])).toEqual(['6260100300017', '6260100300024'])
  })

  it('after a hand that typed before it', () => {
    const hand = typed('09', 'us', 180)
    const scan = withEnter(typed('6260100300017', 'us', 5, 2000), 5)
    expect(scannedOf([...hand, ...scan])).toEqual(['6260100300017'])
  })
})

describe('a hand is no scanner', () => {
  it.each([
    ['a quick hand', typed('0912486', 'us', 90), 90],
    ['a very quick hand', typed('0912486', 'us', longestGapMs - 5), longestGapMs - 5],
    ['a hand that rests before Enter', typed('6260100300017', 'us', 5), 400],
    ['three keys at once', typed('626', 'us', 5), 5],
    ['Enter alone', [], 5],
  ])('%s', (_, presses, gapMs) => {
    expect(scannedOf(withEnter(presses, gapMs))).toEqual([])
  })

  it('a key that is no character breaks a burst off', () => {
    const [first = enter(0), ...rest] = typed('6260100', 'us', 5)
    const arrow: KeyPress = { key: 'ArrowDown', code: 'ArrowDown', shift: false, atMs: first.atMs + 2 }
    expect(scannedOf(withEnter([...rest.slice(0, 3), arrow, ...rest.slice(3, 5)], 5))).toEqual([])
  })

  it('a burst longer than any barcode', () => {
    expect(scannedOf(withEnter(typed('1'.repeat(81), 'us', 1), 1))).toEqual([])
  })
})
