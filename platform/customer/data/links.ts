import type { ConsentId, GarageId, JobId, LinkId } from '../../../core/basics/ids.ts'
import { jobIdOfStream, parseJobEvent } from '../../../core/wire/jobEvents.ts'
import { sha256Hex } from '../../access/keys.ts'
import type { Database } from '../../database/pool.ts'

export type FoundLink = { readonly garage: GarageId; readonly jobId: JobId; readonly consentId: ConsentId; readonly linkId: LinkId }

type Row = { readonly garage: GarageId; readonly type: string; readonly v: number; readonly stream: string; readonly payload: string }

/** Secrets are 16 random bytes and more; anything shorter is a guess. */
const secretPattern = /^[A-Za-z0-9_-]{20,200}$/

/** The request that a link opens; null for a secret that no garage gave out. Only its SHA-256 was ever told to the platform. */
export async function findLink(database: Database, secret: string): Promise<FoundLink | null> {
  if (!secretPattern.test(secret)) return null
  const { rows } = await database.query<Row>(
    `SELECT garage, type, v, stream, payload FROM event
     WHERE type = 'consentLinkMade' AND substring(payload from '"tokenHash":"([0-9a-f]{64})"') = $1 ORDER BY gseq LIMIT 1`,
    [sha256Hex(secret)],
  )
  const [row] = rows
  if (row === undefined) return null
  const event = parseJobEvent(row)
  const jobId = jobIdOfStream(row.stream)
  if (event?.type !== 'consentLinkMade' || jobId === null) return null
  return { garage: row.garage, jobId, consentId: event.consentId, linkId: event.linkId }
}
