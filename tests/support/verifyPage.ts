import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { verify as en } from '../../renderer/i18n/verify/en.ts'
import { verify as fa } from '../../renderer/i18n/verify/fa.ts'

const root = join(import.meta.dirname, '..', '..')
/** Where it lies, for everybody to take away. */
export const verifyPagePath = join(root, 'docs', 'verify.html')

const styleSheets = ['renderer/styles/tokens.css', 'renderer/styles/plate.css', 'renderer/verify/verify.css', 'renderer/verify/record.css']
const font = 'node_modules/@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2'

/**
 * The verifier's page from its sources (renderer/verify): one file with everything in it and nothing minified, for whoever
 * wants to read what checks a proof. A policy by hash lets its own script and style run, and nothing else.
 */
export async function verifyPage(): Promise<string> {
  const script = `\n${await bundle()}`
  const style = `\n${styles()}`
  const policy = [
    "default-src 'none'",
    `script-src '${hashSource(script)}'`,
    `style-src '${hashSource(style)}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="fa" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Pishkhan</title>
<style>${style}</style>
</head>
<body>
<main id="page"><noscript>${fa.noScript} ${en.noScript}</noscript></main>
<script type="application/json" id="proof"></script>
<script type="module">${script}</script>
</body>
</html>
`
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'renderer/verify/main.ts'), output: { format: 'es' } },
    },
  })
  const output = 'output' in built ? built.output : []
  const [chunk, ...more] = output
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('the page is one script')
  // In HTML these would end the script, or begin one inside it.
  const breaking = /<\/script|<!--|<script/i.exec(chunk.code)
  if (breaking !== null) throw new Error(`the page's script may not hold ${breaking[0]}`)
  return chunk.code
}

function styles(): string {
  const band = read('renderer/styles/plateBand.svg')
  const sheets = styleSheets
    .map(read)
    .join('\n')
    .replace("url('./plateBand.svg')", `url('data:image/svg+xml;base64,${base64(Buffer.from(band))}')`)
  const face = `@font-face {
  font-family: 'Vazirmatn';
  src: url('data:font/woff2;base64,${base64(readFileSync(join(root, font)))}') format('woff2');
  font-weight: 100 900;
  unicode-range: U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0897-08E1, U+08E3-08FF, U+200C-200E, U+2010-2011, U+FB50-FDFF, U+FE70-FE74, U+FE76-FEFC;
}
`
  return `${face}${sheets}`
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64')
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`
}

if (import.meta.main) {
  writeFileSync(verifyPagePath, await verifyPage())
  console.log(`docs/verify.html is made anew`)
}
