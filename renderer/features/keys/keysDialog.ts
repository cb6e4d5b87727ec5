import { create } from 'zustand'

export const useKeysDialog = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))

export function showKeys(isOpen = true): void {
  useKeysDialog.setState({ isOpen })
}
