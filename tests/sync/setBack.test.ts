import { cpSync, rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { startTestPlatform } from '../support/platform.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { freePort } from './freePort.ts'
import { allSent, expectEqualLogs, firstCode, join1, joinFurther, openGaragePc, openPc, platformLog, soundness, until } from './pc.ts'
import { startProxy } from './proxy.ts'

/** Of two PCs the second was set back to a backup without nine visits that both the platform and the first one hold, and the platform is away. */
async function setBack() {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const marksFolder = temporaryFolder()
  const first = openGaragePc()
  await join1(first, proxy.url, await firstCode(platform))
  await allSent(first)
  const second = await joinFurther(first, proxy.url, { marksFolder })
  second.visits(3, 'kept ')
  await allSent(second)
  await second.stop()
  const backup = temporaryFolder()
  cpSync(second.dataFolder, backup, { recursive: true })
  const later = openPc({ dataFolder: second.dataFolder, marksFolder })
  later.visits(9, 'lost ')
  await allSent(later)
  await until(() => first.notes().length === 12, 'the first PC has all')
  await later.stop()
  rmSync(second.dataFolder, { recursive: true })
  cpSync(backup, second.dataFolder, { recursive: true })
  proxy.down = true
  proxy.dropAll()
  return { platform, proxy, first, restored: openPc({ dataFolder: second.dataFolder, marksFolder }) }
}

it('a restored PC that meets its neighbour before the platform loses nothing of what it recorded since', async () => {
  const { platform, proxy, first, restored } = await setBack()
  restored.visits(4, 'new ')
  const port = await freePort()
  await first.sync.saveNetwork({ listen: true, port, peers: [] })
  await restored.sync.saveNetwork({ listen: false, port: 7443, peers: [`127.0.0.1:${port}`] })
  first.visit('from the neighbour')
  await until(() => restored.notes().includes('from the neighbour'), 'the two have met')
  expect(restored.sync.status().waiting).toBeGreaterThanOrEqual(4)
  expect(restored.notes().filter((note) => note.startsWith('new '))).toHaveLength(4)
  proxy.down = false
  for (const pc of [first, restored]) pc.sync.now()
  await until(() => restored.notes().length === 17 && first.notes().length === 17, 'both have both')
  await expectEqualLogs(platform, first, restored)
  expect((await platformLog(platform, first)).quarantined).toBe(0)
  // What was left out for a while is exchanged again.
  proxy.down = true
  proxy.dropAll()
  restored.visit('afterwards')
  await until(() => first.notes().includes('afterwards'), 'the neighbour has what came under the new id')
  expect(await soundness(restored)).toEqual({ chainFault: null, equal: true })
})

it('facts of a fork under an id that this PC wrote under before are recorded again too', async () => {
  const { platform, proxy, first, restored } = await setBack()
  restored.visits(4, 'new ')
  restored.service.garageForSync()?.replaceDevice(null)
  restored.visit('under the new id')
  expect(restored.sync.status().waiting).toBeGreaterThanOrEqual(5)
  proxy.down = false
  for (const pc of [first, restored]) pc.sync.now()
  await until(() => restored.notes().length === 17 && first.notes().length === 17, 'both have both')
  await allSent(restored)
  await expectEqualLogs(platform, first, restored)
  expect(await soundness(restored)).toEqual({ chainFault: null, equal: true })
})
