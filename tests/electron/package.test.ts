import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSource } from '../architecture/source.ts'
import { ensureBuilt, projectDir } from './ensureBuilt.ts'
import { fusesOf, writeStubElectron, type System } from './stubElectron.ts'

type Target = {
  readonly system: System
  readonly arch: 'x64' | 'arm64'
  readonly resources: string
  /** Holds the fuses. */
  readonly binary: string
  /** Holds the archive's hash, where Electron checks it: on Windows and macOS. */
  readonly seal: string | null
  readonly prebuild: string
}

const macContents = 'mac/Pishkhan.app/Contents'
const targets: readonly Target[] = [
  {
    system: 'linux',
    arch: 'x64',
    resources: 'linux-unpacked/resources',
    binary: 'linux-unpacked/pishkhan',
    seal: null,
    prebuild: 'linux-x64.node',
  },
  {
    system: 'linux',
    arch: 'arm64',
    resources: 'linux-arm64-unpacked/resources',
    binary: 'linux-arm64-unpacked/pishkhan',
    seal: null,
    prebuild: 'linux-arm64.node',
  },
  {
    system: 'win',
    arch: 'x64',
    resources: 'win-unpacked/resources',
    binary: 'win-unpacked/Pishkhan.exe',
    seal: 'win-unpacked/Pishkhan.exe',
    prebuild: 'win32-x64.node',
  },
  {
    system: 'mac',
    arch: 'x64',
    resources: `${macContents}/Resources`,
    binary: `${macContents}/Frameworks/Electron Framework.framework/Electron Framework`,
    seal: `${macContents}/Info.plist`,
    prebuild: 'darwin-x64.node',
  },
]

beforeAll(() => ensureBuilt(), 180_000)

describe.each(targets)('the package for $system $arch', ({ system, arch, resources, binary, seal, prebuild }) => {
  let folder = ''
  let archive = ''
  let files: readonly string[] = []

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pishkhan-package-'))
    writeStubElectron(path.join(folder, 'electron'), system)
    pack(folder, [`--${system}`, `--${arch}`])
    archive = packed(resources, 'app.asar')
    files = filesOf(listPackage(archive, { isPack: false }))
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function packed(...names: readonly string[]): string {
    return path.join(folder, 'out', ...names)
  }

  test('holds what runs, and nothing else', () => {
    const runs =
      /^(package\.json|dist\/(main|preload|renderer|service)\/.+|node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/.+\.js|prebuilds\/.+))$/
    expect(files.filter((name) => !runs.test(name))).toEqual([])
    expect(files.filter((name) => /\.(tsx?|map|test\.\w+|c|cpp|h)$/.test(name))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/main/main.js',
        'dist/preload/preload.cjs',
        'dist/service/utility.js',
        'dist/service/verify.html',
        'dist/renderer/index.html',
      ]),
    )
  })

  test('holds the one native binary of its system and processor, beside the archive and unchanged', () => {
    const native = `node_modules/better-sqlite3/prebuilds/${prebuild}`
    expect(files.filter((name) => name.endsWith('.node'))).toEqual([native])
    expect(filesOf(readdirSync(`${archive}.unpacked`, { recursive: true, encoding: 'utf8' }))).toEqual([native])
    expect(readFileSync(path.join(`${archive}.unpacked`, native)).equals(readFileSync(path.join(projectDir, native)))).toBe(true)
  })

  test('needs no package that it does not hold', () => {
    const scripts = files.filter((name) => /^dist\/(main|preload|service)\/.+\.c?js$/.test(name))
    const imports = scripts.flatMap((name) => readSource(name, extractFile(archive, path.normalize(name)).toString('utf8')).imports)
    const packages = new Set(imports.filter(({ isFile }) => !isFile).map(({ target }) => target))
    expect([...packages].filter((name) => !isBuiltin(name)).toSorted()).toEqual(['better-sqlite3', 'electron'])
  })

  test('says in its package.json only what Electron needs', () => {
    const manifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
    expect(manifest).toMatchObject({ name: 'pishkhan', type: 'module', main: 'dist/main/main.js' })
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(manifest).not.toHaveProperty('scripts')
  })

  test('has its fuses set in the binary', () => {
    // Node mode, cookie encryption, NODE_OPTIONS, inspect, archive integrity, archive only, own V8 snapshot, file:// privileges.
    expect(fusesOf(readFileSync(packed(binary)))).toBe('01001100')
  })

  test("has the archive's hash sealed into it where Electron checks it", () => {
    const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
    expect(readFileSync(packed(seal ?? binary)).includes(hash)).toBe(seal !== null)
  })
})

/** As a release is packed, but from the stub and without an installer around it. */
function pack(folder: string, target: readonly string[]): void {
  const builder = path.join(projectDir, 'node_modules', 'electron-builder', 'cli.js')
  const places = [`-c.electronDist=${path.join(folder, 'electron')}`, `-c.directories.output=${path.join(folder, 'out')}`]
  execFileSync(process.execPath, [builder, ...target, '--dir', '--publish', 'never', ...places], { cwd: projectDir, stdio: 'pipe' })
}

/** A listing names folders too; only what is not the folder of something else is a file. Names with slashes on every system. */
function filesOf(listing: readonly string[]): readonly string[] {
  const names = listing.map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)))
}
