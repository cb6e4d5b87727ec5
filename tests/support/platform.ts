import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { startEmbedded, type EmbeddedDatabase } from '../../platform/database/embedded.ts'
import { startPlatform, type Platform, type StartOptions } from '../../platform/server.ts'

let server: Promise<EmbeddedDatabase> | null = null
let databases = 0

/**
 * The file's own PostgreSQL, a real one: started when the first test asks for it, ended with the file. Nothing in it has to
 * survive a power cut; a test that kills it starts one of its own.
 */
export function testPostgres(): Promise<EmbeddedDatabase> {
  server ??= start()
  return server
}

async function start(): Promise<EmbeddedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'pishkhan-postgres-'))
  const started = await startEmbedded({ folder, durable: false, settings: ['max_connections=200'] })
  const kill = (): void => {
    try {
      process.kill(started.pid, 'SIGQUIT')
    } catch {
      // It ended by itself.
    }
  }
  process.once('exit', kill)
  return {
    ...started,
    stop: async () => {
      await started.stop()
      process.removeListener('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

afterAll(async () => {
  if (server !== null) await (await server).stop()
  server = null
}, 60_000)

/** An empty database of the test's own. */
export async function testDatabaseUrl(): Promise<string> {
  const { url } = await testPostgres()
  databases += 1
  return await url(`test_${process.pid}_${databases}`)
}

/** The real service on a free port, over an empty database unless one is named; ends with the test. */
export async function startTestPlatform(options: Partial<StartOptions> = {}): Promise<Platform> {
  const platform = await startPlatform({ databaseUrl: options.databaseUrl ?? (await testDatabaseUrl()), ...options })
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => {
    stopped ??= platform.stop()
    return stopped
  }
  onTestFinished(stop, 30_000)
  return { ...platform, stop }
}
