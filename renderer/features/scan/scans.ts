import { useEffect } from 'react'
import { useLatest } from '../../ui/useLatest.ts'

export type ScanTaker = {
  readonly onScan: (code: string) => void
  /**
   * Also while a field has the keyboard or a window is open: the code is taken out of the field again. Otherwise a scan into a
   * field is what the hand wants there.
   */
  readonly alsoInFields: boolean
}

/** Whoever was shown last takes the scan: a window before the screen below it. */
const takers: (() => ScanTaker)[] = []

export function currentTaker(): ScanTaker | null {
  return takers.at(-1)?.() ?? null
}

/** Takes what the barcode scanner reads for as long as the component is shown and `isOn`. */
export function useScans(onScan: (code: string) => void, { alsoInFields = false, isOn = true } = {}): void {
  const latest = useLatest<ScanTaker>({ onScan, alsoInFields })
  useEffect(() => {
    if (!isOn) return undefined
    const taker = (): ScanTaker => latest.current
    takers.push(taker)
    return () => {
      takers.splice(takers.indexOf(taker), 1)
    }
  }, [isOn, latest])
}
