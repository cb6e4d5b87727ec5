import type { Context } from 'hono'
import { authenticate, type Caller } from '../access/devices.ts'
import type { Problem } from '../../core/wire/protocol.ts'
import type { PlatformOptions } from '../options.ts'
import { addressOf } from './address.ts'
import { problemAnswer } from './problems.ts'
import { limiter, type Limiter } from './limits.ts'

export type Doorkeeper = {
  /** A route for enrolled devices alone. */
  readonly signedIn: (answer: (context: Context, caller: Caller) => Promise<Response>) => (context: Context) => Promise<Response>
  /** A route for everybody, at an address's pace. */
  readonly open: (answer: (context: Context, wrongCode: () => void) => Promise<Response>) => (context: Context) => Promise<Response>
  readonly refused: (problem: Problem) => Response
}

export function doorkeeper({ database, isBehindProxy, limits, metrics, now }: PlatformOptions): Doorkeeper {
  const byDevice = limiter(limits.device)
  const byAddress = limiter(limits.address)
  const wrongCodes = limiter(limits.wrongCodes)
  const refused = (problem: Problem, retryAfterS: number | null = null): Response => {
    metrics.count('problems', 1, problem.code)
    return problemAnswer(problem, retryAfterS)
  }
  return {
    refused,
    signedIn: (answer) => async (context) => {
      const caller = await authenticate(database, context.req.header('authorization'), now())
      if (!caller.ok) return refused(caller.error)
      const waitS = byDevice.take(`${caller.value.garage} ${caller.value.device}`, now())
      return waitS === null ? await answer(context, caller.value) : refused({ code: 'tooMany' }, waitS)
    },
    open: (answer) => async (context) => {
      const address = addressOf(context, { isBehindProxy })
      const waitS = longer(byAddress.take(address, now()), wrongCodes.wait(address, now()))
      return waitS === null ? await answer(context, () => note(wrongCodes, address, now())) : refused({ code: 'tooMany' }, waitS)
    },
  }
}

function note(wrong: Limiter, address: string, nowUtcMs: number): void {
  wrong.take(address, nowUtcMs)
}

function longer(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}
