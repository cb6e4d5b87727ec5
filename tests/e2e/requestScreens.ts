import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { RequestId } from '../../core/basics/ids.ts'
import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { newSecret } from '../../electron/gateway/secret.ts'
import { demoBays, demoGarage } from '../../electron/service/demo/garage.ts'
import { openService } from '../../electron/service/service.ts'
import { at } from '../support/garage.ts'
import { root } from '../support/program.ts'
import { seedRequests, type RequestSeed } from '../support/requestSeed.ts'

export async function showRequest(page: Page, requestId: RequestId, part?: 'offer'): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${requestId}${part === undefined ? '' : `/${part}`}`)
  await page.locator(part === undefined ? '.request-page' : '.offer-form').waitFor()
}

/** Screens that need a garage whom customers have asked for prices: name and the way to it. */
export const requestScreens: readonly { readonly name: string; readonly open: (page: Page, seed: RequestSeed) => Promise<void> }[] = [
  {
    name: 'requests',
    open: async (page) => {
      await page.evaluate(() => (location.hash = '#/requests'))
      await page.locator('.requests tbody [role="row"]').first().waitFor()
    },
  },
  { name: 'request', open: (page, { offered }) => showRequest(page, offered) },
  { name: 'request-crossing', open: (page, { crossed }) => showRequest(page, crossed) },
  { name: 'offer', open: (page, { fresh }) => showRequest(page, fresh, 'offer') },
]

/** The demo's garage at twenty past ten with its requests, behind a door of its own. */
export async function openRequestGarage() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pishkhan-requests-'))
  const now = at('10:20')
  const clock = { wallUtcMs: () => now, monotonicMs: () => 0 }
  const opened = openService({ dataFolder, clock, programVersion: 'screens', demoAtUtcMs: null })
  if (!opened.ok) throw new Error(opened.error.code)
  const service = opened.value
  service.setUp({ ...demoGarage, bays: demoBays })
  const seed = seedRequests(service)
  const secret = newSecret()
  const door = await openHttpDoor({ service, secret, port: 0, pageFolder: join(root, 'dist/renderer') })
  const stop = async (): Promise<void> => {
    await door.close()
    service.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${door.port}/enter/${secret}`, seed, stop }
}
