import { useEffect, useState } from 'react'

/** What comes and goes within this time is not worth a look. */
const steadyMs = 400

/**
 * The value, but a change of its kind only once it has stood for 400 ms: a send that takes 50 ms does not make the badge flicker.
 * Within a kind the newest value shows at once.
 */
export function useSteady<Value extends { readonly kind: string }>(value: Value): Value {
  const [shown, setShown] = useState(value)
  const isSame = shown.kind === value.kind
  useEffect(() => {
    if (isSame) return undefined
    const timer = setTimeout(() => setShown(value), steadyMs)
    return () => clearTimeout(timer)
    // Another count does not begin the wait anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isSame, value.kind])
  return isSame ? value : shown
}
