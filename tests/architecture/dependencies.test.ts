import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { root } from './tree.ts'

const manifest = z
  .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

test('every version is exact', () => {
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('the packaged program carries better-sqlite3 alone; everything else is bundled', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3'])
})

test('README names every dependency', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  expect(all.map(([name]) => name).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
