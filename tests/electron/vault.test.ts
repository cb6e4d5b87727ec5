import { EventEmitter } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readShellAnswer, readShellAsk, type ShellAsk } from '../../electron/launch/shellMessages.ts'
import { shellVault, type ShellPort } from '../../electron/launch/shellPort.ts'
import { startServiceHost } from '../../electron/main/serviceHost.ts'
import { deviceKeyFiles } from '../../electron/service/deviceKey/places.ts'
import { sealedDeviceKey } from '../../electron/service/deviceKey/sealedKey.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { fake, resetFakeElectron } from './fakeElectron.ts'

vi.mock('electron', () => import('./fakeElectron.ts'))

beforeEach(() => resetFakeElectron())

/** The service's end of the port, with the shell's own end behind it (electron/main/serviceHost.ts). */
function portToShell(): ShellPort & { readonly asked: ShellAsk[] } {
  startServiceHost({ modulePath: 'utility.js', dataDir: '/data', demoAt: null }, () => undefined)
  const service = fake.services.at(-1)
  if (!service) throw new Error('no service was forked')
  const port = new EventEmitter()
  const asked: ShellAsk[] = []
  service.posted.push = (...answers) => {
    for (const { message } of answers) port.emit('message', { data: message })
    return 0
  }
  return {
    asked,
    on: (event, listener) => void port.on(event, listener),
    postMessage: (message) => {
      asked.push(message)
      service.emit('message', message)
    },
  }
}

async function keyIn(folder: string) {
  return await sealedDeviceKey(shellVault(portToShell()), deviceKeyFiles(folder))
}

describe("the device key in the system's vault", () => {
  test('is made once, lies sealed in a file for its owner alone, and is the same at the next start', async () => {
    const folder = temporaryFolder()
    const made = await keyIn(folder)
    expect(made.keeper).toBe('safeStorage')
    const { sealed } = deviceKeyFiles(folder)
    expect(statSync(sealed).mode & 0o777).toBe(0o600)
    expect(Buffer.from(readFileSync(sealed).toReversed()).toString('utf8')).toMatch(/^sealed:[A-Za-z0-9+/]+=*$/)
    expect(readdirSync(folder)).toEqual(['device-key.bin'])
    expect((await keyIn(folder)).publicKeyHex).toBe(made.publicKeyHex)
  })

  test('is sealed again when the vault has a better key by now', async () => {
    const folder = temporaryFolder()
    const made = await keyIn(folder)
    fake.vault.reseal = true
    const port = portToShell()
    expect((await sealedDeviceKey(shellVault(port), deviceKeyFiles(folder))).publicKeyHex).toBe(made.publicKeyHex)
    expect(port.asked.map(({ ask }) => ask)).toEqual(['decrypt', 'encrypt'])
  })

  test.each([
    ['no vault', { available: false }],
    ['a keyring that is none', { backend: 'basic_text' }],
    ['a keyring that nobody knows', { backend: 'unknown' }],
  ])('%s: a file for its owner alone serves, and says so; the sealed key waits', async (_name, vault) => {
    const folder = temporaryFolder()
    const sealed = await keyIn(folder)
    Object.assign(fake.vault, vault)
    const plain = await keyIn(folder)
    expect(plain.keeper).toBe('file')
    expect(statSync(deviceKeyFiles(folder).plain).mode & 0o777).toBe(0o600)
    expect((await keyIn(folder)).publicKeyHex).toBe(plain.publicKeyHex)
    resetFakeElectron()
    expect((await keyIn(folder)).publicKeyHex).toBe(sealed.publicKeyHex)
  })

  test.each([
    ['cannot be opened any more', () => void (fake.vault.broken = true)],
    ['is damaged', (folder: string) => writeFileSync(deviceKeyFiles(folder).sealed, 'half')],
    ['is empty', (folder: string) => writeFileSync(deviceKeyFiles(folder).sealed, '')],
    ['is far too long', (folder: string) => writeFileSync(deviceKeyFiles(folder).sealed, 'x'.repeat(100_000))],
  ])('one that %s is set aside and replaced', async (_name, harm) => {
    const folder = temporaryFolder()
    const before = await keyIn(folder)
    harm(folder)
    const after = await keyIn(folder)
    expect(after.publicKeyHex).not.toBe(before.publicKeyHex)
    expect(after.keeper).toBe('safeStorage')
    expect(readdirSync(folder).toSorted()).toEqual(['device-key.bin', 'device-key.bin.unreadable-1'])
  })

  test('a shell that does not answer counts as one without a vault', async () => {
    const folder = temporaryFolder()
    const silent: ShellPort = { on: () => undefined, postMessage: () => undefined }
    expect((await sealedDeviceKey(shellVault(silent, 10), deviceKeyFiles(folder))).keeper).toBe('file')
  })
})

describe('the port between service and shell', () => {
  const bytes = new Uint8Array([1, 2, 3])

  test.each([
    null,
    'shell',
    { kind: 'door' },
    { kind: 'shell' },
    { kind: 'shell', id: 0, ask: 'encrypt', bytes },
    { kind: 'shell', id: 1.5, ask: 'encrypt', bytes },
    { kind: 'shell', id: 1, ask: 'delete', bytes },
    { kind: 'shell', id: 1, ask: 'encrypt', bytes: [1, 2, 3] },
    { kind: 'shell', id: 1, ask: 'encrypt', bytes: new Uint8Array(0) },
    { kind: 'shell', id: 1, ask: 'encrypt', bytes: new Uint8Array(5000) },
  ])('the shell drops %o', (message) => {
    expect(readShellAsk(message)).toBeNull()
  })

  test.each([
    undefined,
    { kind: 'shell', id: 1, ok: true },
    { kind: 'shell', id: 1, ok: true, bytes: 'text', reseal: false },
    { kind: 'shell', id: 1, ok: false, why: 'because' },
    { kind: 'shell', ok: false, why: 'failed' },
  ])('the service drops %o', (message) => {
    expect(readShellAnswer(message)).toBeNull()
  })

  test('what fits comes through without anything that was put beside it', () => {
    expect(readShellAsk({ kind: 'shell', id: 1, ask: 'decrypt', bytes, more: 1 })).toEqual({ kind: 'shell', id: 1, ask: 'decrypt', bytes })
    expect(readShellAnswer({ kind: 'shell', id: 2, ok: false, why: 'failed', more: 1 })).toEqual({
      kind: 'shell',
      id: 2,
      ok: false,
      why: 'failed',
    })
  })
})
