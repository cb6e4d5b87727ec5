import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../../db/connection.ts'
import type { DeviceId, EventId } from '../../core/basics/ids.ts'
import { deviceKeyMadeType, deviceStream } from '../../core/wire/deviceEvents.ts'
import { appendEvents } from '../../db/log/append.ts'
import { firstChainFault } from '../../db/log/verify.ts'
import { fileDeviceKey } from '../../electron/service/deviceKey/fileKey.ts'
import { deviceKeyFiles, demoKeyFile } from '../../electron/service/deviceKey/places.ts'
import { carInWork } from '../support/consentDay.ts'
import { checked } from '../support/forgedProofs.ts'
import { proofOf } from '../support/proofs.ts'
import { root } from '../support/program.ts'
import { actIn, openTestGarage, openTestService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { testId } from '../support/ids.ts'
import { newId } from '../../electron/service/ids.ts'

const modeOf = (file: string): number => statSync(file).mode & 0o777

describe('the key of a file', () => {
  it('is made once, for its owner alone, and is the same ever after', () => {
    const file = join(temporaryFolder(), 'device-key.pem')
    const made = fileDeviceKey(file)
    expect(modeOf(file)).toBe(0o600)
    expect(fileDeviceKey(file).publicKeyHex).toBe(made.publicKeyHex)
    expect(readFileSync(file, 'utf8')).toContain('BEGIN PRIVATE KEY')
    expect(made.keeper).toBe('file')
  })

  it('that others could read is closed to them', () => {
    const file = join(temporaryFolder(), 'device-key.pem')
    const made = fileDeviceKey(file)
    chmodSync(file, 0o644)
    expect(fileDeviceKey(file).publicKeyHex).toBe(made.publicKeyHex)
    expect(modeOf(file)).toBe(0o600)
  })

  it('damaged: it is set aside, never deleted, and a new one made', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'device-key.pem')
    const made = [0, 1, 2].map(() => {
      writeFileSync(file, 'half a key')
      return fileDeviceKey(file).publicKeyHex
    })
    expect(new Set(made).size).toBe(3)
    expect(readdirSync(folder).toSorted()).toEqual(['device-key.pem', ...[1, 2, 3].map((n) => `device-key.pem.unreadable-${n}`)])
    expect(readFileSync(`${file}.unreadable-2`, 'utf8')).toBe('half a key')
  })

  it('of another kind is no device key', () => {
    const file = join(temporaryFolder(), 'device-key.pem')
    writeFileSync(
      file,
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIFBzbU1fFLTiUCmcgI7bHqPzr3XBcvXnW9ZSPRtjb2V2\n-----END PRIVATE KEY-----\n',
    )
    expect(fileDeviceKey(file).publicKeyHex).toMatch(/^[0-9a-f]{64}$/)
    expect(existsSync(`${file}.unreadable-1`)).toBe(true)
  })

  it('that cannot be written serves until the program ends, and says so', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'not-a-folder'), '')
    const key = fileDeviceKey(join(folder, 'not-a-folder', 'device-key.pem'))
    expect(key.keeper).toBe('memory')
    expect(key.sign('x')).toMatch(/^[0-9a-f]{128}$/)
  })
})

type Stored = { readonly type: string; readonly signature: string | null; readonly payload: string }

function eventsIn(dataFolder: string, file = 'garage.sqlite') {
  const opened = openDatabase(join(dataFolder, file))
  if (!opened.ok) throw new Error(opened.error.code)
  const rows = opened.value.prepare<[], Stored>('SELECT type, signature, payload FROM event ORDER BY seq').all()
  const fault = firstChainFault(opened.value)
  closeDatabase(opened.value)
  return { rows, fault }
}

describe('the log of a service', () => {
  it('begins with the announcement of its key, and every event is signed', () => {
    const open = openTestGarage()
    carInWork(open)
    open.service.stop()
    const { rows, fault } = eventsIn(open.dataFolder)
    expect(fault).toBeNull()
    expect(rows[0]?.type).toBe('deviceKeyMade')
    expect(JSON.parse(rows[0]?.payload ?? '')).toMatchObject({ keeper: 'file' })
    expect(rows.filter(({ type }) => type === 'deviceKeyMade')).toHaveLength(1)
    expect(rows.every(({ signature }) => signature !== null)).toBe(true)
  })

  it('what another PC says of its key is not its own word', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    const sync = open.service.garageForSync()
    if (sync === null) throw new Error('a garage is open')
    const { device, garage } = sync.identity()
    const announcement = {
      id: newId<EventId>(open.clock.wallUtcMs()),
      stream: deviceStream(device),
      type: deviceKeyMadeType,
      v: 1,
      payload: { publicKeyHex: 'a'.repeat(64), keeper: 'file' },
    }
    const author = { garage, device: testId<DeviceId>(61), actor: 'system', wallAtUtcMs: open.clock.wallUtcMs() } as const
    sync.db.transaction(() => appendEvents(sync.db, author, [announcement])).immediate()
    open.clock.pass(60_000)
    expect(open.act({ type: 'finishWork', jobId }).ok).toBe(true)
    open.service.stop()
    const { rows, fault } = eventsIn(open.dataFolder)
    expect(fault).toBeNull()
    expect(rows.filter(({ type }) => type === deviceKeyMadeType)).toHaveLength(2)
  })

  it('nothing is announced for a program that only opens', () => {
    const open = openTestService()
    open.service.stop()
    expect(eventsIn(open.dataFolder).rows).toEqual([])
  })

  it('with its key lost goes on with a new one, announced; what the old one signed stays proven', async () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    open.service.stop()
    const { plain } = deviceKeyFiles(open.dataFolder)
    const before = fileDeviceKey(plain).publicKeyHex
    writeFileSync(plain, '')
    const again = openTestService(open.dataFolder, open.clock)
    const acting = { ...again, ...actIn(again.service, open.clock) }
    expect(acting.act({ type: 'finishWork', jobId }).ok).toBe(true)
    const { html, data } = proofOf(again, jobId)
    expect((await checked(html)).fault).toBeNull()
    expect(data.keys).toHaveLength(2)
    expect(data.keys[0]?.payload).toContain(before)
    expect(data.sealedBy.publicKeyHex).not.toBe(before)
    again.service.stop()
    expect(eventsIn(open.dataFolder).fault).toBeNull()
  })

  it('a proof asked for right after the key was lost announces the new one first', async () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    open.service.stop()
    writeFileSync(deviceKeyFiles(open.dataFolder).plain, '')
    const again = openTestService(open.dataFolder, open.clock)
    expect((await checked(proofOf(again, jobId).html)).fault).toBeNull()
  })
})

describe('the demo garage', () => {
  it('has a key of its own, which is thrown away with it', () => {
    const { service, dataFolder } = openTestService()
    expect(service.startDemo().ok).toBe(true)
    expect(modeOf(demoKeyFile(dataFolder))).toBe(0o600)
    expect(service.leaveDemo().ok).toBe(true)
    expect(existsSync(demoKeyFile(dataFolder))).toBe(false)
    expect(existsSync(deviceKeyFiles(dataFolder).plain)).toBe(true)
  })
})

it('a job from before devices had keys is proven by the seal, and the reader is told', async () => {
  const dataFolder = temporaryFolder()
  const db = new Database(join(dataFolder, 'garage.sqlite'))
  db.exec(readFileSync(join(root, 'tests/db/frozen/version-010.sql'), 'utf8'))
  db.close()
  const { service } = openTestService(dataFolder)
  const [hit] = service.parties('', 1, 0).lines
  if (hit === undefined) throw new Error('the old garage has customers')
  const report = await checked(proofOf({ service, dataFolder }, hit.lastVisit.jobId).html)
  expect(report.fault).toBeNull()
  expect(report.unsigned).toBe(report.data?.events.length)
})
