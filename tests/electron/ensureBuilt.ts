import { execFileSync } from 'node:child_process'
import path from 'node:path'

export const projectDir = path.resolve(import.meta.dirname, '..', '..')

let built = false

/** Builds the program as a release would, once per test process: a package of yesterday's build would prove nothing. */
export function ensureBuilt(): void {
  if (built) return
  // On Windows npm is a command file, which only a shell can start.
  execFileSync('npm', ['run', 'build'], { cwd: projectDir, stdio: 'pipe', shell: process.platform === 'win32' })
  built = true
}
