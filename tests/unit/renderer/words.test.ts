import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { fa } from '../../../renderer/i18n/fa/index.ts'
import { reactAria } from '../../../renderer/i18n/fa/reactAria.ts'
import { kit as kitEn } from '../../../renderer/i18n/kit/en.ts'
import { kit as kitFa } from '../../../renderer/i18n/kit/fa.ts'
import { reactAriaTable } from '../../../renderer/i18n/reactAria.ts'

describe.each([
  ['the program', fa, en],
  ['the kit page', kitFa, kitEn],
])('words of %s', (_, persian, english) => {
  const reference = texts(persian)
  const other = texts(english)

  it('has the same keys in both languages', () => {
    expect([...other.keys()].toSorted()).toEqual([...reference.keys()].toSorted())
  })

  it('has no empty text', () => {
    const empty = [...reference, ...other].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  it('fills in the same values in both languages', () => {
    const differing = [...reference].filter(([key, text]) => variables(text).join() !== variables(other.get(key) ?? '').join())
    expect(differing).toEqual([])
  })

  it('has both plural forms, each with the count or without in both languages', () => {
    const halves = [...reference.keys()].filter((key) => /_(one|other)$/.test(key) && !reference.has(partner(key)))
    expect(halves).toEqual([])
  })

  it('is written in Persian letters: ی and ک, no Arabic ones, no Latin digits but in names that are written so', () => {
    const foreign = [...reference].filter(([, text]) =>
      /[يكىۀ٠-٩]|[0-9]/.test(text.replace(/\{\{.*?\}\}|UTF-8|SHA-256|A[45]|10W-40|\d{4}-\d{2}-\d{2}/g, '')),
    )
    expect(foreign).toEqual([])
  })
})

describe('React Aria in Persian', () => {
  const own = createRequire(import.meta.url)
  const packages = ['react-aria-components', createRequire(own.resolve('react-aria-components')).resolve('react-aria/i18n')]

  it.each(packages)('has every key that %s asks for', async (entry) => {
    const module: unknown = await import(
      entry === 'react-aria-components' ? 'react-aria-components/i18n/en-US' : entry.replace(/index\.m?js$/, 'en-US.mjs')
    )
    const wanted = keysByPackage(defaultExport(module))
    expect(wanted.length).toBeGreaterThan(100)
    const ours = new Set(keysByPackage(reactAria))
    expect(wanted.filter((key) => !ours.has(key))).toEqual([])
  })

  it('fills values into its texts with Persian digits', () => {
    const text = reactAriaTable(reactAria)['@react-aria/combobox']?.['countAnnouncement']
    expect(typeof text === 'function' ? text({ optionCount: 12 }) : text).toBe('۱۲ پیشنهاد هست.')
  })
})

function texts(words: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      typeof value === 'string' ? [[path + key, value]] : [...texts(value, `${path}${key}.`)],
    ),
  )
}

function variables(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name).toSorted()
}

function partner(key: string): string {
  return key.endsWith('_one') ? key.replace(/_one$/, '_other') : key.replace(/_other$/, '_one')
}

function defaultExport(module: unknown): object {
  if (typeof module !== 'object' || module === null || !('default' in module)) throw new Error('no default export')
  const { default: table } = module
  if (typeof table !== 'object' || table === null) throw new Error('not a table')
  return table
}

function keysByPackage(table: object): readonly string[] {
  return Object.entries(table).flatMap(([name, keys]: [string, object]) => Object.keys(keys).map((key) => `${name} ${key}`))
}
