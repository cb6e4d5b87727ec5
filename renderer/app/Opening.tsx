import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Spinner } from '../ui/Spinner.tsx'

/** Longer than this and whoever looks at the page is told what it waits for. */
const silentMs = 400

export function Opening() {
  const text = useText()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), silentMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="grid h-full place-items-center" aria-busy="true">
      {isLong && (
        <output className="flex items-center gap-3 text-13 text-ink-2">
          <Spinner />
          {text('frame.connecting')}
        </output>
      )}
    </main>
  )
}
