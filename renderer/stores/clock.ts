import { useEffect } from 'react'
import { create } from 'zustand'
import { minuteMs, type UtcMs, utcMs } from '../../core/basics/instant.ts'

/**
 * The service's clock as this page knows it: a demo runs at a moment of its own, and a phone's clock may be wrong. `offsetMs` is
 * the service's time minus this machine's; `minute` changes when the minute does, so that screens are drawn anew once a minute.
 */
type Clock = { readonly offsetMs: number; readonly minute: UtcMs }

const useClock = create<Clock>(() => ({ offsetMs: 0, minute: floorMinute(Date.now()) }))

/** Called with every answer that carries the service's time. */
export function setServiceNow(nowUtcMs: UtcMs): void {
  const offsetMs = nowUtcMs - Date.now()
  useClock.setState({ offsetMs, minute: floorMinute(nowUtcMs) })
}

/** The service's time, to the millisecond, without a redraw. */
export function serviceNow(): UtcMs {
  return serviceTime(Date.now())
}

/** A reading of this machine's clock in the service's time. */
export function serviceTime(machineMs: number): UtcMs {
  return utcMs(machineMs + useClock.getState().offsetMs)
}

/** The start of the current minute; redraws once a minute. */
export function useMinute(): UtcMs {
  return useClock((clock) => clock.minute)
}

/** Mounted once at the root: moves the minute on. */
export function useTicking(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      const minute = floorMinute(serviceNow())
      if (minute !== useClock.getState().minute) useClock.setState({ minute })
    }, 1_000)
    return () => clearInterval(timer)
  }, [])
}

function floorMinute(ms: number): UtcMs {
  return utcMs(Math.floor(ms / minuteMs) * minuteMs)
}
