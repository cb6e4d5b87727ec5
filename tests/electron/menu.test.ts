import { beforeEach, describe, expect, test, vi } from 'vitest'
import { menuLanguage, setMenu } from '../../electron/main/menu.ts'
import { startShell } from '../../electron/main/shell.ts'
import { fake, resetFakeElectron, type FakeMenuItem } from './fakeElectron.ts'

vi.mock('electron', () => import('./fakeElectron.ts'))

beforeEach(() => resetFakeElectron())

function exportProofItem(): FakeMenuItem {
  const found = fake.menu.flatMap(({ submenu = [] }) => submenu).find(({ id }) => id === 'exportProof')
  if (!found) throw new Error('the menu exports proofs')
  return found
}

async function openShell() {
  startShell('/program/dist')
  fake.becomeReady()
  await vi.waitFor(() => expect(fake.windows).toHaveLength(1))
  const [window] = fake.windows
  if (!window) throw new Error('no window was opened')
  return window
}

describe('the menu', () => {
  test('exports proofs on every system; macOS also takes copy and quit from it', () => {
    for (const platform of ['win32', 'linux'] as const) {
      setMenu(platform, 'en', () => undefined)
      expect(fake.menu.map(({ label }) => label)).toEqual(['&File'])
      expect(fake.menu[0]?.submenu?.map(({ id, role }) => id ?? role)).toEqual(['exportProof', undefined, 'quit'])
    }
    setMenu('darwin', 'en', () => undefined)
    expect(fake.menu.map(({ label, role }) => role ?? label)).toEqual(['appMenu', '&File', 'editMenu', 'windowMenu'])
    expect(exportProofItem().accelerator).toBe('CmdOrCtrl+Shift+E')
  })

  test('speaks the language that the page has named its window in', async () => {
    expect(menuLanguage('پیشخوان')).toBe('fa')
    expect(menuLanguage('Pishkhan')).toBe('en')
    const window = await openShell()
    expect(exportProofItem().label).toMatch(/گواهی/)
    window.webContents.emit('page-title-updated', {}, 'Pishkhan', true)
    expect(exportProofItem().label).toBe('&Export proof…')
    window.webContents.emit('page-title-updated', {}, 'پیشخوان', true)
    expect(exportProofItem().label).toMatch(/گواهی/)
  })

  test('is hidden until Alt is pressed: the board needs the height', async () => {
    expect((await openShell()).options).toMatchObject({ autoHideMenuBar: true })
  })
})

describe('Export proof', () => {
  test('asks the page that is shown, by name, and hands it nothing else', async () => {
    const { webContents } = await openShell()
    webContents.emit('dom-ready')
    const before = webContents.mainFrame.posted.length
    exportProofItem().click?.()
    expect(webContents.mainFrame.posted.slice(before)).toEqual([{ channel: 'pishkhan:menu', message: 'exportProof', ports: [] }])
  })

  test('asks nobody while there is no page, a crashed one, or one that is not ours', async () => {
    const window = await openShell()
    const { webContents } = window
    exportProofItem().click?.()
    webContents.emit('dom-ready')
    const before = webContents.mainFrame.posted.length
    webContents.crashed = true
    exportProofItem().click?.()
    webContents.crashed = false
    webContents.mainFrame.origin = 'https://example.com'
    exportProofItem().click?.()
    webContents.mainFrame.origin = 'app://pishkhan'
    window.emit('closed')
    exportProofItem().click?.()
    expect(webContents.mainFrame.posted).toHaveLength(before)
  })
})
