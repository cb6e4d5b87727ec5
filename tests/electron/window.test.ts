import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openWindow } from '../../electron/main/window.ts'
import { fake, resetFakeElectron, type FakeWindow } from './fakeElectron.ts'

vi.mock('electron', () => import('./fakeElectron.ts'))

let folder = ''
beforeEach(() => {
  resetFakeElectron()
  folder = mkdtempSync(path.join(tmpdir(), 'pishkhan-window-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function open(stateFile = path.join(folder, 'window.json')): FakeWindow {
  openWindow({ preloadFile: '/program/dist/preload/preload.cjs', stateFile, onPageReady: () => undefined, onTitle: () => undefined })
  const window = fake.windows.at(-1)
  if (!window) throw new Error('no window was opened')
  return window
}

describe('what the page may do', () => {
  test('web preferences follow the checklist', () => {
    expect(open().options['webPreferences']).toEqual({
      preload: '/program/dist/preload/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  test('developer tools exist only in a program that is not packaged', () => {
    fake.packaged = false
    expect(open().options['webPreferences']).toMatchObject({ devTools: true })
  })
})

describe('showing', () => {
  test('the window appears when it has something to show, on the ground of the theme', () => {
    fake.dark = true
    const window = open()
    expect(window.options).toMatchObject({ show: false, backgroundColor: '#161513' })
    expect(window.did).not.toContain('show')
    window.emit('ready-to-show')
    expect(window.did).toContain('show')
  })

  test('a page that crashed is loaded again; one that ended in good order, or with its window, is not', () => {
    vi.useFakeTimers()
    const [crashed, ended, closed] = [open(), open(), open()]
    crashed.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    ended.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    closed.webContents.emit('render-process-gone', {}, { reason: 'killed' })
    closed.destroyed = true
    vi.advanceTimersByTime(1_000)
    expect([crashed, ended, closed].map((window) => window.webContents.reloads)).toEqual([1, 0, 0])
    vi.useRealTimers()
  })
})

describe('the place of the window', () => {
  const firstSize = { width: 1366, height: 768 }

  test('is kept when it closes and taken up again', () => {
    const before = open()
    before.bounds = { x: 100, y: 50, width: 1500, height: 900 }
    before.maximized = true
    before.emit('close')
    const after = open()
    expect(after.options).toMatchObject({ x: 100, y: 50, width: 1500, height: 900 })
    expect(after.did).toContain('maximize')
  })

  test.each([
    ['nothing kept', null],
    ['half a file', '{"bounds":{"x":1'],
    ['another shape', '[]'],
    ['no object', 'null'],
    ['text for numbers', '{"bounds":{"x":"0","y":0,"width":1400,"height":800},"maximized":false}'],
    ['fractions', '{"bounds":{"x":0.5,"y":0,"width":1400,"height":800},"maximized":false}'],
    ['too small to read', '{"bounds":{"x":0,"y":0,"width":200,"height":100},"maximized":false}'],
    ['on a screen that is gone', '{"bounds":{"x":3000,"y":0,"width":1400,"height":800},"maximized":false}'],
    ['above the screen', '{"bounds":{"x":0,"y":-500,"width":1400,"height":800},"maximized":false}'],
  ])('%s: the first size is used', (_name, text) => {
    const file = path.join(folder, 'window.json')
    if (text !== null) writeFileSync(file, text)
    const { options, did } = open(file)
    expect(options).toMatchObject(firstSize)
    expect(options).not.toHaveProperty('x')
    expect(did).not.toContain('maximize')
  })

  test('a second screen counts', () => {
    fake.workAreas.push({ x: 1920, y: 0, width: 1920, height: 1080 })
    const file = path.join(folder, 'window.json')
    writeFileSync(file, '{"bounds":{"x":3000,"y":0,"width":1400,"height":800},"maximized":false}')
    expect(open(file).options).toMatchObject({ x: 3000, y: 0 })
  })

  test('a place that cannot be written does not keep the window from closing', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    open(path.join(folder, 'missing', 'window.json')).emit('close')
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })

  test('the file holds the place and nothing else', () => {
    const window = open()
    window.emit('close')
    expect(JSON.parse(readFileSync(path.join(folder, 'window.json'), 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 1400, height: 800 },
      maximized: false,
    })
  })
})
