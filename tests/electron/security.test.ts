import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { startShell } from '../../electron/main/shell.ts'
import { app, fake, fakeContents, resetFakeElectron, type FakeContents } from './fakeElectron.ts'

vi.mock('electron', () => import('./fakeElectron.ts'))

beforeEach(async () => {
  resetFakeElectron()
  startShell('/program/dist')
  fake.becomeReady()
  await fake.ready
  await setImmediate()
})

/** Any contents, also those that no window of ours made. */
function guardedContents(): FakeContents {
  const contents = fakeContents()
  app.emit('web-contents-created', {}, contents)
  return contents
}

function isPrevented(contents: FakeContents, name: string, details: object): boolean {
  const event = { ...details, prevented: false, preventDefault: () => (event.prevented = true) }
  contents.emit(name, event)
  return event.prevented
}

const permissions = [
  'media',
  'geolocation',
  'notifications',
  'fullscreen',
  'clipboard-read',
  'display-capture',
  'openExternal',
  'serial',
  'usb',
  'unknown',
]

describe('permissions', () => {
  test.each(permissions)('%s is refused when asked for', (permission) => {
    const answers: boolean[] = []
    fake.permissionRequest?.({}, permission, (granted) => answers.push(granted))
    expect(answers).toEqual([false])
  })

  test('none is held without asking, and no device is given', () => {
    expect(fake.permissionCheck?.()).toBe(false)
    expect(fake.devicePermission?.()).toBe(false)
  })
})

describe('navigation', () => {
  const foreign = [
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hi',
    'app://pishkhan.example.com/',
    'app://user@pishkhan/',
    'app://pishkhan:80/',
    'about:blank',
    'not a url',
  ]

  test.each(foreign)('to %s is denied', (url) => {
    expect(isPrevented(guardedContents(), 'will-frame-navigate', { url, isMainFrame: true })).toBe(true)
  })

  test('the page may reload itself', () => {
    expect(isPrevented(guardedContents(), 'will-frame-navigate', { url: 'app://pishkhan/jobs', isMainFrame: true })).toBe(false)
  })

  test('a frame in the page may go nowhere, not even home', () => {
    expect(isPrevented(guardedContents(), 'will-frame-navigate', { url: 'app://pishkhan/', isMainFrame: false })).toBe(true)
  })

  test('redirects and webviews are denied', () => {
    expect(isPrevented(guardedContents(), 'will-redirect', { url: 'app://pishkhan/' })).toBe(true)
    expect(isPrevented(guardedContents(), 'will-attach-webview', {})).toBe(true)
  })

  test.each([...foreign, 'app://pishkhan/'])('window.open of %s is denied', (url) => {
    expect(guardedContents().windowOpenHandler?.({ url })).toEqual({ action: 'deny' })
  })

  test("the program's own window is guarded too", () => {
    const contents = fake.windows[0]?.webContents
    expect(contents?.listenerCount('will-frame-navigate')).toBe(1)
    expect(contents?.windowOpenHandler).not.toBeNull()
  })
})
