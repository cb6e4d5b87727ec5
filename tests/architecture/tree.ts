import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

const folders = ['core', 'db', 'electron', 'renderer', 'platform', 'tests']

export type TextFile = { readonly path: string; readonly text: string }

/** The project's own files with one of these endings; paths from the root, with slashes on every system. */
export function filesEnding(...endings: readonly string[]): readonly TextFile[] {
  const present = new Set(readdirSync(root))
  return (
    folders
      .filter((folder) => present.has(folder))
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
      )
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      // The bench's peers are installed within.
      .filter((name) => !name.split(path.sep).includes('node_modules'))
      .map((name) => ({ path: name.replaceAll(path.sep, '/'), text: readFileSync(path.join(root, name), 'utf8') }))
  )
}
