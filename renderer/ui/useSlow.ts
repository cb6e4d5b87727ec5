import { useEffect, useState } from 'react'

/** Below this nobody waits, and a spinner would only flash. */
const slowMs = 400

/** True once something has been under way for long enough to be shown. */
export function useSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isPending) return undefined
    const timer = setTimeout(() => setSlow(true), slowMs)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isPending])
  return isPending && isSlow
}
