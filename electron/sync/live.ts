import { waitMs } from '../../core/sync/backoff.ts'
import { liveHead } from '../../core/wire/protocol.ts'
import type { Pause } from './bell.ts'
import type { Caller } from './tokens.ts'
import { parseJson } from './transport/bodies.ts'
import { linesOf } from './transport/lines.ts'

export type LiveOptions = {
  readonly caller: Caller
  readonly pause: Pause
  readonly random: () => number
  /** The server says something at least this often, if only that it is there. */
  readonly silenceMostMs: number
  readonly signal: AbortSignal
  /** Something is there to be pulled, or may have come while the channel was down. */
  readonly onHead: () => void
  readonly onState: (live: boolean) => void
}

/** Keeps the live channel open until it is stopped. Each new channel asks for a pull first: what came meanwhile is not told again. */
export async function keepLive({ caller, pause, random, silenceMostMs, signal, onHead, onState }: LiveOptions): Promise<void> {
  let failures = 0
  /** One channel, from its opening to its end; how long the server wants to be left alone then. */
  const turn = async (): Promise<number | null> => {
    const opened = await caller.stream({ method: 'GET', path: 'live', idleMs: silenceMostMs, signal }, 'text/event-stream')
    if (!opened.ok) return opened.error.code === 'busy' ? opened.error.retryAfterMs : null
    try {
      onState(true)
      onHead()
      for await (const event of eventsOf(linesOf(opened.value, 10_000))) {
        failures = 0
        if (event.name === 'head' && liveHead.safeParse(parseJson(Buffer.from(event.data, 'utf8'))).success) onHead()
      }
    } finally {
      opened.value.destroy()
      onState(false)
    }
    return null
  }
  while (!signal.aborted) {
    // A new token is written down on the way, and the database may refuse: the channel is tried again, the facts' lane tells of it.
    const retryAfterMs = await turn().catch(() => null)
    failures += 1
    if (!signal.aborted) await pause(waitMs(failures, random(), retryAfterMs), signal)
  }
}

type SentEvent = { readonly name: string; readonly data: string }

/** Server-sent events (WHATWG HTML, 9.2): comments, which keep the channel alive, give nothing. */
async function* eventsOf(lines: AsyncIterable<string>): AsyncGenerator<SentEvent, void> {
  let name = ''
  let data: string[] = []
  for await (const line of lines) {
    if (line === '') {
      if (data.length > 0) yield { name, data: data.join('\n') }
      name = ''
      data = []
    } else if (line.startsWith('event:')) name = line.slice(6).trim()
    else if (line.startsWith('data:')) data.push(line.slice(5).trimStart())
  }
}
