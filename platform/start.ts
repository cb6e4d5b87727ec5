import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from '../electron/care/dataFolder.ts'
import { makeCodeByName } from './access/codes.ts'
import { startEmbedded, type EmbeddedDatabase } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { openDatabase, type Database } from './database/pool.ts'
import { beginNewHistory, garagesNamed } from './log/garage.ts'
import { customerRoutes, linkPages } from './customer/routes.ts'
import { startPlatform } from './server.ts'

/**
 * `npm run platform` starts the service, on PostgreSQL of its own or on that of DATABASE_URL.
 * `--behind-proxy` where a proxy of one's own ends TLS: then what it says of callers is believed, and cookies are for HTTPS alone.
 * `--demo-customers` opens /customer, which believes whatever phone number it is told: for a demonstration, never for the public.
 * `npm run platform -- code --garage NAME` makes a code for a PC of a garage, or for the first PC of a new one.
 * `npm run platform -- new-history --garage NAME` is for after its log was restored from a backup.
 */
const { values, positionals } = parseArgs({
  options: {
    port: { type: 'string', default: '4180' },
    host: { type: 'string', default: '127.0.0.1' },
    'public-url': { type: 'string' },
    'behind-proxy': { type: 'boolean', default: false },
    'demo-customers': { type: 'boolean', default: false },
    data: { type: 'string' },
    partitions: { type: 'string' },
    garage: { type: 'string' },
  },
  allowPositionals: true,
  strict: true,
})

const [order = 'serve'] = positionals
const embedded = await database()
const url = embedded === null ? (process.env['DATABASE_URL'] ?? '') : await embedded.url('pishkhan')

if (order === 'serve') await serve()
else if (order === 'code' || order === 'new-history') await forGarage(order, values.garage?.trim() ?? '')
else await leave(`Unknown: ${order}. There are: serve, code --garage NAME, new-history --garage NAME.`)

async function database(): Promise<EmbeddedDatabase | null> {
  if (process.env['DATABASE_URL'] !== undefined) return null
  return await startEmbedded({ folder: platformFolder(), settings: ['max_connections=100'] })
}

/** PostgreSQL of a root runs as another user, whom root's home is closed to. */
function platformFolder(): string {
  if (values.data !== undefined) return values.data
  const isRoot = process.platform !== 'win32' && process.getuid?.() === 0
  return isRoot ? '/var/lib/pishkhan-platform' : join(defaultDataFolder(), 'platform')
}

async function serve(): Promise<void> {
  const platform = await startPlatform({
    databaseUrl: url,
    port: Number(values.port),
    host: values.host,
    partitions: partitions(),
    extend: (app, { database: shared, isBehindProxy, now }) =>
      void app.route('/', (values['demo-customers'] ? customerRoutes : linkPages)({ database: shared, isBehindProxy, now })),
    isBehindProxy: values['behind-proxy'],
    ...(values['public-url'] === undefined ? {} : { publicUrl: values['public-url'] }),
  })
  console.log(`Pishkhan platform: ${platform.url}`)
  const stop = (): void => {
    process.removeListener('SIGINT', stop)
    process.removeListener('SIGTERM', stop)
    void platform.stop().then(() => leave(null))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function forGarage(what: 'code' | 'new-history', name: string): Promise<void> {
  if (name === '' || name.length > 80) {
    await leave('Name the garage: --garage NAME, 80 letters at most.')
    return
  }
  const open = openDatabase({ url, mostConnections: 1 })
  const migrated = await migrate(open, { partitions: partitions() })
  const said = migrated.ok
    ? await carryOut(open, what, name)
    : { failed: `The database is of version ${migrated.version}, newer than this program.` }
  await open.end()
  if ('failed' in said) await leave(said.failed)
  else {
    console.log(said.done)
    await leave(null)
  }
}

async function carryOut(
  open: Database,
  what: 'code' | 'new-history',
  name: string,
): Promise<{ readonly done: string } | { readonly failed: string }> {
  const several = { failed: `Several garages are named ${name}.` }
  if (what === 'code') {
    const made = await makeCodeByName(open, name, Date.now())
    return made === null ? several : { done: `${made.code}   good until ${new Date(made.expiresAtUtcMs).toISOString()}` }
  }
  const [garage, other] = await garagesNamed(open, name)
  if (other !== undefined) return several
  if (garage === undefined) return { failed: `No garage is named ${name}.` }
  return { done: `New history ${await beginNewHistory(open, garage.garage)} of ${name}` }
}

function partitions(): number | null {
  return values.partitions === undefined ? null : Number(values.partitions)
}

async function leave(why: string | null): Promise<never> {
  if (why !== null) console.error(why)
  await embedded?.stop()
  process.exit(why === null ? 0 : 2)
}
