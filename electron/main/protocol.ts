import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { findAsset } from './asset.ts'
import { contentSecurityPolicy } from '../gateway/contentSecurity.ts'
import { appScheme } from './ownPage.ts'

/** Before the app is ready, and once: Electron fixes the privileges of schemes when it starts. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveRenderer(rendererDir: string): void {
  protocol.handle(appScheme, (request) => answer(rendererDir, request))
}

async function answer(rendererDir: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return respond(405, null, { allow: 'GET, HEAD' })
  const asset = findAsset(rendererDir, request.url)
  if (!asset) return respond(404, null, {})
  try {
    return respond(200, await readFile(asset.file), { 'content-type': asset.contentType })
  } catch {
    return respond(404, null, {})
  }
}

function respond(status: number, body: Uint8Array<ArrayBuffer> | null, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, {
    status,
    headers: {
      ...headers,
      'content-security-policy': contentSecurityPolicy,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
