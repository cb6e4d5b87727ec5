import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export type ToastLook = 'done' | 'news' | 'danger'

export type ToastWords = {
  readonly say: string
  readonly look: ToastLook
  readonly action?: { readonly label: string; readonly onAction: () => void; readonly kbd?: string }
}

/** React Aria wants five seconds at least; an undo is offered for longer, and a failure stays until it is read. */
const shownMs = { done: 5_000, withAction: 10_000 }

/** What was done or has happened, said once at the foot of the page. F6 moves the focus there. */
export const toastQueue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 })

/** One's latest step is the one that may have to be undone: it takes the place of the one before. Returns the way to take it away before its time. */
export function showToast(words: ToastWords): () => void {
  if (words.look === 'done') closeDone()
  const timeout = words.action === undefined ? shownMs.done : shownMs.withAction
  const key = toastQueue.add(words, words.look === 'danger' ? {} : { timeout })
  return () => toastQueue.close(key)
}

/** The action of the newest toast that has one, for Ctrl Z; false when there is none. */
export function runNewestToastAction(): boolean {
  const newest = toastQueue.visibleToasts.find(({ content }) => content.action !== undefined)
  if (newest === undefined) return false
  newest.content.action?.onAction()
  toastQueue.close(newest.key)
  return true
}

function closeDone(): void {
  for (const { key, content } of toastQueue.visibleToasts) if (content.look === 'done') toastQueue.close(key)
}
