import { fork } from 'node:child_process'
import { once } from 'node:events'

/** Another process of the bench, and what it said first. */
export type Child = { readonly said: Readonly<Record<string, unknown>>; readonly stop: () => Promise<void> }

export async function startChild(file: string, args: readonly string[]): Promise<Child> {
  const child = fork(file, [...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const over = once(child, 'exit')
  const said = await new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    child.once('message', (message) => resolve(typeof message === 'object' && message !== null ? { ...message } : {}))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it said anything`)))
  })
  return {
    said,
    stop: async () => {
      if (child.connected) child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await over
      clearTimeout(late)
    },
  }
}

export function numberOf(said: Child['said'], name: string): number {
  const value = said[name]
  if (typeof value !== 'number') throw new Error(`a bench process said no ${name}`)
  return value
}
