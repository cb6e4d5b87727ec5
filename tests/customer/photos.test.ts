import { expect, test } from 'vitest'
import { sha256Hex } from '../../platform/access/keys.ts'
import { jpeg } from '../support/jpeg.ts'
import { askByLink, carInWork, customerPlatform, makeLink, shopSays } from './garage.ts'

test('a photo is shown as long as its link shows the request', async () => {
  const garage = await customerPlatform()
  const { platform, pc, clock } = garage
  const bytes = jpeg(40, 30)
  const hash = sha256Hex(bytes)
  await platform.database.query('INSERT INTO photo VALUES ($1, $2, $3, 0)', [pc.garage, hash, bytes])
  const status = async (secret: string): Promise<number> => (await fetch(`${platform.url}/l/${secret}/photo/${hash}`)).status

  const jobId = await carInWork(garage)
  const asked = await askByLink(garage, jobId, { photos: [hash] })
  expect(await status(asked.secret)).toBe(200)
  const newer = await makeLink(garage, jobId, asked.consentId)
  expect([await status(asked.secret), await status(newer.secret)]).toEqual([404, 200])
  const next = await askByLink(garage, jobId, { photos: [hash], supersedes: asked.consentId })
  expect([await status(newer.secret), await status(next.secret)]).toEqual([404, 200])
  const before = clock.nowUtcMs
  clock.nowUtcMs = next.snapshot.validUntilUtcMs
  expect(await status(next.secret)).toBe(200)
  clock.nowUtcMs = before
  await shopSays(garage, jobId, [{ type: 'jobCancelled', by: 'garage', reason: '' }])
  expect(await status(next.secret)).toBe(404)
})
