import { alarmsAnswer, devicesAnswer } from '../../../core/wire/protocol.ts'
import type { Check, Context } from '../check.ts'
import { answered, need, refused, same } from '../http.ts'
import { ask, askEnrolment, askPush, enrol, facts, have, haveOf, newCode, pullAll, push, type Pc } from '../pc.ts'

type Two = { readonly main: Pc; readonly stranger: Pc; readonly newPc: Context['newPc']; readonly url: string }

/** Promises between two garages. The runner tells when there is only one. */
function between(name: string, run: (two: Two) => Promise<void>): Check {
  return {
    name: `garages/${name}`,
    needs: 'stranger',
    run: async ({ url, main, stranger, newPc }) => {
      if (stranger !== null) await run({ url, main, stranger, newPc })
    },
  }
}

export const garageChecks: readonly Check[] = [
  between('nothingLeaks', async ({ main, stranger, newPc }) => {
    const pc = await newPc()
    await push(pc, facts(pc, 2))
    await push(stranger, facts(stranger, 2))
    for (const [looks, other] of [[main, stranger] as const, [stranger, main] as const]) {
      const strange = (garage: string): boolean => garage !== looks.garage
      same(
        (await pullAll(looks)).filter(({ event }) => strange(event.garage)),
        [],
        "another garage's events in a pull",
      )
      const snapshot = (await ask(looks, 'snapshot')).bytes.toString('utf8')
      need(!snapshot.includes(other.garage), "another garage's id in a snapshot")
      need(!(await have(looks)).heads.some(({ device }) => device === other.writer.device), "another garage's device in what is there")
      const { devices } = answered(await ask(looks, 'devices'), devicesAnswer)
      need(!devices.some(({ device }) => device === other.writer.device), "another garage's device in the list")
    }
  }),
  between('foreignEvent', async ({ main, stranger }) => {
    const before = await haveOf(main, stranger.writer.device)
    const events = facts(stranger, 1)
    refused(await askPush(main, events, { device: stranger.writer.device }), 403, 'garageDiffers')
    same(await haveOf(main, stranger.writer.device), before, 'what is there of the foreign device')
    await push(stranger, events)
  }),
  between('foreignDevice', async ({ main, stranger }) => {
    refused(await ask(main, `devices/${stranger.writer.device}/revoke`, 'POST'), 404, 'notFound')
    need((await ask(stranger, 'have')).status === 200, 'nobody revokes a PC of another garage')
  }),
  between('foreignAlarms', async ({ main, stranger, newPc }) => {
    const pc = await newPc()
    await push(pc, [pc.writer.write(pc.garage, { stream: 'job:x', type: 'visitRated', payload: { stars: 5, text: '' } })])
    const { alarms } = answered(await ask(stranger, 'alarms'), alarmsAnswer)
    need(!alarms.some(({ device }) => device === pc.writer.device || device === main.writer.device), "another garage's alarm")
  }),
  between('foreignCode', async ({ url, main, stranger }) => {
    const code = await newCode(stranger)
    refused(await askEnrolment(url, code, { garage: main.garage }), 403, 'garageDiffers')
    same((await enrol(url, code, null)).garage, stranger.garage, 'the garage of a code')
  }),
]
