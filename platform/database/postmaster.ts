import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A PostgreSQL that runs on a data folder, as its postmaster.pid says (PostgreSQL, "pidfile.h": pid, folder, start, port ...). */
export type Postmaster = { readonly pid: number; readonly port: number }

/**
 * The server that runs on this folder: one that somebody else started, or that outlived a killed service. A file that a dead
 * server left behind is taken away: PostgreSQL would take any process that got its number for the server.
 */
export function runningPostmaster(folder: string): Postmaster | null {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid = 0, , , port = 0] = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => Number.parseInt(line, 10))
  if (pid > 0 && port > 0 && isPostgres(pid)) return { pid, port }
  rmSync(file, { force: true })
  return null
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Ended, but its parent has not asked how: where nothing collects orphans, as in a bare container, it stays so. */
function isZombie(pid: number): boolean {
  try {
    // proc_pid_stat(5): the state follows the name, which ends with the last bracket.
    return process.platform === 'linux' && /\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Waits for a process that was told to end. */
export async function ended(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    const said =
      process.platform === 'win32'
        ? execFileSync('tasklist', ['/fi', `PID eq ${pid}`, '/nh'], { encoding: 'utf8' })
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return said.includes('postgres')
  } catch {
    // Nobody can be asked: rather believe that it runs than start a second one on its files.
    return true
  }
}
