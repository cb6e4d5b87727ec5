import { refreshAnswer } from '../../../core/wire/protocol.ts'
import type { Check } from '../check.ts'
import { answered, empty, need, refused, same, send, turnedAway } from '../http.ts'
import { alarmsOf, ask, askEnrolment, askRefresh, facts, haveOf, newCode, push, pullAll, refresh } from '../pc.ts'
import { newWriter } from '../writer.ts'

const paths = ['have', 'pull?after=0', 'snapshot', 'catalogue', 'devices', 'alarms', 'live', `photos/${'0'.repeat(64)}`] as const

export const tokenChecks: readonly Check[] = [
  {
    name: 'tokens/needed',
    run: async ({ url, main }) => {
      for (const path of paths) refused(await send(url, { path }), 401, 'notSignedIn')
      for (const token of ['x'.repeat(40), `${main.tokens.accessToken.slice(0, -4)}AAAA`, main.tokens.refreshToken])
        refused(await send(url, { path: 'have', token }), 401, 'notSignedIn')
      refused(await send(url, { path: 'push', token: 'x'.repeat(40), json: {} }), 401, 'notSignedIn')
    },
  },
  {
    name: 'tokens/rotation',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const before = pc.tokens
      await refresh(pc)
      need(pc.tokens.refreshToken !== before.refreshToken && pc.tokens.accessToken !== before.accessToken, 'both tokens are new')
      need((await ask(pc, 'have')).status === 200, 'the new access token is good')
      await refresh(pc)
    },
  },
  {
    name: 'tokens/lostAnswer',
    run: async ({ newPc }) => {
      const pc = await newPc()
      const { refreshToken } = pc.tokens
      answered(await askRefresh(pc, refreshToken), refreshAnswer)
      pc.tokens = answered(await askRefresh(pc, refreshToken), refreshAnswer)
      need((await ask(pc, 'have')).status === 200, 'the pair of the second answer is good')
    },
  },
  {
    name: 'tokens/replay',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      const { refreshToken } = pc.tokens
      await refresh(pc)
      need((await ask(pc, 'have')).status === 200, 'the new pair was used')
      refused(await askRefresh(pc, refreshToken), 401, 'tokenReplayed')
      need((await ask(pc, 'have')).status === 401, 'after a replay nobody is let in by the tokens of this device')
      turnedAway(await askRefresh(pc, pc.tokens.refreshToken))
      need((await alarmsOf(main, pc.writer.device)).includes('tokenReplayed'), 'a replay is alarmed')
    },
  },
  {
    name: 'tokens/stolenIsWorthless',
    run: async ({ newPc }) => {
      const pc = await newPc()
      refused(await askRefresh(pc, pc.tokens.refreshToken, newWriter()), 422, 'signatureWrong')
      await refresh(pc)
    },
  },
  {
    name: 'tokens/shortLived',
    run: ({ main }) => {
      const { expiresInS } = main.enrolled
      need(expiresInS <= 3_600, `an access token is short-lived; this one lasts ${expiresInS} s`)
      return Promise.resolve()
    },
  },
  {
    name: 'tokens/expiry',
    needs: 'passTime',
    run: async ({ main, stranger, newPc, passTime }) => {
      const pc = await newPc()
      if (passTime === null) return
      await passTime(pc.enrolled.expiresInS + 1)
      refused(await ask(pc, 'have'), 401, 'tokenExpired')
      await refresh(pc)
      need((await ask(pc, 'have')).status === 200, 'a refresh brings a good one')
      for (const looker of [main, stranger]) if (looker !== null) await refresh(looker)
    },
  },
  {
    name: 'tokens/signOut',
    run: async ({ newPc }) => {
      const pc = await newPc()
      empty(await ask(pc, 'sign-out', 'POST'))
      need((await ask(pc, 'have')).status === 401, 'the access token is worthless')
      turnedAway(await askRefresh(pc, pc.tokens.refreshToken))
    },
  },
  {
    name: 'devices/revocation',
    run: async ({ url, main, newPc }) => {
      const pc = await newPc()
      const [sent, unsent] = facts(pc, 2)
      await push(pc, [sent])
      empty(await ask(main, `devices/${pc.writer.device}/revoke`, 'POST'))
      refused(await ask(pc, 'have'), 403, 'revoked')
      refused(await send(url, { path: 'push', token: pc.tokens.accessToken, json: {} }), 403, 'revoked')
      refused(await askRefresh(pc, pc.tokens.refreshToken), 403, 'revoked')
      need(
        (await pullAll(main)).some(({ event }) => event.id === sent?.id),
        'what it recorded stays',
      )
      await push(main, [unsent], pc.writer.device)
      same((await haveOf(main, pc.writer.device))?.dseq, unsent?.dseq, 'its unsent facts, brought by another PC')
      const { writer, garage } = pc
      const again = await askEnrolment(url, await newCode(main), { writer, garage })
      need(again.status === 200, `a new code lets it in again, came ${again.status}`)
    },
  },
  {
    name: 'devices/revokeUnknown',
    run: async ({ main }) => {
      refused(await ask(main, `devices/${newWriter().device}/revoke`, 'POST'), 404, 'notFound')
    },
  },
]
