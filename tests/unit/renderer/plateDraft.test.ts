import { describe, expect, it } from 'vitest'
import { toPersianDigits } from '../../../core/persian/digits.ts'
import { plateKey } from '../../../core/persian/plate.ts'
import { plateLetters } from '../../../core/persian/plateLetters.ts'
import {
  backspaceFrom,
  digitsOfDraft,
  draftOfPaste,
  draftOfPlate,
  emptyPlateDraft,
  type PlateDraft,
  plateOfDraft,
  type Typed,
  typeInto,
} from '../../../renderer/ui/plate/draft.ts'

describe('typing a plate', () => {
  it.each([
    ['Persian', '۱۲ب۳۴۵۶۷'],
    ['Arabic digits', '١٢ب٣٤٥٦٧'],
    ['a Latin layout', '12f34567'],
    ['a Latin letter by its sound', '12B34567'],
    ['blanks and dashes between', '12 ب-345 | 67'],
  ])('flows from field to field: %s', (_, keys) => {
    expect(key(typed(keys))).toBe('12ب345-67')
  })

  it('takes every letter by its first key', () => {
    for (const letter of plateLetters) {
      const first = letter === 'الف' ? 'ا' : letter
      expect(key(typed(`12${first}34567`))).toBe(`12${letter}345-67`)
    }
  })

  it('hands the focus on when a field is full, and keeps it in the last', () => {
    expect(typeInto(emptyPlateDraft, 'twoDigits', '1').focus).toBe('twoDigits')
    expect(typeInto(emptyPlateDraft, 'twoDigits', '12').focus).toBe('letter')
    expect(typed('12ب').focus).toBe('threeDigits')
    expect(typed('12ب345').focus).toBe('provinceCode')
    expect(typed('12ب345679').focus).toBe('provinceCode')
  })

  it('takes what comes in one piece into one field', () => {
    expect(key(typeInto(emptyPlateDraft, 'twoDigits', '۱۲ب۳۴۵۶۷'))).toBe('12ب345-67')
  })

  it('replaces the letter when another is typed', () => {
    const draft = draftOfPaste('12ب345-67') ?? emptyPlateDraft
    expect(typeInto(draft, 'letter', 'بد').draft.letter).toBe('د')
    expect(typeInto(draft, 'letter', '').draft.letter).toBe('')
    expect(typeInto(draft, 'letter', 'ب').draft.letter).toBe('ب')
  })

  it('leaves out what no plate has', () => {
    expect(typeInto(emptyPlateDraft, 'letter', 'چ').draft.letter).toBe('')
    expect(typeInto(emptyPlateDraft, 'twoDigits', 'x!').draft.twoDigits).toBe('')
  })

  it('goes back with Backspace, sign by sign, to an empty plate', () => {
    let state = typed('12ب345')
    let presses = 0
    while (digitsOfDraft(state.draft) !== '' || state.draft.letter !== '') {
      state = backspace(state)
      presses += 1
      expect(presses).toBeLessThan(20)
    }
    expect(state).toEqual({ draft: emptyPlateDraft, focus: 'twoDigits' })
  })

  it('is a plate only when whole and of a province', () => {
    expect(plateOfDraft(typed('12ب34567').draft)).toEqual({
      kind: 'fourPart',
      twoDigits: '12',
      letter: 'ب',
      threeDigits: '345',
      provinceCode: '67',
    })
    expect(plateOfDraft(typed('12ب3456').draft)).toBeNull()
    expect(plateOfDraft(typed('12ب34509').draft)).toBeNull()
  })

  it('types the other kinds', () => {
    const motorcycle = typeInto({ ...emptyPlateDraft, kind: 'motorcycle' }, 'district', '12345678').draft
    expect(plateOfDraft(motorcycle)).toEqual({ kind: 'motorcycle', district: '123', serial: '45678' })
    const zone: PlateDraft = { ...emptyPlateDraft, kind: 'freeZone', zone: 'aras' }
    expect(plateOfDraft(typeInto(zone, 'serial', '12345').draft)).toEqual({ kind: 'freeZone', zone: 'aras', serial: '12345' })
    const protocol = typeInto({ ...emptyPlateDraft, kind: 'protocol' }, 'serial', '۱۲۹۰۵').draft
    expect(plateOfDraft(protocol)).toEqual({ kind: 'protocol', serial: '1290' })
  })

  it('reads a pasted plate and shows it again as it was', () => {
    for (const pasted of ['12 ب 345 ایران 67', 'ایران ۶۷ | ۳۴۵ ب ۱۲', 'کیش 12345', 'تاریخی 10234', '123-45678']) {
      const draft = draftOfPaste(pasted)
      const plate = draft === null ? null : plateOfDraft(draft)
      expect(plate === null ? null : plateOfDraft(draftOfPlate(plate))).toEqual(plate)
      expect(plate).not.toBeNull()
    }
    expect(draftOfPaste('سلام')).toBeNull()
  })
})

/** Presses the keys one after another, each into the field that has the focus, as the browser does. */
function typed(keys: string): Typed {
  let state: Typed = { draft: emptyPlateDraft, focus: 'twoDigits' }
  for (const sign of keys) state = typeInto(state.draft, state.focus, shown(state) + sign)
  return state
}

function backspace(state: Typed): Typed {
  const content = shown(state)
  return content === '' ? backspaceFrom(state.draft, state.focus) : typeInto(state.draft, state.focus, content.slice(0, -1))
}

function shown({ draft, focus }: Typed): string {
  return focus === 'letter' ? draft.letter : toPersianDigits(draft[focus])
}

function key({ draft }: Typed): string | null {
  const plate = plateOfDraft(draft)
  return plate === null ? null : plateKey(plate)
}
