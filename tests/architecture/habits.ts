import { chainOf, descend, textOf, type Node, type Source } from './source.ts'

const longestFileLines = 400

export function lengthProblems({ path, lineCount }: Source): readonly string[] {
  return lineCount > longestFileLines ? [`${path}: ${lineCount} lines; more than ${longestFileLines} say more than one thing`] : []
}

/** Names of Electron that have one home, or none, and what stands in for them. */
const homes = [
  { name: 'ipcRenderer', home: 'electron/preload/preload.ts', instead: 'the page calls the service over its port' },
  { name: 'ipcMain', home: null, instead: 'the page calls the service over its port (electron/main/pagePort.ts)' },
  { name: 'openExternal', home: null, instead: 'nothing opens outside the program' },
] as const

export function rawElectronProblems({ path, nodes, lineOf }: Source): readonly string[] {
  if (path.startsWith('tests/')) return []
  const problems = nodes.flatMap((node) => {
    const used = homes.find(({ name }) => node.type === 'Identifier' && node['name'] === name)
    return used && used.home !== path ? [`${path}:${lineOf(node.start)}: ${used.name}; ${used.instead}`] : []
  })
  // An import names what it takes twice: as it is called there and here.
  return [...new Set(problems)]
}

/** core gets the time and every random number as an argument, so that the same input gives the same output everywhere. */
export function purityProblems({ path, nodes, lineOf }: Source): readonly string[] {
  if (!path.startsWith('core/')) return []
  return nodes.flatMap((node) => {
    const impure = impureName(node)
    return impure ? [`${path}:${lineOf(node.start)}: ${impure} in core; time and randomness come in as arguments`] : []
  })
}

function impureName(node: Node): string | null {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const called = chainOf(node['callee'])?.join('.')
    const bare = Array.isArray(node['arguments']) && node['arguments'].length === 0
    return called === 'Date' && (bare || node.type === 'CallExpression') ? 'the current Date' : null
  }
  const name = node.type === 'MemberExpression' ? chainOf(node)?.join('.') : undefined
  return name !== undefined && /^(globalThis\.)?(Date\.now|Math\.random|performance\.now|crypto\.\w+|Temporal\.Now)$/.test(name)
    ? name
    : null
}

const testNames = new Set(['test', 'it', 'describe', 'suite', 'bench'])
const skipping = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf'])
const skippingNames = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'])

export function skippedTestProblems({ path, nodes, lineOf }: Source): readonly string[] {
  if (!path.startsWith('tests/')) return []
  return nodes.flatMap((node) => {
    const skipped = skippedBy(node)
    return skipped ? [`${path}:${lineOf(node.start)}: ${skipped}; a test runs or does not exist`] : []
  })
}

function skippedBy(node: Node): string | null {
  if (node.type === 'CallExpression') {
    const name = chainOf(node['callee'])?.join('.') ?? ''
    return skippingNames.has(name) ? name : null
  }
  const chain = node.type === 'MemberExpression' ? (chainOf(node) ?? []) : []
  return testNames.has(chain[0] ?? '') && skipping.has(chain.at(-1) ?? '') ? chain.join('.') : null
}

const mark = /\b(TODO|FIXME|XXX|HACK)\b/

export function markProblems({ path, comments }: Source): readonly string[] {
  return comments.flatMap(({ text, line }) => {
    const [found] = mark.exec(text) ?? []
    return found === undefined ? [] : [`${path}:${line}: ${found}; what is to be done is an issue, not a comment`]
  })
}

/** Where Persian words belong: the words of the screens, the names of materials, the rules of the script, tests, and what the demo garage contains. */
const persianHomes = /^(renderer\/i18n|core\/persian|renderer\/kit|platform\/catalogue|platform\/customer\/words|tests)\/|(^|\/)demo/
const persianSentence = /[\u0621-\u064A\u066E-\u06D3][\u200C\u064B-\u0652]*[\s،]+[\u0621-\u064A\u066E-\u06D3]{2}/u
const persianLetters = /[\u0621-\u064A\u066E-\u06D3]{2}/u

export function persianProblems({ path, nodes, lineOf }: Source): readonly string[] {
  if (persianHomes.test(path)) return []
  return nodes.flatMap((node) => {
    const shown = node.type === 'JSXText' ? persianLetters : persianSentence
    return shown.test(textOf(node) ?? '') ? [`${path}:${lineOf(node.start)}: Persian text; its words belong in renderer/i18n`] : []
  })
}

const physicalClass =
  /(?:^|[\s:!])-?(?:(?:[mp][lr]|scroll-[mp][lr]|left|right|border-[lr]|rounded-(?:[lr]|[tb][lr]))-[^\s-][^\s]*|(?:text|float|clear)-(?:left|right)|border-[lr]|rounded-(?:[lr]|[tb][lr]))(?=\s|$)/
const physicalStyle =
  /^(?:(?:margin|padding|border|scrollMargin|scrollPadding)(?:Left|Right)|border(?:Top|Bottom)(?:Left|Right)|left$|right$)/

/** The page is mirrored by its direction: sides are start and end, in class names and in styles on elements. */
export function sideProblems({ path, nodes, lineOf }: Source): readonly string[] {
  if (!path.startsWith('renderer/') || path.startsWith('renderer/i18n/')) return []
  return nodes.flatMap((node) => {
    const [inClass] = physicalClass.exec(textOf(node) ?? '') ?? []
    const sides = [...(inClass === undefined ? [] : [inClass.trim()]), ...physicalStylesOf(node)]
    return sides.map((side) => `${path}:${lineOf(node.start)}: ${side}; sides are logical (start, end)`)
  })
}

function physicalStylesOf(node: Node): readonly string[] {
  if (node.type !== 'JSXAttribute' || !isNamed(node['name'], 'style')) return []
  return [...descend(node['value'])].flatMap((inner) => {
    const [key] = inner.type === 'Property' ? (chainOf(inner['key']) ?? []) : []
    return key !== undefined && physicalStyle.test(key) ? [key] : []
  })
}

function isNamed(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === name
}

const physicalCss =
  /(?<![\w-])(?:(?:scroll-)?(?:margin|padding)-(?:left|right)|border(?:-(?:top|bottom))?-(?:left|right)(?:-[a-z]+)?|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/

/** Style sheets are no scripts: their comments are blanked (lines kept) and the rest is read line by line. */
export function styleSheetProblems(path: string, text: string): readonly string[] {
  const lines = text.replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' ')).split('\n')
  const sides = lines.flatMap((line, index) => {
    const [found] = physicalCss.exec(line) ?? []
    return found === undefined ? [] : [`${path}:${index + 1}: ${found}; sides are logical (start, end)`]
  })
  const length =
    lines.length > longestFileLines + 1 ? [`${path}: ${lines.length - 1} lines; more than ${longestFileLines} say more than one thing`] : []
  return [...sides, ...length, ...(mark.test(text) ? [`${path}: a mark of something to be done`] : [])]
}
