import { z } from 'zod'

/** Schemas made from now on never compile themselves: for pages whose content security policy forbids eval. */
export function withoutEval(): void {
  z.config({ jitless: true })
}
