import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeDatabase } from '../../db/connection.ts'
import { temporaryDatabase, write } from '../support/database.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { arrived, booked, slot } from '../support/jobEvents.ts'
import { root } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary.ts'

function rebuild(dataFolder: string): { readonly status: number | null; readonly evidence: unknown } {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'electron/care/rebuild.ts'), '--data', dataFolder, '--json'], {
    encoding: 'utf8',
  })
  const line = stdout.trimEnd().split('\n').at(-1) ?? ''
  return { status, evidence: line.startsWith('{') ? JSON.parse(line) : null }
}

it('npm run rebuild proves that the tables are what the log says, and says so when one was not', () => {
  const dataFolder = temporaryFolder()
  const db = temporaryDatabase(join(dataFolder, 'garage.sqlite'))
  write(db, testId(4001), at('08:00'), booked(slot))
  write(db, testId(4001), at('09:55'), arrived(slot, 'onTime'))
  db.exec('UPDATE job SET cap_rial = cap_rial + 1')
  closeDatabase(db)

  expect(rebuild(dataFolder)).toMatchObject({ status: 1, evidence: { ok: false } })
  expect(rebuild(dataFolder)).toMatchObject({ status: 0, evidence: { ok: true } })
})

it('without a database it says so and makes none', () => {
  expect(rebuild(join(temporaryFolder(), 'nowhere')).status).toBe(1)
})
