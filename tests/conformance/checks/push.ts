import { gzipSync, zstdCompressSync } from 'node:zlib'
import { pushAnswer } from '../../../core/wire/protocol.ts'
import type { Check } from '../check.ts'
import { answered, need, refused, same, send, turnedAway } from '../http.ts'
import { alarmsOf, ask, askPush, fact, facts, haveOf, headOf, push, pushBody, pull, pullAll, sealed } from '../pc.ts'
import { newWriter } from '../writer.ts'

export const pushChecks: readonly Check[] = [
  {
    name: 'push/acknowledgedIsThere',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      // Several times: a server that loses now and then is caught too.
      for (let round = 0; round < 6; round += 1) {
        const events = facts(pc, 3)
        const { ackedDseq, headHash, quarantined } = await push(pc, events)
        same([ackedDseq, headHash, quarantined], [events[2]?.dseq, events[2]?.hash, 0], 'the acknowledgement')
        same(await haveOf(main, pc.writer.device), { dseq: ackedDseq, hash: headHash }, 'what the server has after it')
        const there = new Map((await pullAll(main)).map(({ event }) => [event.id, event]))
        for (const event of events) same(there.get(event.id), event, 'the event as another PC pulls it')
      }
    },
  },
  {
    name: 'push/repeat',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      const events = facts(pc, 4)
      const first = await push(pc, events)
      const head = await headOf(main)
      const again = await push(pc, events)
      same([again.ackedDseq, again.headHash], [first.ackedDseq, first.headHash], 'the answer to a repeated push')
      same((await push(pc, events.slice(0, 2))).ackedDseq, first.ackedDseq, 'the answer to a part of it')
      same(await headOf(main), head, 'the head after repetitions')
      const more = facts(pc, 1)
      same((await push(pc, [...events.slice(2), ...more])).ackedDseq, more[0]?.dseq, 'half repeated, half new')
      same(await headOf(main), head + 1, 'the head after one new fact')
    },
  },
  {
    name: 'push/gap',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const before = pc.writer.head()
      const [first, second, third] = facts(pc, 3)
      const { expectedDseq } = refused(await askPush(pc, [second, third]), 409, 'gap')
      same(expectedDseq, first?.dseq, 'the number that is missing')
      same(await haveOf(pc, pc.writer.device), before, 'what is there after a gap')
      turnedAway(await askPush(pc, [first, third]))
      same(await haveOf(pc, pc.writer.device), before, 'what is there after a hole in the batch')
      same((await push(pc, [first, second, third])).ackedDseq, third?.dseq, 'the same, whole')
    },
  },
  {
    name: 'push/fork',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      const copy = { ...pc, writer: pc.writer.copy() }
      const events = facts(pc, 2)
      await push(pc, events)
      const forked = facts(copy, 3)
      const { expectedDseq } = refused(await askPush(copy, forked), 409, 'fork')
      same(expectedDseq, forked[0]?.dseq, 'the first number that another event holds')
      same(await haveOf(main, pc.writer.device), pc.writer.head(), 'the chain after a fork')
      const known = new Set((await pullAll(main)).map(({ event }) => event.hash))
      same(
        events.map(({ hash }) => known.has(hash)),
        [true, true],
        'the facts of the first writer',
      )
      same(
        forked.some(({ hash }) => known.has(hash)),
        false,
        'a forked fact in a pull',
      )
      need((await alarmsOf(main, pc.writer.device)).includes('fork'), 'a fork is alarmed')
      const longer = facts(copy, 1)
      refused(await askPush(copy, longer), 409, 'gap')
    },
  },
  {
    name: 'push/forkByPrevHash',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const copy = { ...pc, writer: pc.writer.copy() }
      await push(pc, facts(pc, 1))
      facts(copy, 1)
      const [follows] = facts(copy, 1)
      same(refused(await askPush(copy, [follows]), 409, 'fork').expectedDseq, follows?.dseq, 'the number of the fork')
    },
  },
  {
    name: 'push/hashWrong',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const before = pc.writer.head()
      const [event] = facts(pc, 1)
      refused(await askPush(pc, [{ ...event, payload: '{"by":"customer","reason":"forged"}' }]), 422, 'hashWrong')
      same(await haveOf(pc, pc.writer.device), before, 'what is there after a wrong hash')
    },
  },
  {
    name: 'push/signatureWrong',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const before = pc.writer.head()
      const [first, last] = facts(pc, 2)
      for (const signature of [newWriter().sign(`pishkhan event 1 ${last?.hash}`), null, first?.signature])
        refused(await askPush(pc, [first, { ...last, signature }]), 422, 'signatureWrong')
      same(await haveOf(pc, pc.writer.device), before, 'what is there after wrong signatures')
      await push(pc, [first, last])
    },
  },
  {
    name: 'push/otherHistory',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const said = refused(await askPush(pc, facts(pc, 1), { historyId: 'another' }), 409, 'historyChanged')
      same(said.historyId, pc.enrolled.historyId, 'the history that is named')
    },
  },
  {
    name: 'push/byAnotherPc',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      const events = facts(pc, 2)
      same((await push(main, events, pc.writer.device)).ackedDseq, events[1]?.dseq, 'facts of one PC, brought by another')
    },
  },
  {
    name: 'push/packed',
    run: async ({ newPc }) => {
      const pc = await newPc()
      for (const [encoding, pack] of [['gzip', gzipSync] as const, ['zstd', zstdCompressSync] as const]) {
        const events = facts(pc, 3)
        const bytes = pack(Buffer.from(JSON.stringify(pushBody(pc, events)), 'utf8'))
        const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
        const answer = await send(pc.url, { method: 'POST', path: 'push', token: pc.tokens.accessToken, bytes, headers })
        same(answered(answer, pushAnswer).ackedDseq, events[2]?.dseq, `a push packed with ${encoding}`)
      }
    },
  },
  {
    name: 'push/tooLarge',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const before = pc.writer.head()
      const many = facts(pc, 1_001)
      refused(await askPush(pc, many), 413, 'tooLarge')
      const wide = { ...pc, writer: pc.writer.copy() }
      const large = Array.from({ length: 3 }, () =>
        sealed(wide, wide.writer.write(wide.garage, fact()), { payload: `{"text":"${'x'.repeat(500_000)}"}` }),
      )
      refused(await askPush(wide, large), 413, 'tooLarge')
      const bomb = gzipSync(Buffer.alloc(40_000_000, 0x20))
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
      refused(await send(pc.url, { method: 'POST', path: 'push', token: pc.tokens.accessToken, bytes: bomb, headers }), 413, 'tooLarge')
      same(await haveOf(pc, pc.writer.device), before, 'what is there after pushes that were too large')
      same((await push(pc, many.slice(0, 1_000))).ackedDseq, many[999]?.dseq, 'a thousand at once')
    },
  },
  {
    name: 'push/notAPush',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const events = facts(pc, 1)
      const { accessToken: token } = pc.tokens
      for (const json of [[], { ...pushBody(pc, events), more: 1 }, pushBody(pc, []), pushBody(pc, [null]), pushBody(pc, [{}]), 'push'])
        refused(await send(pc.url, { path: 'push', token, json }), 400, 'badRequest')
      for (const text of ['', '{', '\u0000', `{"a":${'['.repeat(200_000)}`])
        refused(await send(pc.url, { method: 'POST', path: 'push', token, bytes: Buffer.from(text) }), 400, 'badRequest')
      const whole = JSON.stringify(pushBody(pc, events))
      const deep = whole.replace('"parents":[]', `"parents":${'['.repeat(20_000)}${']'.repeat(20_000)}`)
      turnedAway(await send(pc.url, { method: 'POST', path: 'push', token, bytes: Buffer.from(deep) }))
      need((await ask(pc, 'have')).status === 200, 'the server goes on')
    },
  },
  {
    name: 'push/together',
    run: async ({ main, newPc }) => {
      const pcs = [await newPc(), await newPc(), await newPc(), await newPc()]
      const before = await headOf(main)
      const answers = await Promise.all(
        pcs.map(async (pc) => {
          for (let round = 0; round < 5; round += 1) await push(pc, facts(pc, 10))
          return pc.writer.head()
        }),
      )
      for (const [index, pc] of pcs.entries()) same(await haveOf(main, pc.writer.device), answers[index], 'the chain of each of four')
      const { events } = await pull(main, `after=${before}&limit=2000`)
      same(
        events.map(({ gseq }) => gseq),
        events.map((_, index) => before + index + 1),
        'the numbers of facts that four PCs pushed at once',
      )
      same(events.length, 200, 'how many came')
    },
  },
]
