import { useEffect, useMemo, useRef } from 'react'
import type { JobPage } from '../../../core/contract/views.ts'
import { useBayChoice } from './bayPerson.ts'
import { chime } from './chime.ts'
import { type News, newsOf } from './news.ts'

/** Answers about any of a mechanic's cars that he has not seen. One that comes in while he works is heard. */
export function useNews(pages: readonly JobPage[]): { readonly news: readonly News[]; readonly see: (news: News) => void } {
  const seenKeys = useBayChoice((choice) => choice.seen)
  const see = useBayChoice((choice) => choice.see)
  const seen = useMemo(() => new Set(seenKeys), [seenKeys])
  const news = pages.flatMap((page) => newsOf(page, seen))
  const heard = useRef<ReadonlySet<string> | null>(null)
  const isLoaded = pages.length > 0
  const keys = news.map(({ key }) => key).join('\n')
  useEffect(() => {
    if (!isLoaded) return
    const now = keys === '' ? [] : keys.split('\n')
    const before = heard.current
    heard.current = new Set([...(before ?? []), ...now])
    // What stood there when the page was opened is no news to the ear.
    if (before !== null && now.some((key) => !before.has(key))) chime()
  }, [isLoaded, keys])
  return { news, see: ({ key }) => see([key]) }
}
