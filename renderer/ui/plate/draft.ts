import { assertNever } from '../../../core/basics/assertNever.ts'
import { foldScript } from '../../../core/basics/textFold.ts'
import { digitsOnly } from '../../../core/persian/digits.ts'
import { type FreeZone, type Plate, plateFromKey } from '../../../core/persian/plate.ts'
import { type PlateLetter, readPlateLetter } from '../../../core/persian/plateLetters.ts'
import { parsePlate } from '../../../core/persian/plateText.ts'

export type PlateKind = Plate['kind']
export const plateKinds: readonly PlateKind[] = ['fourPart', 'motorcycle', 'freeZone', 'historic', 'protocol']

/** The parts that are typed; a free zone is chosen. */
export type TypedPart = 'twoDigits' | 'letter' | 'threeDigits' | 'provinceCode' | 'district' | 'serial'
type DigitPart = Exclude<TypedPart, 'letter'>

/** A plate on its way: what stands in each field. Changing the kind keeps what was typed for another. */
export type PlateDraft = Readonly<Record<DigitPart, string>> & {
  readonly kind: PlateKind
  readonly letter: PlateLetter | ''
  readonly zone: FreeZone
}

export const emptyPlateDraft: PlateDraft = {
  kind: 'fourPart',
  twoDigits: '',
  letter: '',
  threeDigits: '',
  provinceCode: '',
  district: '',
  serial: '',
  zone: 'kish',
}

export function partsOf(kind: PlateKind): readonly TypedPart[] {
  switch (kind) {
    case 'fourPart':
      return ['twoDigits', 'letter', 'threeDigits', 'provinceCode']
    case 'motorcycle':
      return ['district', 'serial']
    case 'freeZone':
    case 'historic':
    case 'protocol':
      return ['serial']
    default:
      return assertNever(kind)
  }
}

export function partLength(part: DigitPart, kind: PlateKind): number {
  if (part === 'serial') return kind === 'protocol' ? 4 : 5
  return part === 'threeDigits' || part === 'district' ? 3 : 2
}

export function draftOfPlate(plate: Plate): PlateDraft {
  return { ...emptyPlateDraft, ...plate }
}

/** The whole plate, or null while something is missing or no plate has this province's code. */
export function plateOfDraft(draft: PlateDraft): Plate | null {
  const { kind, twoDigits, letter, threeDigits, provinceCode, district, serial, zone } = draft
  switch (kind) {
    case 'fourPart':
      return letter === '' ? null : plateFromKey(`${twoDigits}${letter}${threeDigits}-${provinceCode}`)
    case 'motorcycle':
      return plateFromKey(`${district}-${serial}`)
    case 'freeZone':
      return plateFromKey(`${zone}-${serial}`)
    case 'historic':
    case 'protocol':
      return plateFromKey(`${kind}-${serial}`)
    default:
      return assertNever(kind)
  }
}

/** The digits so far, in reading order: enough to look for a car before its plate is complete. */
export function digitsOfDraft(draft: PlateDraft): string {
  return partsOf(draft.kind)
    .map((part) => (part === 'letter' ? '' : draft[part]))
    .join('')
}

/** What stands in the fields now, and the field that the next key belongs to. */
export type Typed = { readonly draft: PlateDraft; readonly focus: TypedPart }

/**
 * Takes the new content of one field. What is too much for it flows on to the next, so that a plate is typed in one go;
 * what does not belong to any (a blank, a dash, a letter that no plate has) is dropped.
 */
export function typeInto(draft: PlateDraft, part: TypedPart, content: string): Typed {
  return part === 'letter' ? typeLetter(draft, content) : typeDigits(draft, part, content)
}

function typeDigits(draft: PlateDraft, part: DigitPart, content: string): Typed {
  const digits = digitsOnly(content)
  const length = partLength(part, draft.kind)
  const filled = { ...draft, [part]: digits.slice(0, length) }
  const next = partAfter(part, draft.kind)
  if (next === null || digits.length < length) return { draft: filled, focus: part }
  const surplus = next === 'letter' ? content.replace(/[\d\u0660-\u0669\u06f0-\u06f9]/g, '') + digits.slice(length) : digits.slice(length)
  return surplus === '' ? { draft: filled, focus: next } : typeInto(filled, next, surplus)
}

function typeLetter(draft: PlateDraft, content: string): Typed {
  const folded = foldScript(content)
  // The field's own letter may still stand before what was typed.
  const added = draft.letter !== '' && folded.startsWith(draft.letter) ? folded.slice(draft.letter.length) : folded
  const digits = digitsOnly(added)
  const typed = added.replace(/[\d\s]/g, '')
  const letter = readPlateLetter(typed) ?? readPlateLetter(Array.from(typed).at(-1) ?? '')
  if (folded === '') return { draft: { ...draft, letter: '' }, focus: 'letter' }
  const kept = letter ?? draft.letter
  if (kept === '' || added === '') return { draft, focus: 'letter' }
  const lettered = { ...draft, letter: kept }
  if (digits !== '') return typeInto(lettered, 'threeDigits', digits)
  return { draft: lettered, focus: letter === null ? 'letter' : 'threeDigits' }
}

/** Backspace in an empty field takes the last sign of the field before it. */
export function backspaceFrom(draft: PlateDraft, part: TypedPart): Typed {
  const before = partBefore(part, draft.kind)
  if (before === null) return { draft, focus: part }
  return { draft: before === 'letter' ? { ...draft, letter: '' } : { ...draft, [before]: draft[before].slice(0, -1) }, focus: before }
}

/** A whole plate in any spelling, or null. */
export function draftOfPaste(text: string): PlateDraft | null {
  const parsed = parsePlate(text)
  return parsed.ok ? draftOfPlate(parsed.value) : null
}

export function partAfter(part: TypedPart, kind: PlateKind): TypedPart | null {
  const parts = partsOf(kind)
  return parts[parts.indexOf(part) + 1] ?? null
}

export function partBefore(part: TypedPart, kind: PlateKind): TypedPart | null {
  const parts = partsOf(kind)
  return parts[parts.indexOf(part) - 1] ?? null
}
