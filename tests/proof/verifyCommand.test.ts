import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { otherKey } from '../support/forgedProofs.ts'
import { root } from '../support/program.ts'
import { provenJob } from '../support/proofs.ts'
import { temporaryFolder } from '../support/temporary.ts'

function verify(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'electron/care/verify.ts'), ...args], { encoding: 'utf8' })
  const line = stdout.trimEnd().split('\n').at(-1) ?? ''
  return { status, stdout, stderr, evidence: line.startsWith('{') ? JSON.parse(line) : null }
}

// Each call is a process of its own.
const timeout = 60_000

it(
  'npm run verify says that a good proof holds, and names what does not in a changed one',
  () => {
    const { html, key } = provenJob()
    const good = join(temporaryFolder(), 'good.html')
    writeFileSync(good, html)
    const held = verify(good, '--json')
    expect(held).toMatchObject({ status: 0, evidence: { ok: true } })
    expect(held.stdout).toContain(key.publicKeyHex)
    expect(held.stdout).toMatch(/verify\/holds\s+0\s+faults.*ok/)

    const bad = join(temporaryFolder(), 'bad.html')
    writeFileSync(bad, html.replace('"language\\":\\"fa\\"', '"language\\":\\"en\\"'))
    const failed = verify(bad, '--json')
    expect(failed.status).toBe(1)
    expect(failed.evidence.rows.at(-1)).toMatchObject({ name: 'verify/eventHash', value: 1, ok: false })
    expect(failed.evidence.rows.at(-1).against).toMatch(/^event \d+ \(consentShown, 20/)

    expect(verify(good, '--key', key.publicKeyHex.toUpperCase()).status).toBe(0)
    expect(verify(good, '--key', otherKey.publicKeyHex).status).toBe(1)
  },
  timeout,
)

it(
  'without a file, with one that is none, or with half a key it says how to be called',
  () => {
    for (const args of [[], ['/nowhere/proof.html'], ['a', 'b'], ['a', '--key', 'abc']])
      expect(verify(...args)).toMatchObject({ status: 2, stdout: '' })
  },
  timeout,
)
