import type { Sha256Hex } from '../basics/ids.ts'
import type { Job } from '../domain/job/types.ts'

/** The photos that a job's findings and requests show, each once: what its proof has to hold. */
export function photosNamed({ findings, consents }: Pick<Job, 'findings' | 'consents'>): readonly Sha256Hex[] {
  const asked = consents.flatMap(({ snapshot }) => snapshot.items.flatMap((item) => item.photos))
  return [...new Set([...findings.flatMap((finding) => finding.photos), ...asked])]
}
