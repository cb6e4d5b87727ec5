import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '../../electron/preload/preload.ts'
import { ipcRenderer } from './fakeElectron.ts'

vi.mock('electron', () => import('./fakeElectron.ts'))

const postMessage = vi.fn<(...args: readonly unknown[]) => void>()

beforeEach(() => {
  postMessage.mockClear()
  vi.stubGlobal('window', { location: { origin: 'app://pishkhan' }, postMessage })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('each port goes to the page, to its own origin, without the event it came with', () => {
  ipcRenderer.emit('pishkhan:port', { ports: ['first port'], sender: 'kept back' }, null)
  ipcRenderer.emit('pishkhan:port', { ports: ['port of the restarted service'] }, null)
  expect(postMessage.mock.calls).toEqual([
    ['pishkhan:port', 'app://pishkhan', ['first port']],
    ['pishkhan:port', 'app://pishkhan', ['port of the restarted service']],
  ])
})

test('what was chosen in the menu goes to the page by its name, and nothing else does', () => {
  ipcRenderer.emit('pishkhan:menu', { sender: 'kept back' }, 'exportProof')
  for (const other of ['quit', null, { kind: 'exportProof' }]) ipcRenderer.emit('pishkhan:menu', {}, other)
  expect(postMessage.mock.calls).toEqual([[{ kind: 'exportProof' }, 'app://pishkhan']])
})

test('nothing is passed on without a port, and nothing else is listened to', () => {
  ipcRenderer.emit('pishkhan:port', { ports: [] }, null)
  expect(postMessage).not.toHaveBeenCalled()
  expect(ipcRenderer.eventNames()).toEqual(['pishkhan:port', 'pishkhan:menu'])
})
