import path from 'node:path'
import { parseSync } from 'vite'

/** One source file, read once: what the rules ask about it. Positions are lines, as editors count them. */
export type Source = {
  readonly path: string
  readonly lineCount: number
  readonly imports: readonly Import[]
  readonly nodes: readonly Node[]
  readonly comments: readonly Located[]
  readonly lineOf: (offset: number) => number
}
/** `target` is the file's path from the project's root for a relative import, else the package or built-in as written. */
export type Import = { readonly target: string; readonly isFile: boolean; readonly line: number }
export type Located = { readonly text: string; readonly line: number }
export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

export function readSource(file: string, text: string): Source {
  const parsed = parseSync(file, text)
  const [problem] = parsed.errors
  if (problem) throw new Error(`${file}: ${problem.message}`)
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  const nodes = [...descend(parsed.program)]
  return {
    path: file,
    lineCount: text.trimEnd().split('\n').length,
    imports: nodes.flatMap((node) => {
      const specifier = importedBy(node)
      return specifier === null ? [] : [{ ...resolve(file, specifier), line: lineOf(node.start) }]
    }),
    nodes,
    comments: parsed.comments.map((comment) => ({ text: comment.value, line: lineOf(comment.start) })),
    lineOf,
  }
}

/** The literal text of a node: string, piece of a template, text between JSX tags. Null for every other node. */
export function textOf(node: Node): string | null {
  if (node.type === 'Literal' || node.type === 'JSXText') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type !== 'TemplateElement' || !isRecord(node['value'])) return null
  return typeof node['value']['raw'] === 'string' ? node['value']['raw'] : null
}

/** `a.b.c` as ['a', 'b', 'c']; null for anything that is not a plain chain of names. */
export function chainOf(node: unknown): readonly string[] | null {
  if (!isNode(node)) return null
  if (node.type === 'Identifier') return typeof node['name'] === 'string' ? [node['name']] : null
  if (node.type === 'CallExpression') return chainOf(node['callee'])
  if (node.type !== 'MemberExpression' || node['computed'] === true) return null
  const [object, property] = [chainOf(node['object']), chainOf(node['property'])]
  return object && property ? [...object, ...property] : null
}

export function* descend(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* descend(item)
  } else if (isRecord(value)) {
    if (isNode(value)) yield value
    for (const child of Object.values(value)) yield* descend(child)
  }
}

/** Static and dynamic imports, re-exports, types by import(), require, and workers by new URL(..., import.meta.url). */
function importedBy(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literalText(node['source']) ?? unreadable
    case 'ExportNamedDeclaration':
      return literalText(node['source'])
    case 'TSExternalModuleReference':
      return literalText(node['expression'])
    case 'CallExpression':
      return chainOf(node['callee'])?.join('.') === 'require' ? (literalText(firstOf(node['arguments'])) ?? unreadable) : null
    case 'NewExpression':
      return chainOf(node['callee'])?.join('.') === 'URL' && hasModuleUrl(node) ? literalText(firstOf(node['arguments'])) : null
    default:
      return null
  }
}

/** An import whose target only the running program knows cannot be held against a table. */
export const unreadable = '(computed)'

function hasModuleUrl(node: Node): boolean {
  return [...descend(node['arguments'])].some((argument) => argument.type === 'MetaProperty')
}

function resolve(file: string, specifier: string): { readonly target: string; readonly isFile: boolean } {
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) return { target: specifier, isFile: false }
  const [bare = ''] = specifier.split('?')
  return { target: path.posix.join(path.posix.dirname(file), bare), isFile: true }
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}

function literalText(node: unknown): string | null {
  return isNode(node) ? textOf(node) : null
}

function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value['type'] === 'string' && typeof value['start'] === 'number'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
