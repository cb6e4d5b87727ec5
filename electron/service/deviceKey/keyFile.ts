import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Read and written by its owner alone. Windows keeps what the profile's folder says. */
const ownerOnly = 0o600

/** The file's bytes; null when there is none or it cannot be read. A file that others could read is closed to them first. */
export function readKeyFile(file: string): Buffer | null {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, ownerOnly)
    return readFileSync(file)
  } catch {
    return null
  }
}

/** Writes whole or not at all, on the disk when it returns; false when it could not be written. */
export function writeKeyFile(file: string, bytes: Uint8Array | string): boolean {
  const unfinished = `${file}.new`
  try {
    mkdirSync(dirname(file), { recursive: true })
    rmSync(unfinished, { force: true })
    const handle = openSync(unfinished, 'wx', ownerOnly)
    try {
      writeSync(handle, Buffer.from(bytes))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, file)
    return true
  } catch {
    return false
  }
}

/** A key that cannot be read is kept beside its successor: somebody may still know how to open it. */
export function setAside(file: string): void {
  for (let n = 1; ; n += 1) {
    const aside = `${file}.unreadable-${n}`
    if (existsSync(aside)) continue
    try {
      renameSync(file, aside)
    } catch {
      // Nothing lies there, or it cannot be moved: the new key is then not written over it either.
    }
    return
  }
}
