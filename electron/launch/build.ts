import { execFileSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['core/**', 'db/**', 'electron/**', 'renderer/**', 'docs/verify.html', 'package.json', 'vite.config.ts']

/** Builds the program when there is no build, or when a source is newer than it. */
export function buildWhenStale(root: string): void {
  const built = modifiedMs(join(root, 'dist', 'service', 'http.js'))
  const stale = built === null || globSync(sources, { cwd: root }).some((file) => (modifiedMs(join(root, file)) ?? 0) > built)
  if (stale)
    execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app', '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
    })
}

function modifiedMs(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.mtimeMs : null
}
