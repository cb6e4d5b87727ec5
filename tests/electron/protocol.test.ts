import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findAsset } from '../../electron/main/asset.ts'
import { serveRenderer } from '../../electron/main/protocol.ts'
import { fake, resetFakeElectron } from './fakeElectron.ts'

vi.mock('electron', () => import('./fakeElectron.ts'))

let folder = ''
let renderer = ''
beforeAll(() => {
  resetFakeElectron()
  folder = mkdtempSync(path.join(tmpdir(), 'pishkhan-protocol-'))
  renderer = path.join(folder, 'renderer')
  mkdirSync(path.join(renderer, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'secret.json'), 'secret')
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(path.join(renderer, 'assets', 'index-1a2b.js'), 'export {}')
  writeFileSync(path.join(renderer, 'assets', 'a b.css'), ':root{}')
  serveRenderer(renderer)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function get(url: string, method = 'GET'): Promise<Response> {
  const handler = fake.protocolHandlers.get('app')
  if (!handler) throw new Error('the scheme is not served')
  const request = new Request('http://placeholder/', { method })
  Object.defineProperty(request, 'url', { value: url })
  return handler(request)
}

describe('served', () => {
  test.each([
    ['app://pishkhan/', 'text/html; charset=utf-8', 'page'],
    ['app://pishkhan/index.html', 'text/html; charset=utf-8', 'page'],
    ['app://pishkhan/jobs/0198c0de-0000-7000-8000-000000000000', 'text/html; charset=utf-8', 'page'],
    ['app://pishkhan/?at=now#here', 'text/html; charset=utf-8', 'page'],
    ['app://pishkhan/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'export'],
    ['app://pishkhan/assets/a%20b.css', 'text/css; charset=utf-8', ':root'],
  ])('%s as %s', async (url, contentType, part) => {
    const response = await get(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(contentType)
    expect(await response.text()).toContain(part)
  })

  test.each(['app://pishkhan/', 'app://pishkhan/missing.js'])('%s carries the policy, whatever the answer', async (url) => {
    const { headers } = await get(url)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('only reading is answered', async () => {
    expect((await get('app://pishkhan/', 'POST')).status).toBe(405)
    expect((await get('app://pishkhan/', 'HEAD')).status).toBe(200)
  })
})

describe('not served', () => {
  test.each([
    'app://pishkhan/../secret.json',
    'app://pishkhan/../../../../etc/hosts.json',
    'app://pishkhan/%2e%2e/secret.json',
    'app://pishkhan/assets/%2e%2e/%2E%2E/secret.json',
    'app://pishkhan/assets/..%2f..%2fsecret.json',
    'app://pishkhan/..%5csecret.json',
    'app://pishkhan/..\\secret.json',
    'app://pishkhan/%252e%252e/secret.json',
    'app://pishkhan/assets/index-1a2b.js%00.json',
    'app://pishkhan/C:/secret.json',
    'app://pishkhan/index.html::$DATA.json',
    'app://pishkhan//secret.json',
    'app://pishkhan/%ff.json',
    'app://pishkhan/%.json',
    'app://pishkhan/assets/index-1a2b.js.map',
    'app://pishkhan/missing.js',
    'app://pishkhan/assets.js/',
    'app://elsewhere/index.html',
    'app://pishkhan:81/index.html',
    'https://pishkhan/index.html',
    'file:///etc/hosts',
    'nonsense',
  ])('%s', async (url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  test('no path leads out of the folder, on this system or on Windows', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '/',
      '%2f',
      '\\',
      '%5c',
      '%00',
      'C:',
      'a',
      'b.json',
      '%25',
      '::$DATA',
      '.json',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const asset = findAsset('/srv/renderer', `app://pishkhan/${pieces.join('')}`)
        if (asset === null) return
        expect(path.posix.normalize(asset.file)).toMatch(/^\/srv\/renderer\//)
        expect(path.win32.resolve('C:\\srv\\renderer', path.posix.relative('/srv/renderer', asset.file))).toMatch(/^C:\\srv\\renderer\\/)
      }),
    )
  })
})
