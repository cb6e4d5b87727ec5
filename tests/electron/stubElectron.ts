import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** The systems as electron-builder calls them. */
export type System = 'linux' | 'win' | 'mac'

// The marker that Electron's binaries carry before their fuses, the wire's version and length, and Electron's own defaults
// (electron/fuses, "fuse wire"): '1' is on, '0' is off.
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const defaultFuses = '10110001'
const fuseWire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, defaultFuses.length]), Buffer.from(defaultFuses)])

/** The fuses of a packed binary, in the wire's order, as it holds them. */
export function fusesOf(binary: Buffer): string {
  const start = binary.indexOf(sentinel) + sentinel.length + 2
  return binary.subarray(start, start + defaultFuses.length).toString('latin1')
}

/** A folder in the shape of an unpacked Electron distribution: everything that packing touches, and nothing that runs. */
export function writeStubElectron(folder: string, system: System): void {
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content, { mode: 0o755 })
  }
  write('version', '45.4.1')
  write('LICENSE', 'stub')
  switch (system) {
    case 'linux':
      write('electron', fuseWire)
      write('chrome-sandbox', 'stub')
      write('resources/stub', 'stub')
      return
    case 'win':
      write('electron.exe', Buffer.concat([windowsExecutable(), fuseWire]))
      write('resources/stub', 'stub')
      return
    case 'mac':
      writeMacApp(write)
  }
}

function writeMacApp(write: (name: string, content: string | Buffer) => void): void {
  const contents = 'Electron.app/Contents'
  write(`${contents}/Info.plist`, plist('Electron'))
  write(`${contents}/MacOS/Electron`, 'stub')
  write(`${contents}/Resources/electron.icns`, 'stub')
  write(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, fuseWire)
  for (const helper of ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`)) {
    write(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, plist(helper))
    write(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, 'stub')
  }
}

function plist(executable: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${executable}</string></dict></plist>`
}

/** An empty program with a version resource, whose language electron-builder takes for the integrity resource. */
function windowsExecutable(): Buffer {
  const executable = NtExecutable.createEmpty()
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}
