import { interpolated } from './interpolate.ts'
import { localeTag } from './languages.ts'

type Facts = Readonly<Record<string, unknown>>
/** A text as React Aria takes it: plain, or a function of the values it fills in. */
export type ReactAriaText = string | ((facts: Facts) => string)
export type ReactAriaTable = Readonly<Record<string, Readonly<Record<string, ReactAriaText>>>>

/** Where React Aria looks for strings of the page instead of its own (package @internationalized/string). */
const localeKey = Symbol.for('react-aria.i18n.locale')
const stringsKey = Symbol.for('react-aria.i18n.strings')

/** Before the first render: React Aria reads the table once. English needs no table, its texts come with the package. */
export async function setReactAriaStrings(): Promise<void> {
  const { reactAria } = await import('./fa/reactAria.ts')
  Object.assign(window, { [localeKey]: localeTag.fa, [stringsKey]: reactAriaTable(reactAria) })
}

export function reactAriaTable(words: Readonly<Record<string, Readonly<Record<string, string>>>>): ReactAriaTable {
  return mapValues(words, (texts) => mapValues(texts, filling))
}

function filling(text: string): ReactAriaText {
  if (!text.includes('{')) return text
  return (facts) => text.replace(/\{(\w+)\}/g, (_, name: string) => interpolated('fa', facts[name] ?? ''))
}

function mapValues<From, To>(object: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]))
}
