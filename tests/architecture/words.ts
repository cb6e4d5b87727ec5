import { type Node, type Source, textOf } from './source.ts'

/** Keys of texts that no source asks for. Keys are literal: written whole, or as a template whose gaps are filled in (`today.lane.${lane}`). */
export function unusedKeys(words: object, sources: readonly Source[]): readonly string[] {
  const nodes = sources.flatMap((source) => source.nodes)
  const whole = new Set(nodes.map(textOf))
  const withGaps = [...new Set(nodes.flatMap(templateOf))].map((template) => new RegExp(`^${template}$`))
  const keys = new Set(keysOf(words))
  return [...keys].filter((key) => !whole.has(key) && !withGaps.some((template) => template.test(key)))
}

/** As it is asked for: the form for a count is i18next's to choose. */
function keysOf(words: object, path = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return keysOf(value, `${path}${name}.`)
    return [path + name.replace(/_(one|other)$/, '')]
  })
}

/** A template that begins with a screen's name, as a pattern; a gap holds one name. */
function templateOf(node: Node): readonly string[] {
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return []
  const pieces = node['quasis'].map((piece: Node) => textOf(piece) ?? '')
  const isKey = pieces.length > 1 && /^[a-z]\w*\./i.test(pieces[0] ?? '') && pieces.every((piece) => /^[\w.]*$/.test(piece))
  return isKey ? [pieces.map((piece) => piece.replaceAll('.', String.raw`\.`)).join(String.raw`\w+`)] : []
}
