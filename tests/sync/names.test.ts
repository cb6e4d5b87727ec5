import { expect, it } from 'vitest'
import { knownDeviceNames } from '../../db/queries/sync.ts'
import { startTestPlatform } from '../support/platform.ts'
import { allSent, firstCode, join1, joinFurther, openGaragePc, until, type Pc } from './pc.ts'
import { startProxy } from './proxy.ts'

function namesAt(pc: Pc): readonly string[] {
  const garage = pc.service.garageForSync()
  return garage === null ? [] : [...knownDeviceNames(garage.db).values()].toSorted()
}

/** The PCs that the first task names. */
function taskNames(pc: Pc): readonly string[] {
  const task = pc.service.syncTasks()[0]
  return task?.kind === 'job' ? task.facts.map(({ deviceName }) => deviceName ?? 'nobody').toSorted() : []
}

it('a task names the PC that did it: names come after joining, with a new PC, and after the platform was away', async () => {
  const platform = await startTestPlatform()
  const proxy = await startProxy(platform.port)
  const first = openGaragePc()
  await join1(first, proxy.url, await firstCode(platform), 'پذیرش')
  await allSent(first)
  await until(() => namesAt(first).length === 1, 'its own name')
  const second = await joinFurther(first, proxy.url, {}, 'انبار')
  const jobId = first.visit('one job')
  await until(() => second.service.job(jobId) !== null, 'the job on both')
  second.visit('of the new PC')
  await until(() => namesAt(first).length === 2, 'the name of the new PC')
  await until(() => namesAt(second).length === 2, 'both names at the new PC')

  proxy.down = true
  proxy.dropAll()
  await until(() => [first, second].every((pc) => pc.sync.status().state === 'offline'), 'offline')
  for (const [index, pc] of [first, second].entries()) {
    const garage = pc.service.garage()
    const bayId = garage?.bays[index]?.bayId
    const mechanicId = garage?.people.find(({ role }) => role === 'mechanic')?.personId
    if (bayId === undefined || mechanicId === undefined) throw new Error('bays and a mechanic')
    pc.act({ type: 'startWork', jobId, bayId, mechanicId, overrideReason: 'x' })
  }
  await platform.database.query("UPDATE device SET name = 'دفتر' WHERE name = 'پذیرش'")
  proxy.down = false
  first.sync.now()
  second.sync.now()
  await until(() => namesAt(second).includes('دفتر'), 'the new name after the platform was away')
  expect(namesAt(second)).toEqual(['انبار', 'دفتر'].toSorted())
  await until(() => taskNames(first).length === 2 && taskNames(second).length === 2, 'the task at both')
  expect(taskNames(second)).toEqual(['انبار', 'دفتر'].toSorted())
})
