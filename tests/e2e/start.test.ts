import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary.ts'

type Started = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> }

/** `npm start` as npm runs it, without opening a browser. */
function start(...args: readonly string[]): Started {
  const child = spawn(process.execPath, [join(root, 'electron/launch/start.ts'), '--browser', '--no-open', ...args])
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { child, said: () => said, ended }
}

async function addressOf({ said, ended }: Started): Promise<string> {
  const deadline = performance.now() + 60_000
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/enter\/\S+/.exec(said()) ?? []
    if (url !== undefined) return url
    if (over || performance.now() > deadline) throw new Error(`no address was said: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('npm start', () => {
  it('a second time on the same data leads to the program that runs, and starts no other', async () => {
    const dataFolder = temporaryFolder()
    const first = start('--data', dataFolder)
    const url = await addressOf(first)
    const door = join(dataFolder, 'door')
    // Windows keeps no modes; the folder of the user is what guards the file there.
    expect(process.platform === 'win32' ? 0o600 : statSync(door).mode & 0o777).toBe(0o600)
    const second = start('--data', dataFolder)
    expect(await addressOf(second)).toBe(url)
    expect(await second.ended).toBe(0)
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302)

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(existsSync(door)).toBe(false)
  })

  it('after a power cut starts anew: an address that nobody answers is no program', async () => {
    const dataFolder = temporaryFolder()
    const first = start('--data', dataFolder)
    const url = await addressOf(first)
    first.child.kill('SIGKILL')
    await first.ended
    const again = start('--data', dataFolder)
    expect(await addressOf(again)).not.toBe(url)
  })

  it('a moment that is none is refused with the form it wants', async () => {
    const refused = start('--demo', '--at', '1405-13-01T10:30')
    expect(await refused.ended).toBe(2)
    expect(refused.said()).toContain('1405-09-01T10:30')
  })
})
