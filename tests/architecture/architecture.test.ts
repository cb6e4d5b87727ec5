import { describe, expect, test } from 'vitest'
import {
  lengthProblems,
  markProblems,
  persianProblems,
  purityProblems,
  rawElectronProblems,
  sideProblems,
  skippedTestProblems,
  styleSheetProblems,
} from './habits.ts'
import { importCircles } from './circles.ts'
import { importProblems } from './importTable.ts'
import { readSource } from './source.ts'
import { filesEnding } from './tree.ts'

const sources = filesEnding('.ts', '.tsx').map(({ path, text }) => readSource(path, text))

test('the tree is read at all', () => {
  expect(sources.map((source) => source.path)).toEqual(expect.arrayContaining(['core/basics/ids.ts', 'electron/main/main.ts']))
})

test.each([
  ['imports follow the table of folders', importProblems],
  ["Electron's raw channels have one home each", rawElectronProblems],
  ['core has no clock and no entropy', purityProblems],
  ['a file says one thing', lengthProblems],
  ['no test is skipped', skippedTestProblems],
  ['nothing is left marked as to be done', markProblems],
  ['Persian text stands in the words of the screens', persianProblems],
  ['class names and styles know no left and right', sideProblems],
])('%s', (_name, problemsOf) => {
  expect(sources.flatMap((source) => problemsOf(source))).toEqual([])
})

test('no files import each other round about, types included', () => {
  expect(importCircles(sources)).toEqual([])
})

test('style sheets know no left and right', () => {
  expect(filesEnding('.css').flatMap(({ path, text }) => styleSheetProblems(path, text))).toEqual([])
})

test('a planted circle is caught, whatever its length, and a chain is none', () => {
  const file = (path: string, ...targets: readonly string[]) =>
    readSource(path, targets.map((each) => `import type { X } from '${each}'`).join('\n'))
  expect(importCircles([file('core/a.ts', './b.ts'), file('core/b.ts', './c.ts', 'zod'), file('core/c.ts')])).toEqual([])
  const three = [file('core/c.ts', './a.ts'), file('core/a.ts', './b.ts'), file('core/b.ts', './c.ts', './d.ts'), file('core/d.ts')]
  expect(importCircles(three)).toEqual([['core/a.ts', 'core/b.ts', 'core/c.ts']])
  expect(importCircles([file('core/a.ts', './b.ts'), file('core/b.ts', './a.ts'), ...three.slice(3)])).toEqual([['core/a.ts', 'core/b.ts']])
})

describe('a planted import is caught:', () => {
  test.each([
    ['core/domain/job/x.ts', "import { readFile } from 'node:fs'", 'node:fs'],
    ['core/domain/job/x.ts', "import { z } from 'zod'", 'zod'],
    ['core/domain/job/x.ts', "export { open } from '../../../db/connection.ts'", 'db/connection.ts'],
    ['core/wire/x.ts', "import { oc } from '@orpc/contract'", '@orpc/contract'],
    ['core/basics/x.ts', "type Window = import('../../renderer/x.ts').Window", 'renderer/x.ts'],
    ['db/x.ts', "import { handle } from '../electron/service/handle.ts'", 'electron/service/handle.ts'],
    ['db/x.ts', "const fs = await import('fs')", 'fs'],
    ['electron/service/x.ts', "import { app } from 'electron'", 'electron'],
    ['electron/service/x.ts', "import '../gateway/http.ts'", 'electron/gateway/http.ts'],
    ['electron/sync/x.ts', "export * from '../care/witness.ts'", 'electron/care/witness.ts'],
    ['electron/gateway/http.ts', "import type { Job } from '../../db/queries/jobs.ts'", 'db/queries/jobs.ts'],
    ['electron/main/x.ts', "import { decide } from '../../core/domain/job/decide.ts'", 'core/domain/job/decide.ts'],
    ['electron/preload/x.ts', "const fs = require('node:fs')", 'node:fs'],
    ['renderer/app.tsx', "import Database from 'better-sqlite3'", 'better-sqlite3'],
    ['renderer/app.tsx', "const { ipcRenderer } = require('electron')", 'electron'],
    ['renderer/app.tsx', "new Worker(new URL('../db/worker.ts', import.meta.url))", 'db/worker.ts'],
    ['renderer/app.tsx', "import { given } from '../tests/support/given.ts'", 'tests/support/given.ts'],
    ['renderer/app.tsx', "import worker from '../electron/service/x.ts?worker'", 'electron/service/x.ts'],
    ['renderer/app.tsx', 'const screen = await import(name)', '(computed)'],
    ['renderer/features/today.tsx', "import { createORPCClient } from '@orpc/client'", 'oRPC belongs to'],
    ['core/x.ts', "import '../core-extra/x.ts'", 'core-extra/x.ts'],
  ])('%s: %s', (path, text, caught) => {
    const [problem, ...more] = importProblems(readSource(path, text))
    expect(more).toEqual([])
    expect(problem).toContain(`${path}:1: imports `)
    expect(problem).toContain(caught)
  })

  test('and the error says which folders and packages are allowed', () => {
    expect(importProblems(readSource('electron/gateway/http.ts', "import '../../db/connection.ts'"))).toEqual([
      'electron/gateway/http.ts:1: imports db/connection.ts; electron/gateway may import electron/gateway, core, electron/service ' +
        'and the packages node:*, @orpc/client, @orpc/contract, @orpc/server, hono, @hono/node-server, ws',
    ])
  })

  test('a folder without a row is told', () => {
    expect(importProblems(readSource('helpers/x.ts', ''))[0]).toContain('its folder has no row')
  })

  test('a comment or a text that looks like an import is none', () => {
    const text = "// import 'node:fs'\nexport const hint = `import 'electron'`\n"
    expect(importProblems(readSource('core/basics/x.ts', text))).toEqual([])
  })
})

describe('a planted bad habit is caught:', () => {
  test.each([
    ['a clock in core', purityProblems, 'core/x.ts', 'export const now = () => Date.now()'],
    ['today in core', purityProblems, 'core/x.ts', 'export const now = () => new Date()'],
    ['a die in core', purityProblems, 'core/x.ts', 'export const die = () => Math.random()'],
    ['ipcMain', rawElectronProblems, 'electron/main/x.ts', "import { ipcMain } from 'electron'"],
    ['ipcRenderer away from home', rawElectronProblems, 'electron/preload/x.ts', 'electron.ipcRenderer.send(1)'],
    ['a link to the outside', rawElectronProblems, 'electron/main/x.ts', 'void shell.openExternal(url)'],
    ['a skipped test', skippedTestProblems, 'tests/x.test.ts', "test.skip('x', () => undefined)"],
    ['an only test', skippedTestProblems, 'tests/x.test.ts', "describe.only('x', () => undefined)"],
    ['a test to come', skippedTestProblems, 'tests/x.test.ts', "it.todo('x')"],
    ['a test that runs at times', skippedTestProblems, 'tests/x.test.ts', "test.skipIf(true)('x', () => undefined)"],
    ['a crossed-out test', skippedTestProblems, 'tests/x.test.ts', "xit('x', () => undefined)"],
    ['a mark', markProblems, 'db/x.ts', '// TODO: later'],
    ['a long file', lengthProblems, 'db/x.ts', 'export {}\n'.repeat(401)],
    ['a Persian sentence', persianProblems, 'electron/service/x.ts', "export const said = 'ذخیره شد'"],
    ['a Persian word on a screen', persianProblems, 'renderer/x.tsx', 'export const x = <b>ذخیره</b>'],
    ['a side in a class', sideProblems, 'renderer/x.tsx', 'export const x = <b className="p-2 hover:ml-2" />'],
    ['a side in a computed class', sideProblems, 'renderer/x.tsx', 'export const x = `flex ${y} text-right`'],
    ['a negative side', sideProblems, 'renderer/x.tsx', "export const x = '-left-[3px]'"],
    ['a side in a style', sideProblems, 'renderer/x.tsx', 'export const x = <b style={{ marginLeft: 4 }} />'],
  ])('%s', (_name, problemsOf, path, text) => {
    expect(problemsOf(readSource(path, text))).toHaveLength(1)
  })

  test.each([
    'a { margin-left: 1px }',
    'a { left: 0 }',
    'a { text-align: right }',
    'a { border-top-left-radius: 2px }',
    'a {\n  float: left;\n}',
  ])('in a style sheet: %s', (text) => {
    expect(styleSheetProblems('renderer/styles/x.css', text)).toHaveLength(1)
  })
})

describe('what is right passes:', () => {
  test.each([
    ['a given date', purityProblems, 'core/x.ts', 'export const day = (at: number) => new Date(at)'],
    ['a set date', purityProblems, 'core/x.ts', 'export const at = Date.UTC(2026, 0, 1)'],
    ['the home of ipcRenderer', rawElectronProblems, 'electron/preload/preload.ts', "import { ipcRenderer } from 'electron'"],
    ['a table of cases', skippedTestProblems, 'tests/x.test.ts', "test.each([1])('x', () => undefined)"],
    ['something else that fits', skippedTestProblems, 'tests/x.test.ts', 'const only = queue.skip(1)'],
    ['letters of a plate', persianProblems, 'core/basics/x.ts', "export const letters = ['ب', 'ج']"],
    ['the words of the screens', persianProblems, 'renderer/i18n/fa.ts', "export const fa = { saved: 'ذخیره شد' }"],
    [
      'logical classes',
      sideProblems,
      'renderer/x.tsx',
      'export const x = <b className="ms-2 pe-1 start-0 text-start border-s rounded-e-md" />',
    ],
    ['an English sentence', sideProblems, 'renderer/x.tsx', "export const x = 'what is left of it'"],
  ])('%s', (_name, problemsOf, path, text) => {
    expect(problemsOf(readSource(path, text))).toEqual([])
  })

  test('logical style sheets', () => {
    const text = 'a { margin-inline-start: 1px; /* left: 0 */ inset-inline-end: 0; text-align: start; --left: 1px }'
    expect(styleSheetProblems('renderer/styles/x.css', text)).toEqual([])
  })
})
