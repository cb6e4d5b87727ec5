import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandId, JobId } from '../../core/basics/ids.ts'
import type { CommandInput } from '../../core/contract/contract.ts'
import type { Role } from '../../core/domain/people/role.ts'
import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { newSecret } from '../../electron/gateway/secret.ts'
import { clockFrom, type Clock } from '../../electron/service/clock.ts'
import { demoBays, demoGarage } from '../../electron/service/demo/garage.ts'
import { newId } from '../../electron/service/ids.ts'
import { openService } from '../../electron/service/service.ts'
import { createSync } from '../../electron/sync/control.ts'
import { makeFirstCode } from '../../platform/access/codes.ts'
import { askDemoPrice, bookDemoDay } from '../../platform/customer/demo/customers.ts'
import { customerRoutes } from '../../platform/customer/routes.ts'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { startPlatform, type Platform } from '../../platform/server.ts'
import { at, car } from '../support/garage.ts'
import { root } from '../support/program.ts'

export type JoinedGarage = Awaited<ReturnType<typeof openJoinedGarage>>

/** PostgreSQL, the platform with its customer's side, and one garage's two PCs at a quarter past seven: all of them real. */
export async function openJoinedGarage() {
  const [data, platformData] = [mkdtempSync(join(tmpdir(), 'pishkhan-joined-')), mkdtempSync(join(tmpdir(), 'pishkhan-postgres-'))]
  const clock = clockFrom(at('07:15'))
  const now = () => clock.wallUtcMs()
  const postgres = await startEmbedded({ folder: platformData, durable: false })
  const databaseUrl = await postgres.url('screens')
  const start = (port: number): Promise<Platform> =>
    startPlatform({ databaseUrl, port, now, extend: (app, { database }) => void app.route('/', customerRoutes({ database, now })) })
  let platform = await start(0)
  const { port, url } = platform

  const desk = await openPc(join(data, 'desk'), clock)
  desk.service.setUp({ ...demoGarage, bays: demoBays })
  const { code } = await makeFirstCode(platform.database, demoGarage.profile.name, now())
  await desk.join(url, code, 'پذیرش')
  const further = await desk.sync.newCode()
  if (!further.ok) throw new Error(further.error.code)
  const office = await openPc(join(data, 'office'), clock)
  await office.join(url, further.value.code, 'دفتر')
  const pcs = [desk, office]
  const garage = desk.garageId()
  const customers = { database: platform.database, now }
  await bookDemoDay(customers, garage)
  for (const n of [0, 1, 2]) await askDemoPrice(customers, garage, n)
  await until(() => pcs.every(({ service }) => service.today()?.expected.length === 7 && service.requests(false, 10).length === 3))

  return {
    url,
    desk,
    office,
    settled: () => until(() => pcs.every(({ sync }) => sync.status().state === 'allSent' && sync.status().waiting === 0)),
    /** The line to the platform, which both PCs notice. */
    cut: async () => {
      await platform.stop()
      await until(() => pcs.every(({ sync }) => sync.status().state === 'offline'))
    },
    mend: async () => {
      platform = await start(port)
      for (const { sync } of pcs) sync.now()
    },
    stop: async () => {
      await Promise.all(pcs.map((pc) => pc.stop()))
      await platform.stop()
      await postgres.stop()
      for (const folder of [data, platformData]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openPc(dataFolder: string, clock: Clock) {
  const opened = openService({ dataFolder, clock, programVersion: 'screens', demoAtUtcMs: null })
  if (!opened.ok) throw new Error(opened.error.code)
  const service = opened.value
  const sync = createSync({
    source: service,
    dataFolder,
    marksFolder: `${dataFolder}-marks`,
    programVersion: 'screens',
    timing: { pollMs: 200 },
  })
  const secret = newSecret()
  const door = await openHttpDoor({ service, sync, secret, port: 0, pageFolder: join(root, 'dist/renderer') })
  const act = (command: CommandInput['command'], role: Role = 'frontDesk'): JobId | null => {
    const actor = service.garage()?.people.find((person) => person.role === role)
    if (actor === undefined) throw new Error(`nobody is ${role}`)
    const done = service.command({ commandId: newId<CommandId>(clock.wallUtcMs()), actorId: actor.personId, command })
    if (!done.ok) throw new Error(done.error.code)
    return done.value.jobId
  }
  return {
    service,
    sync,
    act,
    url: `http://127.0.0.1:${door.port}/enter/${secret}`,
    garageId: () => {
      const garage = service.garageForSync()
      if (garage === null) throw new Error('a garage is open')
      return garage.identity().garage
    },
    join: async (url: string, code: string, deviceName: string) => {
      const joined = await sync.join({ url, code, deviceName })
      if (!joined.ok) throw new Error(joined.error.code)
      await until(() => service.garage() !== null && sync.status().state === 'allSent')
    },
    visit: (plate: string, model: string, name: string, title: string): JobId => {
      const asked = service.garage()?.services.find((each) => each.title === title)
      if (asked === undefined) throw new Error(`not in the list: ${title}`)
      const jobId = act({
        type: 'openVisit',
        customer: { name, mobile: null },
        vehicle: car(plate, model),
        serviceIds: [asked.serviceId],
        materials: [],
        note: '',
        plateSeenTwice: true,
      })
      if (jobId === null) throw new Error('a visit has a job')
      return jobId
    },
    start: (jobId: JobId, place: number): void => {
      const bay = service.garage()?.bays[place]
      const mechanic = service.garage()?.people.filter(({ role }) => role === 'mechanic')[place]
      if (bay === undefined || mechanic === undefined) throw new Error('the garage has a bay and a mechanic there')
      act({ type: 'startWork', jobId, bayId: bay.bayId, mechanicId: mechanic.personId, overrideReason: 'نزدیک‌تر بود' })
    },
    stop: async () => {
      await door.close()
      await sync.stop()
      service.stop()
    },
  }
}

/** A start of two engines takes seconds; a minute without it is a fault. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 60_000
  while (!holds()) {
    if (performance.now() > end) throw new Error(`never came: ${String(holds)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** What two PCs do apart while the line is cut: tasks for the desk when it stands again. */
export async function workApart({ desk, office, cut, mend, settled }: JoinedGarage): Promise<{ readonly worked: JobId }> {
  const twice = desk.visit('47د526ایران88', 'پژو ۲۰۶', 'مریم احمدی', 'تعویض تسمه تایم')
  const leaving = desk.visit('31ل774ایران10', 'تیبا', 'رضا شریفی', 'تعویض باتری')
  await settled()
  await until(() => office.service.job(leaving) !== null)
  await cut()
  desk.start(twice, 0)
  office.start(twice, 1)
  office.act({ type: 'cancelJob', jobId: leaving, by: 'customer', reason: 'عجله داشت' })
  desk.start(leaving, 2)
  await mend()
  await settled()
  await until(() => desk.sync.status().waiting === 0 && desk.service.syncTasks().length >= 2)
  return { worked: twice }
}
