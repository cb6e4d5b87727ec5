import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Beside the built service (vite.config.ts puts it there), else in the repository. */
const places = ['verify.html', '../verify.html', '../../../docs/verify.html'].map((place) => join(import.meta.dirname, place))

let page: string | null = null

/** The verifier's page, empty: docs/verify.html. */
export function proofPage(): string {
  if (page !== null) return page
  const file = places.find((place) => existsSync(place))
  if (file === undefined) throw new Error(`verify.html is at none of ${places.join(', ')}`)
  return (page = readFileSync(file, 'utf8'))
}
