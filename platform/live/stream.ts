import type { Caller } from '../access/devices.ts'
import type { HeadListener } from './heads.ts'

/** Keeps proxies from closing a quiet line; a line that the other side left is noticed by it too. */
const beatMs = 20_000

export type LiveOptions = {
  readonly caller: Caller
  readonly follow: (listener: HeadListener) => () => void
  /** Reads the head anew and whether the caller may still listen; null ends the line. */
  readonly look: () => Promise<{ readonly historyId: string; readonly headGseq: number } | null>
  readonly nowUtcMs: () => number
  /** Ends all lines: the service stops. */
  readonly stopping: AbortSignal
}

/** Server-sent events (HTML, 9.2): the head at once, then at every change. Ends when the token does; the caller comes again with a new one. */
export function liveStream({ caller, follow, look, nowUtcMs, stopping }: LiveOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  // Set by start, which a stream calls before anything else.
  let over: () => void = nothing
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string): void => controller.enqueue(encoder.encode(text))
      const tell = ({ historyId, headGseq }: { readonly historyId: string; readonly headGseq: number }): void =>
        write(`event: head\nid: ${headGseq}\ndata: ${JSON.stringify({ historyId, headGseq })}\n\n`)
      const lookAgain = (then: (head: { readonly historyId: string; readonly headGseq: number }) => void): void => {
        look().then(
          (head) => (head === null ? end() : isOver ? undefined : then(head)),
          // The database is away for a moment: the next beat asks again.
          () => {},
        )
      }
      let isOver = false
      const unfollow = follow((head) => {
        if (head === 'missed') lookAgain(tell)
        else if (head.revoked === undefined) tell(head)
        else if (head.revoked === caller.device) end()
      })
      const beat = setInterval(() => lookAgain(() => write(': \n\n')), beatMs)
      const expiry = setTimeout(() => end(), Math.max(0, caller.tokenExpiresAtUtcMs - nowUtcMs()))
      const end = (): void => {
        if (isOver) return
        isOver = true
        clearInterval(beat)
        clearTimeout(expiry)
        unfollow()
        stopping.removeEventListener('abort', end)
        try {
          controller.close()
        } catch {
          // The other side closed it first.
        }
      }
      over = end
      stopping.addEventListener('abort', end)
      write('retry: 1000\n\n')
      // Read after following began: nothing falls between.
      lookAgain(tell)
    },
    cancel: () => over(),
  })
}

function nothing(): void {}
