import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { firstPageUrl } from './ownPage.ts'
import { minWindow, readWindowState, writeWindowState } from './windowState.ts'

/** The page's ground in both themes, so that a window does not flash white before its first paint. */
const ground = { light: '#f4f2ee', dark: '#161513' } as const
const firstSize = { width: 1366, height: 768 } as const
/** Breathing space for a page that crashes as soon as it is loaded. */
const reloadAfterCrashMs = 1_000

export type OpenWindow = {
  readonly preloadFile: string
  readonly stateFile: string
  /** The page's document and its scripts stand: it can take a port. */
  readonly onPageReady: (window: BrowserWindow) => void
  /** The page named its window, in its own language. */
  readonly onTitle: (title: string) => void
}

export function openWindow({ preloadFile, stateFile, onPageReady, onTitle }: OpenWindow): BrowserWindow {
  const kept = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...(kept?.bounds ?? firstSize),
    minWidth: minWindow.width,
    minHeight: minWindow.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: pagePreferences(preloadFile),
  })
  if (kept?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  window.webContents.on('dom-ready', () => onPageReady(window))
  window.webContents.on('page-title-updated', (_event, title) => onTitle(title))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') reloadLater(window)
  })
  void load(window)
  return window
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
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
    devTools: !app.isPackaged,
  }
}

/** Rejected when the window is closed or reloaded while it loads: nothing to do then. */
async function load(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(firstPageUrl)
  } catch (error) {
    console.error('page not loaded:', error)
  }
}

function reloadLater(window: BrowserWindow): void {
  setTimeout(() => {
    if (!window.isDestroyed()) window.webContents.reload()
  }, reloadAfterCrashMs)
}
