import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { defaultDataFolder } from '../electron/care/dataFolder.ts'
import { makeCodeFor } from './access/codes.ts'
import { askDemoPrice } from './customer/demo/customers.ts'
import { foundDemoGarage } from './customer/demo/firstPc.ts'
import { playDemoDay } from './customer/demo/livelyDay.ts'
import { demoGarageName } from './customer/demo/settings.ts'
import { customerRoutes } from './customer/routes.ts'
import { startEmbedded, type EmbeddedDatabase } from './database/embedded.ts'
import { systemNow } from './options.ts'
import { startPlatform } from './server.ts'

/**
 * The platform and a garage that has joined it, with one command: a day of bookings, and price requests that come in while
 * one looks on. Everything of it is thrown away at the next start. Without PostgreSQL the garage opens alone, with its own
 * demo day, and says so. Other options are those of `npm start`.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'platform-port': { type: 'string', default: '4180' },
    at: { type: 'string' },
    port: { type: 'string' },
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
  strict: true,
})
const passedOn = [
  ...(values.port === undefined ? [] : ['--port', values.port]),
  ...(values.browser ? ['--browser'] : []),
  ...(values['no-open'] ? ['--no-open'] : []),
]

const root = join(import.meta.dirname, '..')
const folder = values.data ?? `${defaultDataFolder()}-demo-joined`
/** A price request comes in so often. */
const askEveryMs = 120_000

const platform = await startDemoPlatform().catch((error: unknown) => {
  console.log(`The platform could not start (${error instanceof Error ? error.message : String(error)}); the garage opens without it.`)
  return null
})
if (platform !== null) {
  console.log(`Platform: ${platform.url}`)
  console.log(`Customer's side: ${platform.url}/customer`)
}
const start = join(root, 'electron', 'launch', 'start.ts')
const garageFolder = platform === null ? `${folder}-alone` : join(folder, 'garage')
/** The demo day of the program itself, at the moment that was asked for. */
const alone = platform !== null ? [] : ['--demo', ...(values.at === undefined ? [] : ['--at', values.at])]
const joining = platform === null ? {} : { PISHKHAN_JOIN_URL: platform.url, PISHKHAN_JOIN_CODE: platform.code }
const program = spawn(process.execPath, [start, ...alone, '--data', garageFolder, ...passedOn], {
  stdio: 'inherit',
  env: { ...process.env, ...joining },
})
let isEnding = false
const end = (code: number): void => {
  if (isEnding) return
  isEnding = true
  void (platform?.stop() ?? Promise.resolve()).then(() => process.exit(code))
}
program.once('exit', (code) => end(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    program.kill(signal)
  })
}

async function startDemoPlatform() {
  clearFolder()
  const embedded = await startEmbedded({ folder: platformFolder(), settings: ['max_connections=60'] })
  try {
    await dropOldDemos(embedded)
    const url = await embedded.url(`demo_${Date.now()}`)
    const service = await startPlatform({
      databaseUrl: url,
      port: Number(values['platform-port']),
      extend: (app, { database, now }) => void app.route('/', customerRoutes({ database, now })),
    })
    const options = { database: service.database, now: systemNow }
    const pc = await foundDemoGarage(service)
    const { garage } = pc
    await playDemoDay(options, pc)
    let asked = 0
    const ask = async (): Promise<void> => {
      const more = await askDemoPrice(options, garage, asked).catch(() => false)
      asked += 1
      if (!more) clearInterval(timer)
    }
    const timer = setInterval(() => void ask(), askEveryMs)
    await ask()
    const { code } = await makeCodeFor(service.database, garage, demoGarageName, Date.now())
    return {
      url: service.url,
      code,
      stop: async () => {
        clearInterval(timer)
        await service.stop()
        await embedded.stop()
      },
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** PostgreSQL of a root runs as another user, whom root's home is closed to. */
function platformFolder(): string {
  const isRoot = process.platform !== 'win32' && process.getuid?.() === 0
  return isRoot && values.data === undefined ? '/var/lib/pishkhan-demo' : join(folder, 'platform')
}

/** What earlier demos left; one that is in use belongs to a demo that runs. */
async function dropOldDemos(embedded: EmbeddedDatabase): Promise<void> {
  const client = new Client({ connectionString: await embedded.url('postgres') })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>("SELECT datname AS name FROM pg_database WHERE datname ~ '^demo_[0-9]+$'")
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`).catch(() => {})
  } finally {
    await client.end()
  }
}

/** Only what a demo made is thrown away: a folder that holds anything else is left alone. */
function clearFolder(): void {
  const mark = join(folder, 'demo')
  if (existsSync(folder) && !existsSync(mark) && readdirSync(folder).length > 0)
    throw new Error(`${folder} holds something else than a demo`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(mark, '')
  rmSync(join(folder, 'garage'), { recursive: true, force: true })
}
