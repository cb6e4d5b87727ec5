import { describe, expect, it } from 'vitest'
import { fa } from '../../renderer/i18n/fa/index.ts'
import { readSource, type Source } from './source.ts'
import { filesEnding } from './tree.ts'
import { unusedKeys } from './words.ts'

const sources = filesEnding('.ts', '.tsx')
  .filter(({ path }) => !/^tests\/|^renderer\/i18n\/(fa|en|kit)\//.test(path))
  .map(({ path, text }) => readSource(path, text))

it('every text of the program is asked for somewhere', () => {
  expect(unusedKeys(fa, sources)).toEqual([])
})

describe('a text that nobody asks for is told', () => {
  const words = { today: { title: '', rows_one: '', rows_other: '', lane: { work: '', ready: '' } }, job: { title: '' } }
  const using = (code: string): Source => readSource('renderer/x.tsx', code)

  it.each([
    ["text('today.title')", ['today.rows', 'today.lane.work', 'today.lane.ready', 'job.title']],
    ["text('today.rows', { count })", ['today.title', 'today.lane.work', 'today.lane.ready', 'job.title']],
    ['text(`today.lane.${lane}`)', ['today.title', 'today.rows', 'job.title']],
    ['text(`${screen}.title`)', ['today.title', 'today.rows', 'today.lane.work', 'today.lane.ready', 'job.title']],
    ["const words = { kind: 'today.lane' }", ['today.title', 'today.rows', 'today.lane.work', 'today.lane.ready', 'job.title']],
  ])('%s', (code, unused) => {
    expect(unusedKeys(words, [using(code)])).toEqual(unused)
  })
})
