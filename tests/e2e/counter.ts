import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import type { TodayBoard } from '../../core/contract/views.ts'
import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { newSecret } from '../../electron/gateway/secret.ts'
import { buildWhenStale } from '../../electron/launch/build.ts'
import { root } from '../support/program.ts'
import { openTestService, type Opened } from '../support/service.ts'

/** The service of a test with its browser door: real database, real page, a clock that the test sets. */
export async function openCounter(opened: Opened = openTestService()): Promise<Opened & { readonly url: string }> {
  buildWhenStale(root)
  const secret = newSecret()
  const door = await openHttpDoor({ service: opened.service, secret, port: 0, pageFolder: join(root, 'dist/renderer') })
  onTestFinished(door.close)
  return { ...opened, url: `http://127.0.0.1:${door.port}/enter/${secret}` }
}

/** What a task cost at the counter: keys pressed (a typed character is one) and clicks. */
export type Cost = { readonly keys: number; readonly clicks: number }

export type Hand = {
  readonly press: (key: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly click: (target: Locator) => Promise<void>
  /** Counts from here; gives what was counted since. */
  readonly cost: () => Cost
}

/** The program takes a second press within 350 ms for a slip of the same hand: a hand that means it is slower. */
const betweenPressesMs = 420

export function handOn(page: Page): Hand {
  let keys = 0
  let clicks = 0
  const rest = () => page.waitForTimeout(betweenPressesMs)
  return {
    press: async (key) => {
      keys += 1
      await page.keyboard.press(key)
      await rest()
    },
    type: async (text) => {
      keys += Array.from(text).length
      await page.keyboard.type(text)
    },
    click: async (target) => {
      clicks += 1
      await target.click()
      await rest()
    },
    cost: () => {
      const counted = { keys, clicks }
      keys = 0
      clicks = 0
      return counted
    },
  }
}

/** Waits until the service says so: what a screen shows comes from it. */
export async function until<T>(ask: () => T | null | undefined | false, what: string): Promise<T> {
  const deadline = performance.now() + 10_000
  for (;;) {
    const answer = ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    if (performance.now() > deadline) throw new Error(`never happened: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export function rowOf(page: Page, jobId: JobId): Locator {
  return page.locator(`[role="row"][data-job-id="${jobId}"]`)
}

export function boardOf({ service }: Opened): TodayBoard {
  const board = service.today()
  if (board === null) throw new Error('a garage has a board')
  return board
}
