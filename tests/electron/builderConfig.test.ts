import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { expect, test } from 'vitest'
import { projectDir } from './ensureBuilt.ts'

const config = await getConfig(projectDir, null, null)

test('electron-builder accepts the configuration', async () => {
  await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined()
})

test('and would refuse a misspelt one', async () => {
  const misspelt = { ...config, electronFuse: {} }
  await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow('electronFuse')
})

test('the program has its name, and targets on the three systems', () => {
  expect(config).toMatchObject({ appId: 'ir.pishkhan.desktop', productName: 'Pishkhan', directories: { output: 'release' } })
  const arch = ['x64', 'arm64']
  expect(config.win?.target).toEqual([{ target: 'nsis', arch }])
  expect(config.linux?.target).toEqual([
    { target: 'AppImage', arch },
    { target: 'deb', arch },
  ])
  expect(config.mac?.target).toEqual([
    { target: 'dmg', arch },
    { target: 'zip', arch },
  ])
})

test('every fuse is set, and the archive is checked', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
  expect(config.asar).toEqual({ smartUnpack: false })
  expect(config.asarUnpack).toBe('**/*.node')
  expect(config.disableAsarIntegrity).not.toBe(true)
  expect(config.npmRebuild).toBe(false)
})

function icon(name: string): Buffer {
  return readFileSync(path.join(projectDir, 'electron/icons', name))
}

test('the icons are what their names say', () => {
  for (const sizePx of [16, 32, 48, 64, 128, 256, 512]) {
    const png = icon(`linux/${sizePx}x${sizePx}.png`)
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', sizePx, sizePx])
  }
  const ico = icon('icon.ico')
  // Reserved, type 1 (icon), number of images; a width of 256 is written as 0.
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 7])
  expect(Array.from({ length: 7 }, (_, index) => ico[6 + index * 16])).toEqual([16, 24, 32, 48, 64, 128, 0])
  const icns = icon('icon.icns')
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
})
