import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startShell } from '../../electron/main/shell.ts'
import { app, fake, resetFakeElectron, type FakeService, type FakeWindow } from './fakeElectron.ts'

vi.mock('electron', () => import('./fakeElectron.ts'))

beforeEach(() => {
  vi.useFakeTimers()
  resetFakeElectron()
})
afterEach(() => {
  vi.useRealTimers()
})

async function openShell(): Promise<void> {
  startShell('/program/dist')
  fake.becomeReady()
  await vi.advanceTimersByTimeAsync(0)
}

function lastService(): FakeService {
  const service = fake.services.at(-1)
  if (!service) throw new Error('no service was forked')
  return service
}

function onlyWindow(): FakeWindow {
  const [window, ...more] = fake.windows
  if (!window || more.length > 0) throw new Error(`one window wanted, ${fake.windows.length} opened`)
  return window
}

/** Whether a crash now is answered by a new service after just this long, and not a millisecond sooner. */
async function isRestartedAfter(waitMs: number): Promise<boolean> {
  const before = fake.services.length
  lastService().emit('exit', 1)
  await vi.advanceTimersByTimeAsync(waitMs - 1)
  const early = fake.services.length
  await vi.advanceTimersByTimeAsync(1)
  return early === before && fake.services.length === before + 1
}

function willQuit(): { prevented: boolean } {
  const event = { prevented: false, preventDefault: () => (event.prevented = true) }
  app.emit('will-quit', event)
  return event
}

describe('start', () => {
  test('sandbox and scheme are settled before the app is ready, and nothing opens until then', () => {
    startShell('/program/dist')
    expect(fake.calls).toEqual(['enableSandbox', 'registerSchemesAsPrivileged', 'whenReady'])
    expect(fake.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
  })

  test('once ready: permissions denied, scheme served, service forked on the data folder, page loaded, in that order', async () => {
    await openShell()
    expect(fake.calls.slice(3)).toEqual(['setPermissionRequestHandler', 'handle app', 'fork', 'BrowserWindow'])
    expect(lastService().modulePath).toBe('/program/dist/service/utility.js')
    expect(lastService().args).toEqual(['--data', '/data/of/the/user'])
    expect(onlyWindow().did).toEqual(['load app://pishkhan/'])
  })

  test('a demo begins at its moment once; a service that starts again goes on with what the demo holds', async () => {
    fake.switches.set('demo', '1405-09-01T10:20')
    await openShell()
    expect(lastService().args).toEqual(['--data', '/data/of/the/user', '--demo', '1405-09-01T10:20'])
    expect(await isRestartedAfter(250)).toBe(true)
    expect(lastService().args).toEqual(['--data', '/data/of/the/user'])
  })

  test('a start that fails ends the program instead of leaving it without a window', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    fake.forkFails = true
    await openShell()
    expect(fake.calls.at(-1)).toBe('exit 1')
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })

  test('a second instance quits and starts nothing; the first shows its window', async () => {
    fake.hasLock = false
    await openShell()
    expect(fake.calls).toEqual(['quit'])

    resetFakeElectron()
    await openShell()
    onlyWindow().minimized = true
    app.emit('second-instance')
    expect(onlyWindow().did.slice(1)).toEqual(['restore', 'show', 'focus'])
  })

  test('a window that was closed while the program went on (macOS) opens again on the next call', async () => {
    await openShell()
    onlyWindow().emit('closed')
    app.emit('activate')
    expect(fake.windows).toHaveLength(2)
  })
})

describe("the page's port", () => {
  test('its two ends are at the service and at the top frame of the page', async () => {
    await openShell()
    const { webContents } = onlyWindow()
    webContents.emit('dom-ready')
    const [door] = lastService().posted
    const [handed] = webContents.mainFrame.posted
    expect(door?.message).toEqual({ kind: 'door' })
    expect(handed).toMatchObject({ channel: 'pishkhan:port', message: null })

    const [atService] = door?.ports ?? []
    const [atPage] = handed?.ports ?? []
    if (!atService || !atPage) throw new Error('a port is missing')
    const heard = once(atService, 'message')
    atPage.postMessage('a call', [])
    expect(await heard).toEqual(['a call'])
    atPage.close()
  })

  test.each(['https://example.com', 'null', 'app://elsewhere', 'file://', ''])('is not handed to a page of %o', async (origin) => {
    await openShell()
    const { webContents } = onlyWindow()
    webContents.mainFrame.origin = origin
    webContents.emit('dom-ready')
    expect(webContents.mainFrame.posted).toEqual([])
    expect(lastService().posted).toEqual([])
  })

  test('each load of the page gets a fresh channel', async () => {
    await openShell()
    const { webContents } = onlyWindow()
    webContents.emit('dom-ready')
    webContents.emit('dom-ready')
    const ports = [...webContents.mainFrame.posted, ...lastService().posted].flatMap((posted) => posted.ports)
    expect(new Set(ports).size).toBe(4)
  })

  test('a service that starts again gives the open page a new port', async () => {
    await openShell()
    const { webContents } = onlyWindow()
    webContents.emit('dom-ready')
    const first = lastService()
    first.emit('exit', 1)
    await vi.advanceTimersByTimeAsync(250)
    expect(lastService()).not.toBe(first)
    expect(lastService().posted).toHaveLength(1)
    expect(webContents.mainFrame.posted).toHaveLength(2)
  })

  test('a page that loads while the service is down gets its port when it is up', async () => {
    await openShell()
    const { webContents } = onlyWindow()
    lastService().emit('exit', 1)
    webContents.emit('dom-ready')
    expect(webContents.mainFrame.posted).toEqual([])
    await vi.advanceTimersByTimeAsync(250)
    expect(webContents.mainFrame.posted).toHaveLength(1)
    expect(lastService().posted).toHaveLength(1)
  })

  test('a window that is closed is not posted to', async () => {
    await openShell()
    const window = onlyWindow()
    window.webContents.emit('dom-ready')
    window.emit('closed')
    lastService().emit('exit', 1)
    await vi.advanceTimersByTimeAsync(250)
    expect(lastService().posted).toEqual([])
    expect(window.webContents.mainFrame.posted).toHaveLength(1)
  })

  test('a crashed page is not posted to; it gets its port when it is loaded again', async () => {
    await openShell()
    const { webContents } = onlyWindow()
    webContents.emit('dom-ready')
    webContents.crashed = true
    lastService().emit('exit', 1)
    await vi.advanceTimersByTimeAsync(250)
    expect(webContents.mainFrame.posted).toHaveLength(1)
    webContents.crashed = false
    webContents.emit('dom-ready')
    expect(webContents.mainFrame.posted).toHaveLength(2)
  })

  test('a page that is not ready when the service starts again gets one port, when it is', async () => {
    await openShell()
    const { webContents } = onlyWindow()
    lastService().emit('exit', 1)
    await vi.advanceTimersByTimeAsync(250)
    expect(webContents.mainFrame.posted).toEqual([])
    webContents.emit('dom-ready')
    expect(webContents.mainFrame.posted).toHaveLength(1)
  })
})

describe('a service that crashes', () => {
  test('starts again later each time, up to five seconds, and at once again after a sound minute', async () => {
    await openShell()
    // Longer than a minute in all: that the first process might have lived to now does not make the last one sound.
    const waitsMs = [250, 500, 1_000, 2_000, 4_000, ...Array<number>(12).fill(5_000)]
    for (const waitMs of waitsMs) expect(await isRestartedAfter(waitMs)).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await isRestartedAfter(250)).toBe(true)
  })

  test('does not take the shell with it by its error event', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    await openShell()
    lastService().emit('error', 'FatalError', 'here', '{}')
    expect(said).toHaveBeenCalledWith('service: FatalError at here')
    said.mockRestore()
  })
})

describe('quit', () => {
  test('closing the last window quits', async () => {
    await openShell()
    app.emit('window-all-closed')
    expect(fake.calls.filter((call) => call === 'quit')).toHaveLength(process.platform === 'darwin' ? 0 : 1)
  })

  test('the service is asked to stop, and the quit waits for its end; it is not started again', async () => {
    await openShell()
    expect(willQuit().prevented).toBe(true)
    expect(willQuit().prevented).toBe(true)
    expect(lastService().posted).toEqual([{ message: { kind: 'stop' }, ports: [] }])
    expect(fake.calls).not.toContain('quit')

    lastService().emit('exit', 0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fake.calls.filter((call) => call === 'quit')).toHaveLength(1)
    expect(willQuit().prevented).toBe(false)
    expect(fake.services).toHaveLength(1)
    expect(lastService().killed).toBe(false)
  })

  test('a service that does not end within five seconds is killed', async () => {
    await openShell()
    willQuit()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(lastService().killed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(lastService().killed).toBe(true)
    expect(fake.calls.at(-1)).toBe('quit')
  })

  test('a quit while the service is down does not bring it up again', async () => {
    await openShell()
    lastService().emit('exit', 1)
    willQuit()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fake.services).toHaveLength(1)
    expect(fake.calls.at(-1)).toBe('quit')
  })
})
