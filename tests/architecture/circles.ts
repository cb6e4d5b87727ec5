import type { Source } from './source.ts'

/**
 * Files that import each other round about, types included: such a group can only be read, moved and tested as one. The
 * strongly connected groups of more than one file (Tarjan 1972), each in the order of its names.
 */
export function importCircles(sources: readonly Pick<Source, 'path' | 'imports'>[]): readonly (readonly string[])[] {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ target, isFile }) => (isFile ? [target] : []))]))
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  const visit = (file: string): number => {
    const index = order.size
    order.set(file, index)
    lowest.set(file, index)
    open.push(file)
    for (const target of importsOf.get(file) ?? []) {
      if (!importsOf.has(target)) continue
      const reached = order.has(target) ? (open.includes(target) ? (order.get(target) ?? index) : index) : visit(target)
      lowest.set(file, Math.min(lowest.get(file) ?? index, reached))
    }
    const low = lowest.get(file) ?? index
    if (low === index) {
      const group = open.splice(open.indexOf(file))
      if (group.length > 1) circles.push(group.toSorted())
    }
    return low
  }
  for (const file of importsOf.keys()) if (!order.has(file)) visit(file)
  return circles
}
