import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The value as it was drawn last, for listeners that are added once and must not see an older one. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
