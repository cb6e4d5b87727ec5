import { searchKey } from '../../../core/basics/textFold.ts'
import type { SearchHit } from '../../../core/contract/views.ts'
import type { IconName } from '../../ui/Icon.tsx'

export type SearchCommand = { readonly id: string; readonly label: string; readonly icon: IconName; readonly run: () => void }

/** A line of the list: a car, or something the program can do. */
export type Finding = { readonly kind: 'hit'; readonly hit: SearchHit } | { readonly kind: 'command'; readonly command: SearchCommand }

/** Shorter texts match by accident; a job's number is meant as it stands. */
const shortestSure = 3

/**
 * The line that Enter means before any was chosen: the one car that can be meant. Of several the one whose visit goes on now;
 * null when that too leaves more than one, for then the desk has to look.
 */
export function sureIndex(findings: readonly Finding[], typed: string): number | null {
  const hits = findings.flatMap((finding, index) => (finding.kind === 'hit' ? [{ hit: finding.hit, index }] : []))
  if (hits.length === 0) return typed.trim() === '' || findings.length === 0 ? null : 0
  const open = hits.filter(({ hit }) => hit.open)
  const [meant, other] = open.length > 0 ? open : hits
  if (meant === undefined || other !== undefined) return null
  return searchKey(typed).length >= shortestSure || meant.hit.matched === 'jobNo' ? meant.index : null
}

export function matchingCommands(commands: readonly SearchCommand[], typed: string): readonly SearchCommand[] {
  const wanted = searchKey(typed)
  return commands.filter(({ label }) => searchKey(label).includes(wanted))
}
