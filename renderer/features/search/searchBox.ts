import { create } from 'zustand'

type SearchBox = { readonly isOpen: boolean; readonly typed: string }

export const useSearchBox = create<SearchBox>(() => ({ isOpen: false, typed: '' }))

/** Opens the search. What a fast hand or a scanner types before the field has the focus is added to what stands there. */
export function openSearch(typed = ''): void {
  useSearchBox.setState((box) => ({ isOpen: true, typed: box.isOpen ? box.typed + typed : typed }))
}

export function typeSearch(typed: string): void {
  useSearchBox.setState({ typed })
}

export function closeSearch(): void {
  useSearchBox.setState({ isOpen: false, typed: '' })
}
