import { create } from 'zustand'

/**
 * The wizard has made the garage and asks one more thing: whether to connect it. Not kept over a reload: the garage stands, and
 * the settings ask the same.
 */
const useWizard = create<{ readonly isConnecting: boolean }>(() => ({ isConnecting: false }))

export function useConnecting(): boolean {
  return useWizard(({ isConnecting }) => isConnecting)
}

export function setConnecting(isConnecting: boolean): void {
  useWizard.setState({ isConnecting })
}
