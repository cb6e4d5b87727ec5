import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../../db/connection.ts'
import { latestVersion } from '../../db/migrate.ts'
import { startProgram } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'

const browser = useBrowser()

it('a database of a newer version is not touched, and the screen says what to do', async () => {
  const dataFolder = temporaryFolder()
  const file = join(dataFolder, 'garage.sqlite')
  const opened = openDatabase(file)
  if (!opened.ok) throw new Error(opened.error.code)
  opened.value.pragma(`user_version = ${latestVersion + 10}`)
  closeDatabase(opened.value)
  const before = digest(file)

  const program = await startProgram({ dataFolder })
  const page = closeAfterTest(await openPage(browser(), program.url, { language: 'en', theme: 'light' }))
  await page
    .getByText(String(latestVersion + 10))
    .first()
    .waitFor()
  expect(await page.getByRole('main').innerText()).toMatch(/newer/i)
  expect(digest(file)).toBe(before)
})

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
