import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utcMs } from '../../../core/basics/instant.ts'
import { startEmbedded } from '../../../platform/database/embedded.ts'
import { startPlatform } from '../../../platform/server.ts'
import { at } from '../../support/garage.ts'
import { realHistory, type RealOutcome } from './history.ts'

/** Many garages share no limit here: one address plays them all. */
const generous = { burst: 1_000_000, perSecond: 100_000 }

/** Plays histories one after the other, each with a garage of its own, on one real service over one real PostgreSQL. */
export async function realHistories(count: number, seed: number, each: (outcome: RealOutcome) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pishkhan-postgres-'))
  const postgres = await startEmbedded({ folder, durable: false })
  try {
    const platform = await startPlatform({
      databaseUrl: await postgres.url('histories'),
      limits: { device: generous, address: generous, wrongCodes: generous },
      now: () => utcMs(at('09:00')),
    })
    try {
      for (let n = 0; n < count; n += 1) each(await realHistory(platform, seed + n))
    } finally {
      await platform.stop()
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
