import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CommandId, ServiceId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { seededRandom } from '../../core/basics/random.ts'
import { openDatabase } from '../../db/connection.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { projectionDigests, rebuildProjections } from '../../db/projections/rebuild.ts'
import { newId } from '../../electron/service/ids.ts'
import { testPlate } from '../support/plates.ts'
import { connectTo, startProgram } from '../support/program.ts'
import { setupInput } from '../support/setupInput.ts'

const cycles = 8
const visitsPerCycle = 12

/**
 * Registers cars as fast as the service confirms them while the service is killed at random moments, and tells what came
 * of it: how many confirmed visits the log does not have, and how many it has twice.
 */
async function registerThroughKills(seed: number, servicePath?: string) {
  const random = seededRandom(seed)
  const program = await startProgram(servicePath === undefined ? {} : { servicePath })
  const client = connectTo(program)
  await client.setUp(setupInput)
  const garage = await client.garage()
  const actorId = garage?.people.find((person) => person.role === 'frontDesk')?.personId ?? newId(utcMs(0))
  const serviceId: ServiceId = garage?.services[0]?.serviceId ?? newId(utcMs(0))
  const confirmed: string[] = []
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const killAfter = Math.floor(random() * visitsPerCycle)
    for (let visit = 0; visit < visitsPerCycle; visit += 1) {
      const note = `${cycle}/${visit}`
      const command = {
        type: 'openVisit',
        customer: { name: '', mobile: null },
        vehicle: { plate: testPlate(cycle * visitsPerCycle + visit), model: '' },
        serviceIds: [serviceId],
        materials: [],
        note,
        plateSeenTwice: true,
      } as const
      const call = client.command({ commandId: newId<CommandId>(utcMs(Date.now())), actorId, command })
      // The kill falls into the call: before it arrives, in its transaction, or before its answer.
      if (visit === killAfter) setTimeout(() => process.kill(program.pid() ?? 0, 'SIGKILL'), random() * 3)
      if ((await call).ok) confirmed.push(note)
    }
  }
  await program.stop()
  const opened = openDatabase(join(program.dataFolder, 'garage.sqlite'))
  if (!opened.ok) throw new Error(opened.error.code)
  const db = opened.value
  const stored = db.prepare<[], string>("SELECT payload ->> 'note' FROM event WHERE type = 'jobOpened'").pluck().all().map(String)
  const before = projectionDigests(db)
  rebuildProjections(db)
  const equal = JSON.stringify(before) === JSON.stringify(projectionDigests(db))
  const found = { chainFault: firstChainFault(db), equal, restarts: program.restarts() }
  db.close()
  return {
    ...found,
    confirmed: confirmed.length,
    lost: confirmed.filter((note) => !stored.includes(note)),
    twice: stored.filter((note, index) => stored.indexOf(note) !== index),
  }
}

it('a service killed in the middle of its writing loses nothing it confirmed and does nothing twice', async () => {
  const outcome = await registerThroughKills(1)
  expect(outcome.restarts).toBeGreaterThanOrEqual(cycles - 1)
  expect(outcome).toMatchObject({ confirmed: cycles * visitsPerCycle, lost: [], twice: [], chainFault: null, equal: true })
})

it('a service that confirms before it has written is caught', async () => {
  const outcome = await registerThroughKills(1, join(import.meta.dirname, 'answersBeforeWriting.ts'))
  expect(outcome.lost.length).toBeGreaterThan(0)
})
