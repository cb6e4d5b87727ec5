/** What became of one try. `later`: the line or the server failed, and the same answer is sent again. */
export type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly why: 'offline' | 'busy' }

const patienceMs = 20_000

export async function post(url: string, body: unknown): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.ok) return { kind: 'done' }
    if (response.status === 429 || response.status >= 500) return { kind: 'later', why: 'busy' }
    const problem: unknown = await response.json()
    const code = typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : 'failed'
    return { kind: 'refused', code }
  } catch {
    return { kind: 'later', why: 'offline' }
  }
}

const firstWaitMs = 2_000
const longestWaitMs = 30_000

/** Resolves when it is worth trying again: the phone is back on the net, or some time has passed. */
export function untilNextTry(tries: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, Math.min(longestWaitMs, firstWaitMs * 2 ** tries))
    window.addEventListener('online', go)
    function go(): void {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
  })
}
