import { useEffect, useState } from 'react'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { serviceNow, useMinute } from '../../stores/clock.ts'
import { nextTickMs } from './countdown.ts'

/** The service's time, moved on whenever one of the countdowns reads differently, and with the minute. */
export function useCountdownNow(untils: readonly (UtcMs | null)[]): UtcMs {
  const minute = useMinute()
  const [read, setRead] = useState(serviceNow)
  const key = untils.join()
  useEffect(() => {
    const running = untils.flatMap((until) => until ?? [])
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = (): void => {
      const now = serviceNow()
      setRead(now)
      const waitMs = nextTickMs(running, now)
      if (waitMs !== null) timer = setTimeout(tick, waitMs)
    }
    tick()
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` is what stands in `untils`, which is a new list at every drawing
  }, [key, minute])
  return read
}
