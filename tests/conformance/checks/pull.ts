import { createHash } from 'node:crypto'
import { z } from 'zod'
import { chainStart, hashedTextOfStored } from '../../../core/wire/envelope.ts'
import {
  catalogueAnswer,
  liveHead,
  pullAnswer,
  snapshotEnd,
  snapshotEvent,
  snapshotHole,
  snapshotStart,
} from '../../../core/wire/protocol.ts'
import type { Check } from '../check.ts'
import { answered, need, refused, same, turnedAway } from '../http.ts'
import { ask, facts, headOf, pull, pullAll, pullLinks, push, type Pc } from '../pc.ts'
import { sha256Hex } from '../writer.ts'

export const pullChecks: readonly Check[] = [
  {
    name: 'pull/order',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      await push(pc, facts(pc, 5))
      const links = await pullLinks(main)
      same(
        links.map(({ gseq }) => gseq),
        links.map((_, index) => index + 1),
        'the numbers of the whole log',
      )
      const chains = new Map<string, { readonly dseq: number; readonly hash: string }>()
      for (const link of links) {
        const place = 'event' in link ? link.event : link.hole
        const before = chains.get(place.device) ?? { dseq: 0, hash: chainStart }
        same([place.dseq, place.prevHash], [before.dseq + 1, before.hash], "a link of a device's chain")
        chains.set(place.device, place)
        if (!('event' in link)) continue
        const { hash, signature: _, ...unhashed } = link.event
        same(sha256Hex(hashedTextOfStored(unhashed)), hash, 'the hash over an event as it was pulled')
      }
    },
  },
  {
    name: 'pull/pages',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      await push(pc, facts(pc, 7))
      same(await pullLinks(main, 3), await pullLinks(main), 'the log in pages of three')
    },
  },
  {
    name: 'pull/exclude',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const head = await headOf(pc)
      await push(pc, facts(pc, 5))
      const page = await pull(pc, `after=${head}&limit=2&exclude=${pc.writer.device}`)
      same([page.events.length, page.nextAfter, page.headGseq], [0, head + 5, head + 5], 'a page without the own events')
      same(
        await pullAll(pc, 3, `&exclude=${pc.writer.device}`),
        (await pullAll(pc)).filter(({ event }) => event.device !== pc.writer.device),
        'the log without the own events',
      )
    },
  },
  {
    name: 'pull/notModified',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const after = await headOf(pc)
      const first = await ask(pc, `pull?after=${after}`)
      same(answered(first, pullAnswer).events, [], 'events after the head')
      const etag = first.headers.get('etag') ?? ''
      need(etag !== '', 'a pull has an ETag')
      const again = await ask(pc, `pull?after=${after}`, 'GET', { 'if-none-match': etag })
      same([again.status, again.bytes.length], [304, 0], 'the same again')
      await push(pc, facts(pc, 1))
      const news = answered(await ask(pc, `pull?after=${after}`, 'GET', { 'if-none-match': etag }), pullAnswer)
      same(news.events.length, 1, 'events after something happened')
    },
  },
  {
    name: 'pull/notAPull',
    run: async ({ main }) => {
      for (const query of ['', 'after=-1', 'after=x', 'after=0&limit=0', 'after=0&limit=2001', 'after=0&exclude=me', 'after=0&garage=all'])
        refused(await ask(main, `pull?${query}`), 400, 'badRequest')
      refused(await ask(main, `pull?after=${(await headOf(main)) + 1_000}`), 409, 'historyChanged')
    },
  },
  {
    name: 'pull/unpackedWhenAsked',
    run: async ({ main }) => {
      const answer = await ask(main, 'pull?after=0&limit=2000', 'GET', { 'accept-encoding': 'identity' })
      need((answer.headers.get('content-encoding') ?? 'identity') === 'identity', 'nothing is packed for who cannot unpack')
      answered(answer, pullAnswer)
    },
  },
  {
    name: 'snapshot/whole',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      await push(pc, facts(pc, 3))
      const lines = (await ask(pc, 'snapshot')).bytes.toString('utf8').trimEnd().split('\n')
      const [first = '', last = ''] = [lines.at(0), lines.at(-1)]
      const start = snapshotStart.parse(JSON.parse(first))
      const links = lines.slice(1, -1).map((line) => z.union([snapshotEvent, snapshotHole]).parse(JSON.parse(line)))
      same([start.events, start.historyId], [links.length, pc.enrolled.historyId], 'what the first line says')
      const pulled = (await pullLinks(main)).filter(({ gseq }) => gseq <= start.headGseq)
      same(
        links.map((link) => (link.kind === 'event' ? { gseq: link.gseq, event: link.event } : { gseq: link.gseq, hole: link.hole })),
        pulled,
        'the links of the snapshot',
      )
      const digest = createHash('sha256')
      for (const link of links) digest.update(`${link.kind === 'event' ? link.event.hash : link.hole.hash}\n`)
      same(snapshotEnd.parse(JSON.parse(last)).sha256, digest.digest('hex'), 'the hash of the last line')
    },
  },
  {
    name: 'catalogue/notModified',
    run: async ({ main }) => {
      const first = await ask(main, 'catalogue')
      answered(first, catalogueAnswer)
      const again = await ask(main, 'catalogue', 'GET', { 'if-none-match': first.headers.get('etag') ?? '' })
      same(again.status, 304, 'the same catalogue again')
    },
  },
  {
    name: 'live/tells',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const line = await listen(pc)
      try {
        const first = await line.head()
        same(first.historyId, pc.enrolled.historyId, 'the history that the line names')
        await push(pc, facts(pc, 1))
        const head = await headOf(pc)
        for (let told = first.headGseq; told < head;) told = (await line.head()).headGseq
      } finally {
        line.close()
      }
    },
  },
  {
    name: 'live/endsWithRevocation',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      const line = await listen(pc)
      try {
        await line.head()
        await ask(main, `devices/${pc.writer.device}/revoke`, 'POST')
        await line.ended()
      } finally {
        line.close()
      }
    },
  },
  {
    name: 'paths/unknown',
    run: async ({ url, main }) => {
      refused(await ask(main, 'nothing-of-ours'), 404, 'notFound')
      const { status } = await fetch(`${url}/v999/have`)
      need(status === 400 || status === 404, `another version of the protocol: ${status}`)
      turnedAway(await ask(main, 'photos/../../etc/passwd'))
    },
  },
]

type Line = {
  readonly head: () => Promise<{ readonly historyId: string; readonly headGseq: number }>
  readonly ended: () => Promise<void>
  readonly close: () => void
}

/** How long the line may keep silent about something that happened. The counter wants it within 2 s. */
const liveMostMs = 10_000

async function listen({ url, tokens }: Pc): Promise<Line> {
  const over = new AbortController()
  const response = await fetch(`${url}/v1/live`, {
    headers: { authorization: `Bearer ${tokens.accessToken}`, accept: 'text/event-stream' },
    signal: over.signal,
  })
  need(response.status === 200 && response.body !== null, `a live line was due, came ${response.status}`)
  need((response.headers.get('content-type') ?? '').startsWith('text/event-stream'), 'a live line is text/event-stream')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const read = async (): Promise<boolean> => {
    const late = setTimeout(() => over.abort(new Error(`the live line was silent for ${liveMostMs} ms`)), liveMostMs)
    try {
      const { value, done } = await reader.read()
      text += value ?? ''
      return !done
    } finally {
      clearTimeout(late)
    }
  }
  return {
    head: async () => {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end < 0) {
          need(await read(), 'the live line ended')
          continue
        }
        const event = text.slice(0, end)
        text = text.slice(end + 2)
        if (/^event: ?head$/m.test(event)) return liveHead.parse(JSON.parse(/^data: ?(.*)$/m.exec(event)?.[1] ?? ''))
      }
    },
    ended: async () => {
      while (await read()) text = ''
    },
    close: () => over.abort(),
  }
}
