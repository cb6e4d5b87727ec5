import type { Check, Context } from '../check.ts'
import { need, same } from '../http.ts'
import { alarmsOf, fact, facts, haveOf, push, pullAll, pullLinks, sealed, type Pc } from '../pc.ts'
import { newId, type Fact } from '../writer.ts'
import type { JobId } from '../../../core/basics/ids.ts'

/** A fact is put aside: acknowledged, alarmed, not passed on, and the chain goes on over it. */
async function aside({ main, newPc }: Context, code: string, make: (pc: Pc) => unknown): Promise<void> {
  const pc = await newPc()
  const event = make(pc)
  const { dseq, hash } = pc.writer.head()
  const pushed = await push(pc, [event])
  same([pushed.ackedDseq, pushed.headHash, pushed.quarantined], [dseq, hash, 1], 'the acknowledgement of what was put aside')
  need((await alarmsOf(main, pc.writer.device)).includes(code), `the alarm ${code}`)
  same((await push(pc, [event])).ackedDseq, dseq, 'the same again')
  const [next] = facts(pc, 1)
  same((await push(pc, [next])).ackedDseq, dseq + 1, 'the chain goes on')
  same(await haveOf(main, pc.writer.device), pc.writer.head(), 'the head of the chain')
  const known = new Set((await pullAll(main)).map((pulled) => pulled.event.hash))
  same([known.has(hash), known.has(next?.hash ?? '')], [false, true], 'in a pull: what was put aside, and what came after it')
  const holes = (await pullLinks(main)).flatMap((link) => ('hole' in link && link.hole.hash === hash ? [link.hole] : []))
  same(
    holes.map((hole) => [hole.device, hole.dseq]),
    [[pc.writer.device, dseq]],
    'the hole that it leaves in the chain',
  )
}

async function passedOn({ main, newPc }: Context, said: Fact): Promise<void> {
  const pc = await newPc()
  const event = pc.writer.write(pc.garage, said)
  same((await push(pc, [event])).quarantined, 0, 'how many were put aside')
  const there = (await pullAll(main)).find((pulled) => pulled.event.id === event.id)
  same(there?.event, event, 'the event as another PC pulls it')
}

function written(pc: Pc, said: Partial<Fact>) {
  return pc.writer.write(pc.garage, { ...fact(), ...said })
}

export const quarantineChecks: readonly Check[] = [
  {
    name: 'quarantine/unknownFields',
    run: (context) => aside(context, 'unknownFields', (pc) => sealed(pc, written(pc, {}), { mood: 'good' })),
  },
  {
    name: 'quarantine/invalidEvent',
    run: (context) => aside(context, 'invalidEvent', (pc) => written(pc, { payload: { by: 'nobody', reason: 7 } })),
  },
  {
    name: 'quarantine/notCanonical',
    run: (context) => aside(context, 'invalidEvent', (pc) => written(pc, { payloadText: '{ "reason": "x", "by": "garage" }' })),
  },
  {
    name: 'quarantine/tooDeep',
    run: (context) =>
      aside(context, 'tooDeep', (pc) =>
        written(pc, { type: 'ofAnotherProgram', payloadText: `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}` }),
      ),
  },
  {
    name: 'quarantine/tooLarge',
    run: (context) => aside(context, 'tooLarge', (pc) => written(pc, { payload: { by: 'garage', reason: 'x'.repeat(5_000_000) } })),
  },
  {
    name: 'quarantine/wrongAuthor',
    run: (context) => aside(context, 'wrongAuthor', (pc) => written(pc, { type: 'visitRated', payload: { stars: 5, text: '' } })),
  },
  {
    name: 'quarantine/idTwice',
    run: async (context) => {
      const before = await context.newPc()
      const [event] = facts(before, 1)
      await push(before, [event])
      await aside(context, 'invalidEvent', (pc) =>
        pc.writer.write(pc.garage, { ...fact(), ...(event === undefined ? {} : { id: event.id }) }),
      )
    },
  },
  {
    name: 'quarantine/notNewerTypes',
    run: (context) =>
      passedOn(context, { stream: `job:${newId<JobId>()}`, type: 'carWashedByRobot', payload: { robot: 'R2', water: { litre: 12.5 } } }),
  },
  {
    name: 'quarantine/notNewerVersions',
    run: (context) => passedOn(context, { ...fact(), v: 99, payload: { by: 'robot', because: ['of', 'rain'] } }),
  },
  {
    name: 'quarantine/notClocks',
    run: async (context) => {
      await passedOn(context, { ...fact(), wallAtUtcMs: 86_400_000 })
      await passedOn(context, { ...fact(), wallAtUtcMs: Date.UTC(2190, 0) })
    },
  },
]
