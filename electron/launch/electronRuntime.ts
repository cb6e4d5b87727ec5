import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Runtime = { readonly ok: true; readonly executable: string } | { readonly ok: false; readonly why: 'noDisplay' | 'noRuntime' }

/** Electron's own runtime comes with the first start, not with the package; where it cannot be had the browser serves. */
export function electronRuntime(root: string): Runtime {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return { ok: false, why: 'noDisplay' }
  const folder = join(root, 'node_modules', 'electron')
  const executable = installed(folder) ?? (install(folder), installed(folder))
  return executable === null ? { ok: false, why: 'noRuntime' } : { ok: true, executable }
}

function installed(folder: string): string | null {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

function install(folder: string): void {
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
}
