import { create } from 'zustand'
import type { ServiceId } from '../../../core/basics/ids.ts'
import type { WantedMaterial } from './wantedMaterials.ts'
import { digitsOfDraft, emptyPlateDraft, type PlateDraft } from '../../ui/plate/draft.ts'

/** A visit on its way in. It stays until it is sent or thrown away: closing the window by accident loses nothing. */
export type NewVisitDraft = {
  readonly plate: PlateDraft
  readonly model: string
  readonly serviceIds: readonly ServiceId[]
  readonly materials: readonly WantedMaterial[]
  readonly name: string
  readonly mobile: string
  readonly note: string
}

const emptyDraft: NewVisitDraft = { plate: emptyPlateDraft, model: '', serviceIds: [], materials: [], name: '', mobile: '', note: '' }

/** `isKept`: the window opened with what was typed before it was closed. */
type NewVisit = { readonly isOpen: boolean; readonly isKept: boolean; readonly draft: NewVisitDraft }

export const useNewVisit = create<NewVisit>(() => ({ isOpen: false, isKept: false, draft: emptyDraft }))

/** @param digits of a plate that was searched for in vain: three are its middle, more begin at its left */
export function openNewVisit(digits = ''): void {
  useNewVisit.setState(({ draft }) => ({
    isOpen: true,
    isKept: !isEmpty(draft),
    draft: digits === '' ? draft : { ...draft, plate: plateOfDigits(digits) },
  }))
}

export function changeNewVisit(change: Partial<NewVisitDraft>): void {
  useNewVisit.setState(({ draft }) => ({ draft: { ...draft, ...change } }))
}

export function closeNewVisit(): void {
  useNewVisit.setState({ isOpen: false })
}

export function clearNewVisit(): void {
  useNewVisit.setState({ isKept: false, draft: emptyDraft })
}

function isEmpty({ plate, model, serviceIds, materials, name, mobile, note }: NewVisitDraft): boolean {
  const nothingChosen = serviceIds.length === 0 && materials.length === 0
  return digitsOfDraft(plate) === '' && plate.letter === '' && nothingChosen && `${model}${name}${mobile}${note}`.trim() === ''
}

function plateOfDigits(digits: string): PlateDraft {
  if (digits.length === 3) return { ...emptyPlateDraft, threeDigits: digits }
  return { ...emptyPlateDraft, twoDigits: digits.slice(0, 2), threeDigits: digits.slice(2, 5), provinceCode: digits.slice(5, 7) }
}
