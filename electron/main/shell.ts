import path from 'node:path'
import { app, session, type BrowserWindow } from 'electron'
import { menuLanguage, setMenu, type MenuLanguage } from './menu.ts'
import { askForProof, handPort } from './pagePort.ts'
import { registerAppScheme, serveRenderer } from './protocol.ts'
import { denyPermissions, guardContents } from './security.ts'
import { startServiceHost, type ServiceHost } from './serviceHost.ts'
import { focusWindow, openWindow } from './window.ts'

/** Everything that has to be said before Electron is ready; the rest waits for it without holding up the entry module. */
export function startShell(distDir: string): void {
  // Two programs on one data folder would be two writers: the second only shows the first's window.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.enableSandbox()
  registerAppScheme()
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app
    .whenReady()
    .then(() => open(distDir))
    .catch((error: unknown) => {
      console.error(error)
      app.exit(1)
    })
}

function open(distDir: string): void {
  denyPermissions(session.defaultSession)
  serveRenderer(path.join(distDir, 'renderer'))

  const dataDir = app.getPath('userData')
  const demoAt = app.commandLine.hasSwitch('demo') ? app.commandLine.getSwitchValue('demo') : null
  let window: BrowserWindow | null = null
  /** Null until the page in it can take a port: a service that restarts earlier has nobody to greet. */
  let readyWindow: BrowserWindow | null = null
  const service = startServiceHost({ modulePath: path.join(distDir, 'service', 'utility.js'), dataDir, demoAt }, () => {
    if (readyWindow) handPort(readyWindow.webContents, service)
  })

  function showMenu(language: MenuLanguage): void {
    setMenu(process.platform, language, () => {
      if (readyWindow) askForProof(readyWindow.webContents)
    })
  }

  function show(): void {
    if (window) return focusWindow(window)
    window = openWindow({
      preloadFile: path.join(distDir, 'preload', 'preload.cjs'),
      stateFile: path.join(dataDir, 'window.json'),
      onPageReady: (opened) => {
        readyWindow = opened
        handPort(opened.webContents, service)
      },
      onTitle: (title) => showMenu(menuLanguage(title)),
    })
    window.once('closed', () => {
      window = null
      readyWindow = null
    })
  }

  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  stopServiceBeforeQuit(service)
  showMenu('fa')
  show()
}

/** The windows are closed by then, so no click is lost; the quit goes on once the service has put its files in order. */
function stopServiceBeforeQuit(service: ServiceHost): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running'

  async function stopThenQuit(): Promise<void> {
    state = 'stopping'
    await service.stop()
    state = 'stopped'
    app.quit()
  }

  app.on('will-quit', (event) => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'running') void stopThenQuit()
  })
}
