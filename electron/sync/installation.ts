import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { sha256Hex } from './sha256.ts'

/** Where this PC notes which data folders are its own: outside of every data folder, and on this PC alone (no roaming profile). */
export function defaultMarksFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Pishkhan installations')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Pishkhan installations')
  return join(env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'pishkhan-installations')
}

export type Mark = string

/**
 * Compares the mark inside of the database with the one that this PC keeps for this folder. They differ when the folder was
 * copied to another place or another PC: then two programs could write under one device id.
 * @param inside the database's mark; null in a database that has none yet
 */
export function checkMark(marksFolder: string, dataFolder: string, inside: Mark | null): 'own' | 'first' | 'copied' {
  if (inside === null) return 'first'
  return readMark(markFile(marksFolder, dataFolder)) === inside ? 'own' : 'copied'
}

/** A new mark, kept outside first: a program that ends before the database has it too makes another one the next time. Null where nothing can be kept. */
export function makeMark(marksFolder: string, dataFolder: string): Mark | null {
  const mark = randomBytes(16).toString('hex')
  try {
    mkdirSync(marksFolder, { recursive: true })
    const file = markFile(marksFolder, dataFolder)
    const handle = openSync(`${file}.new`, 'w', 0o600)
    try {
      writeSync(handle, mark)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(`${file}.new`, file)
    return mark
  } catch {
    return null
  }
}

function markFile(marksFolder: string, dataFolder: string): string {
  return join(marksFolder, sha256Hex(realpathSync(dataFolder)))
}

function readMark(file: string): Mark | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
