import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')
const fonts = join(root, 'node_modules', '@fontsource-variable', 'vazirmatn', 'files')

export type Asset = { readonly type: string; readonly content: string | Uint8Array<ArrayBuffer> }

const made = new Map<string, Promise<Asset | null>>()

/** Files of the customer's pages, each made once, at its first use. */
export async function asset(name: string): Promise<Asset | null> {
  const known = made.get(name)
  if (known !== undefined) return await known
  const making = make(name)
  made.set(name, making)
  // What failed may succeed the next time.
  making.catch(() => made.delete(name))
  return await making
}

async function make(name: string): Promise<Asset | null> {
  switch (name) {
    case 'style.css':
      return { type: 'text/css; charset=utf-8', content: await styleSheet() }
    case 'link.js':
    case 'app.js':
      return { type: 'text/javascript; charset=utf-8', content: await script(name.slice(0, -3)) }
    case 'vazirmatn-arabic.woff2':
    case 'vazirmatn-latin.woff2':
      return { type: 'font/woff2', content: await bytes(join(fonts, name.replace('.woff2', '-wght-normal.woff2'))) }
    case 'plateBand.svg':
      return { type: 'image/svg+xml', content: await readFile(join(root, 'renderer', 'styles', name), 'utf8') }
    default:
      return null
  }
}

/** The desk's tokens and its plate, then the pages' own: one family, one source. */
async function styleSheet(): Promise<string> {
  const desk = join(root, 'renderer', 'styles')
  const own = join(import.meta.dirname, 'style')
  const names = (await readdir(own)).filter((file) => file.endsWith('.css')).toSorted()
  const tokens = twoSchemes(await readFile(join(desk, 'tokens.css'), 'utf8'))
  const plate = (await readFile(join(desk, 'plate.css'), 'utf8')).replace('./plateBand.svg', '/customer/asset/plateBand.svg')
  const rest = await Promise.all(names.map((file) => readFile(join(own, file), 'utf8')))
  return [tokens, `@supports (color: light-dark(#fff, #000)) {${plate}}`, withoutDark(plate), ...rest].join('\n')
}

const lightDark = /light-dark\(((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)/g

/** `light-dark()` is of 2024: older phones get the same colours by a media query. */
function twoSchemes(css: string): string {
  const light = css.replace(lightDark, '$1')
  const [dark = ''] = /:root \{[\s\S]*?\n\}/.exec(css.replace(lightDark, '$2')) ?? []
  return `${light}\n@media (prefers-color-scheme: dark) {${dark}}`
}

function withoutDark(css: string): string {
  return `@supports not (color: light-dark(#fff, #000)) {${css.replace(lightDark, '$1')}}`
}

/** One small file, without source map. */
async function script(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'client', `${name}.ts`) },
    },
  })
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) continue
    const [chunk] = output.output
    return chunk.code
  }
  throw new Error(`${name} was not built`)
}

async function bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path))
}
