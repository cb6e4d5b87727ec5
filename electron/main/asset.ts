import path from 'node:path'
import { isOwnUrl } from './ownPage.ts'

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
])

export type Asset = { readonly file: string; readonly contentType: string }

/**
 * The file behind a URL of the page, or null when there is none to give: a foreign origin, a type that the page never uses,
 * or a path that could leave the folder on any system (parent segments, backslashes, drive letters and streams, NUL).
 * A path without an extension is a screen's route and gets the page itself.
 */
export function findAsset(rendererDir: string, requestUrl: string): Asset | null {
  if (!isOwnUrl(requestUrl)) return null
  const decoded = decodePath(new URL(requestUrl).pathname)
  if (decoded === null || /[\\:\0]/.test(decoded)) return null
  const segments = decoded.split('/')
  if (segments.includes('..')) return null
  const extension = path.posix.extname(decoded)
  const file = extension === '' ? path.join(rendererDir, 'index.html') : path.join(rendererDir, ...segments)
  const contentType = contentTypes.get(path.extname(file))
  return contentType === undefined ? null : { file, contentType }
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
