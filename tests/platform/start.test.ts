import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { root } from '../support/program.ts'
import { testDatabaseUrl } from '../support/platform.ts'

/** `npm run platform` on a database of the test's own; its address. */
async function started(...options: readonly string[]): Promise<string> {
  const program = spawn(process.execPath, [join(root, 'platform', 'start.ts'), '--port', '0', ...options], {
    env: { ...process.env, DATABASE_URL: await testDatabaseUrl() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void program.kill('SIGKILL'))
  for await (const line of createInterface(program.stdout)) {
    const url = /https?:\S+/.exec(line)?.[0]
    if (url !== undefined) return url
  }
  throw new Error('the platform did not start')
}

async function statuses(url: string): Promise<readonly number[]> {
  const session = { method: 'POST', body: JSON.stringify({ name: 'مریم احمدی', mobile: '09120000001' }) }
  const answers = [
    await fetch(`${url}/customer`),
    await fetch(`${url}/customer/api/session`, session),
    await fetch(`${url}/customer/asset/style.css`),
    await fetch(`${url}/l/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`),
  ]
  const said = await Promise.all(
    answers.map(async (answer) => ({ status: answer.status, isPage: (await answer.text()).includes('<html') })),
  )
  expect(said[3]).toEqual({ status: 404, isPage: true })
  return said.slice(0, 3).map(({ status }) => status)
}

it('opens the side of the customers, where nobody proves who he is, only when it is told to; links are always open', async () => {
  expect(await statuses(await started())).toEqual([404, 404, 200])
  expect(await statuses(await started('--demo-customers'))).toEqual([200, 200, 200])
})
