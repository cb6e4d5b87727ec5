import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { codeAnswer, devicesAnswer, enrolAnswer } from '../../core/wire/protocol.ts'
import { codeLastsMs, makeCodeByName, makeCodeFor, makeFirstCode } from '../../platform/access/codes.ts'
import { newKeyPair } from '../../platform/access/keys.ts'
import { newId } from '../../platform/access/newId.ts'
import { accessLastsMs } from '../../platform/access/tokens.ts'
import { usualLimits } from '../../platform/http/limits.ts'
import { startTestPlatform } from '../support/platform.ts'
import {
  alarmCodes,
  announcement,
  call,
  enrolBody,
  enrolledPc,
  have,
  note,
  post,
  pullAll,
  push,
  refreshTokens,
  withToken,
} from '../support/platformPc.ts'

const pcOf = (): { readonly device: DeviceId; readonly keys: ReturnType<typeof newKeyPair>; readonly brings: GarageId | null } => ({
  device: newId<DeviceId>(Date.now()),
  keys: newKeyPair(),
  brings: newId<GarageId>(Date.now()),
})
const some = z.unknown()

describe('enrolment', () => {
  it('binds the garage that the first PC brings, and takes the second one in empty', async () => {
    const platform = await startTestPlatform()
    const { code } = await makeFirstCode(platform.database, 'سعادت', Date.now())
    const first = pcOf()
    const { value } = await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code.toLowerCase().replaceAll('-', ' '), first)))
    expect(value).toMatchObject({ garage: first.brings, garageName: 'سعادت', deviceNo: 1, linkBase: `${platform.url}/l/` })
    const next = await call(platform, '/v1/codes', codeAnswer, post({}, value?.accessToken ?? ''))
    const second = await enrolledPc(platform, next.value?.code ?? '')
    expect(second.enrolled).toMatchObject({
      garage: first.brings,
      deviceNo: 2,
      networkKeyHex: value?.networkKeyHex,
      historyId: value?.historyId,
    })
    const { value: listed } = await call(platform, '/v1/devices', devicesAnswer, withToken(second))
    expect(listed?.devices.map(({ device, deviceNo }) => [device, deviceNo])).toEqual([
      [first.device, 1],
      [second.device, 2],
    ])
  })

  it('makes a garage for a first PC that is empty', async () => {
    const platform = await startTestPlatform()
    const { code } = await makeFirstCode(platform.database, 'نو', Date.now())
    const { value } = await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code, { ...pcOf(), brings: null })))
    expect(value?.garageName).toBe('نو')
  })

  it('answers a lost answer again to the same PC, and a used code to nobody else', async () => {
    const platform = await startTestPlatform()
    const { code } = await makeFirstCode(platform.database, 'سعادت', Date.now())
    const pc = pcOf()
    const once = await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code, pc)))
    const twice = await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code, pc)))
    expect(twice.value?.deviceNo).toBe(once.value?.deviceNo)
    const other = await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code, pcOf())))
    expect([other.status, other.problem?.code]).toEqual([409, 'codeUsed'])
    const otherKey = await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code, { ...pc, keys: newKeyPair() })))
    expect(otherKey.problem?.code).toBe('codeUsed')
  })

  it('lets one of two PCs in that use a code at once', async () => {
    const platform = await startTestPlatform()
    const { code } = await makeFirstCode(platform.database, 'سعادت', Date.now())
    const answers = await Promise.all(
      [pcOf(), pcOf(), pcOf()].map((pc) => call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code, pc)))),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  it('refuses what does not fit, each with its code', async () => {
    let now = Date.now()
    const platform = await startTestPlatform({ now: () => utcMs(now) })
    const pc = await enrolledPc(platform)
    const more = await makeCodeFor(platform.database, pc.garage, 'x', now)
    const refusal = async (code: string, body: ReturnType<typeof pcOf>): Promise<string | undefined> =>
      (await call(platform, '/v1/enrol', enrolAnswer, post(enrolBody(code, body)))).problem?.code
    expect(await refusal('AAAA-BBBB-CCCC', pcOf())).toBe('codeUnknown')
    expect(await refusal(more.code, pcOf())).toBe('garageDiffers')
    const first = await makeFirstCode(platform.database, 'y', now)
    expect(await refusal(first.code, { ...pcOf(), brings: pc.garage })).toBe('garageHasFacts')
    const forged = { ...enrolBody(first.code, pcOf()), device: newId<DeviceId>(now) }
    expect((await call(platform, '/v1/enrol', enrolAnswer, post(forged))).problem?.code).toBe('signatureWrong')
    expect((await call(platform, '/v1/enrol', enrolAnswer, post({ ...enrolBody(first.code, pcOf()), extra: 1 }))).status).toBe(400)
    now += codeLastsMs
    expect(await refusal(first.code, pcOf())).toBe('codeExpired')
  })

  it('makes a code by the name of a garage: of the one that is here, or of a new one', async () => {
    const platform = await startTestPlatform()
    const first = await enrolledPc(platform, (await makeCodeByName(platform.database, 'سعادت', Date.now()))?.code, { brings: null })
    const second = await enrolledPc(platform, (await makeCodeByName(platform.database, 'سعادت', Date.now()))?.code)
    expect([second.garage, second.enrolled.deviceNo]).toEqual([first.garage, 2])
  })
})

describe('tokens', () => {
  it('rotate, and a lost answer is asked for again with the old one', async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    const lost = await refreshTokens(platform, pc)
    const again = await refreshTokens(platform, pc)
    expect([lost.status, again.status]).toEqual([200, 200])
    pc.enrolled = { ...pc.enrolled, ...again.value }
    expect((await have(platform, pc)).historyId).toBe(pc.enrolled.historyId)
    expect((await refreshTokens(platform, pc)).status).toBe(200)
  })

  for (const use of ['access', 'refresh'] as const) {
    it(`that are old are a replay once the new ${use} token was used: the device loses all of them, and it is told`, async () => {
      const platform = await startTestPlatform()
      const pc = await enrolledPc(platform)
      const watcher = await enrolledPc(platform, (await makeCodeFor(platform.database, pc.garage, 'x', Date.now())).code)
      const old = pc.enrolled.refreshToken
      pc.enrolled = { ...pc.enrolled, ...(await refreshTokens(platform, pc)).value }
      if (use === 'access') await have(platform, pc)
      else await refreshTokens(platform, pc)
      const replayed = await refreshTokens(platform, pc, old)
      expect([replayed.status, replayed.problem?.code]).toEqual([401, 'tokenReplayed'])
      expect((await call(platform, '/v1/have', some, withToken(pc))).problem?.code).toBe('notSignedIn')
      expect((await refreshTokens(platform, pc)).problem?.code).toBe('notSignedIn')
      expect(await alarmCodes(platform, watcher)).toEqual(['tokenReplayed'])
    })
  }

  it('are worth nothing without the key: a stolen one neither refreshes nor signs its owner out', async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    const old = pc.enrolled.refreshToken
    pc.enrolled = { ...pc.enrolled, ...(await refreshTokens(platform, pc)).value }
    await have(platform, pc)
    expect((await refreshTokens(platform, pc, old, newKeyPair())).problem?.code).toBe('signatureWrong')
    expect((await refreshTokens(platform, pc, pc.enrolled.refreshToken, newKeyPair())).problem?.code).toBe('signatureWrong')
    expect((await refreshTokens(platform, pc)).status).toBe(200)
    expect(await alarmCodes(platform, pc)).toEqual(['signatureWrong', 'signatureWrong'])
  })

  it('expire after 15 minutes', async () => {
    let now = Date.now()
    const platform = await startTestPlatform({ now: () => utcMs(now) })
    const pc = await enrolledPc(platform)
    now += accessLastsMs - 1
    expect((await call(platform, '/v1/have', some, withToken(pc))).status).toBe(200)
    now += 1
    const late = await call(platform, '/v1/have', some, withToken(pc))
    expect([late.status, late.problem?.code]).toEqual([401, 'tokenExpired'])
    expect((await refreshTokens(platform, pc)).status).toBe(200)
  })

  it('that were forged open nothing', async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    const { accessToken, refreshToken } = pc.enrolled
    const flipped = accessToken.slice(0, -1) + (accessToken.endsWith('A') ? 'B' : 'A')
    for (const token of [flipped, refreshToken, 'x'.repeat(40), `${accessToken}A`, '']) {
      expect((await call(platform, '/v1/pull?after=0', some, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401)
    }
    expect((await call(platform, '/v1/pull?after=0', some)).problem?.code).toBe('notSignedIn')
  })

  it('of a revoked device open nothing, and what it recorded stays', async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    const second = await enrolledPc(platform, (await makeCodeFor(platform.database, pc.garage, 'x', Date.now())).code)
    await push(platform, second, [announcement(second), note(second)])
    expect((await call(platform, `/v1/devices/${second.device}/revoke`, some, post({}, pc.enrolled.accessToken))).status).toBe(204)
    for (const answer of [await push(platform, second, [note(second)]), await refreshTokens(platform, second)]) {
      expect([answer.status, answer.problem?.code]).toEqual([403, 'revoked'])
    }
    expect((await pullAll(platform, pc)).filter(({ event }) => event.device === second.device)).toHaveLength(2)
    const stranger = await enrolledPc(platform)
    expect((await call(platform, `/v1/devices/${pc.device}/revoke`, some, post({}, stranger.enrolled.accessToken))).problem?.code).toBe(
      'notFound',
    )
  })

  it('end with a sign-out', async () => {
    const platform = await startTestPlatform()
    const pc = await enrolledPc(platform)
    expect((await call(platform, '/v1/sign-out', some, post({}, pc.enrolled.accessToken))).status).toBe(204)
    expect((await call(platform, '/v1/have', some, withToken(pc))).problem?.code).toBe('notSignedIn')
    expect((await refreshTokens(platform, pc)).problem?.code).toBe('notSignedIn')
  })
})

describe('pace', () => {
  it('holds a device to its calls, and says when to come again', async () => {
    const platform = await startTestPlatform({ limits: { ...usualLimits, device: { burst: 3, perSecond: 0.001 } } })
    const pc = await enrolledPc(platform)
    const other = await enrolledPc(platform)
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(platform, '/v1/have', some, withToken(pc))))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 429, 429])
    expect(Number(answers.find(({ status }) => status === 429)?.response.headers.get('retry-after'))).toBeGreaterThan(1)
    expect((await call(platform, '/v1/have', some, withToken(other))).status).toBe(200)
  })

  it('lets nobody try codes', async () => {
    const platform = await startTestPlatform({ limits: { ...usualLimits, wrongCodes: { burst: 2, perSecond: 0.001 } } })
    const statuses: number[] = []
    for (let tries = 0; tries < 4; tries += 1) {
      statuses.push((await call(platform, '/v1/enrol', some, post(enrolBody('AAAA-BBBB-CCCC', pcOf())))).status)
    }
    expect(statuses).toEqual([404, 404, 429, 429])
  })
})
