import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/**
 * Stands where Electron's own module would: same names, same events, nothing behind them but records of what was asked.
 * Channels are Node's, so a port that reaches the page can be seen to end at the service.
 */
type Handler<Args extends readonly unknown[], Answer> = (...args: Args) => Answer
type Posted = { readonly message: unknown; readonly ports: readonly MessagePort[] }
type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type FakeService = EventEmitter & {
  readonly modulePath: string
  readonly args: readonly string[]
  readonly posted: Posted[]
  killed: boolean
  readonly postMessage: (message: unknown, ports?: readonly MessagePort[]) => void
  readonly kill: () => boolean
}

/** What the fake menu was made of. */
export type FakeMenuItem = {
  readonly label?: string
  readonly role?: string
  readonly id?: string
  readonly accelerator?: string
  readonly click?: () => void
  readonly submenu?: readonly FakeMenuItem[]
}

/** A vault that turns bytes round, so that what is sealed differs from what is plain. */
export type FakeVault = {
  available: boolean
  backend: string
  /** Encrypted under another key: nothing opens any more. */
  broken: boolean
  reseal: boolean
}

export type FakeFrame = {
  origin: string
  readonly posted: (Posted & { readonly channel: string })[]
  readonly postMessage: (channel: string, message: unknown, ports?: readonly MessagePort[]) => void
}

export type FakeContents = EventEmitter & {
  readonly mainFrame: FakeFrame
  windowOpenHandler: Handler<[{ url: string }], { action: string }> | null
  readonly setWindowOpenHandler: (handler: Handler<[{ url: string }], { action: string }>) => void
  crashed: boolean
  readonly isCrashed: () => boolean
  reloads: number
  readonly reload: () => void
}

export type FakeWindow = EventEmitter & {
  readonly options: Readonly<Record<string, unknown>>
  readonly webContents: FakeContents
  readonly did: string[]
  bounds: Rectangle
  maximized: boolean
  minimized: boolean
  destroyed: boolean
}

function cleanState() {
  const state: {
    calls: string[]
    hasLock: boolean
    userData: string
    packaged: boolean
    dark: boolean
    workAreas: Rectangle[]
    services: FakeService[]
    windows: FakeWindow[]
    menu: readonly FakeMenuItem[]
    vault: FakeVault
    schemes: { scheme: string; privileges: Readonly<Record<string, boolean>> }[]
    protocolHandlers: Map<string, Handler<[Request], Promise<Response>>>
    permissionRequest: Handler<[unknown, string, (granted: boolean) => void], void> | null
    permissionCheck: Handler<[], boolean> | null
    devicePermission: Handler<[], boolean> | null
    forkFails: boolean
    readonly switches: Map<string, string>
    becomeReady: () => void
    ready: Promise<void>
  } = {
    calls: [],
    hasLock: true,
    userData: '/data/of/the/user',
    packaged: true,
    dark: false,
    workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
    services: [],
    windows: [],
    menu: [],
    vault: { available: true, backend: 'gnome_libsecret', broken: false, reseal: false },
    schemes: [],
    protocolHandlers: new Map(),
    permissionRequest: null,
    permissionCheck: null,
    devicePermission: null,
    forkFails: false,
    switches: new Map<string, string>(),
    becomeReady: () => undefined,
    ready: Promise.resolve(),
  }
  state.ready = new Promise((resolve) => (state.becomeReady = resolve))
  return state
}

export let fake = cleanState()

export function resetFakeElectron(): void {
  app.removeAllListeners()
  ipcRenderer.removeAllListeners()
  fake = cleanState()
}

export const app = Object.assign(new EventEmitter(), {
  requestSingleInstanceLock: () => fake.hasLock,
  enableSandbox: () => fake.calls.push('enableSandbox'),
  whenReady: () => {
    fake.calls.push('whenReady')
    return fake.ready
  },
  getPath: (name: string) => {
    if (name !== 'userData') throw new Error(`unexpected path: ${name}`)
    return fake.userData
  },
  commandLine: {
    hasSwitch: (name: string) => fake.switches.has(name),
    getSwitchValue: (name: string) => fake.switches.get(name) ?? '',
  },
  quit: () => fake.calls.push('quit'),
  exit: (code: number) => fake.calls.push(`exit ${code}`),
})
Object.defineProperty(app, 'isPackaged', { get: () => fake.packaged })

export const ipcRenderer = new EventEmitter()

export const protocol = {
  registerSchemesAsPrivileged: (schemes: { scheme: string; privileges: Readonly<Record<string, boolean>> }[]) => {
    fake.calls.push('registerSchemesAsPrivileged')
    fake.schemes.push(...schemes)
  },
  handle: (scheme: string, handler: Handler<[Request], Promise<Response>>) => {
    fake.calls.push(`handle ${scheme}`)
    fake.protocolHandlers.set(scheme, handler)
  },
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: NonNullable<typeof fake.permissionRequest>) => {
      fake.calls.push('setPermissionRequestHandler')
      fake.permissionRequest = handler
    },
    setPermissionCheckHandler: (handler: Handler<[], boolean>) => (fake.permissionCheck = handler),
    setDevicePermissionHandler: (handler: Handler<[], boolean>) => (fake.devicePermission = handler),
  },
}

export const Menu = {
  setApplicationMenu: (menu: readonly FakeMenuItem[]) => (fake.menu = menu),
  buildFromTemplate: (template: readonly FakeMenuItem[]) => template,
}

export const nativeTheme = {
  get shouldUseDarkColors() {
    return fake.dark
  },
}

export const screen = { getAllDisplays: () => fake.workAreas.map((workArea) => ({ workArea })) }

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[]): FakeService => {
    if (fake.forkFails) throw new Error('no process for the service')
    fake.calls.push('fork')
    const posted: Posted[] = []
    const service: FakeService = Object.assign(new EventEmitter(), {
      modulePath,
      args,
      posted,
      killed: false,
      postMessage: (message: unknown, ports: readonly MessagePort[] = []) => void posted.push({ message, ports }),
      kill: () => (service.killed = true),
    })
    fake.services.push(service)
    return service
  },
}

export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(fake.vault.available),
  getSelectedStorageBackend: () => fake.vault.backend,
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(Buffer.from(`sealed:${text}`, 'utf8').toReversed())),
  decryptStringAsync: (sealed: Buffer) => {
    const text = Buffer.from(sealed.toReversed()).toString('utf8')
    if (fake.vault.broken || !text.startsWith('sealed:')) return Promise.reject(new Error('cannot be decrypted'))
    return Promise.resolve({ result: text.slice('sealed:'.length), shouldReEncrypt: fake.vault.reseal })
  },
}

export function MessageChannelMain(): MessageChannel {
  return new MessageChannel()
}

export function fakeContents(): FakeContents {
  const posted: (Posted & { readonly channel: string })[] = []
  const contents: FakeContents = Object.assign(new EventEmitter(), {
    mainFrame: {
      origin: 'app://pishkhan',
      posted,
      postMessage: (channel: string, message: unknown, ports: readonly MessagePort[] = []) => void posted.push({ channel, message, ports }),
    },
    windowOpenHandler: null,
    setWindowOpenHandler: (handler: Handler<[{ url: string }], { action: string }>) => void (contents.windowOpenHandler = handler),
    crashed: false,
    isCrashed: () => contents.crashed,
    reloads: 0,
    reload: () => void (contents.reloads += 1),
  })
  return contents
}

export function BrowserWindow(options: Readonly<Record<string, unknown>>): FakeWindow {
  fake.calls.push('BrowserWindow')
  const did: string[] = []
  const webContents = fakeContents()
  const window = Object.assign(new EventEmitter(), {
    options,
    webContents,
    did,
    bounds: { x: 10, y: 20, width: 1400, height: 800 },
    maximized: false,
    minimized: false,
    destroyed: false,
    loadURL: (url: string) => Promise.resolve(did.push(`load ${url}`)),
    show: () => did.push('show'),
    focus: () => did.push('focus'),
    restore: () => did.push('restore'),
    maximize: () => did.push('maximize'),
    isMinimized: () => window.minimized,
    isMaximized: () => window.maximized,
    isDestroyed: () => window.destroyed,
    getNormalBounds: () => window.bounds,
  })
  fake.windows.push(window)
  app.emit('web-contents-created', {}, webContents)
  return window
}
