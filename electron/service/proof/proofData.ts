import type { DeviceId, JobId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { Garage, Person } from '../../../core/domain/garage/types.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { deviceKeyMadeType, deviceStream } from '../../../core/wire/deviceEvents.ts'
import { jobStream } from '../../../core/wire/jobEvents.ts'
import { proofFormat, type ProofData, type ProvenPhoto } from '../../../core/wire/proof.ts'
import { photosNamed } from '../../../core/wire/proofPhotos.ts'
import { isSignatureHex, type PublicKeyHex, type SignatureHex } from '../../../core/wire/signing.ts'
import type { ReadableDb } from '../../../db/connection.ts'
import { readChainOf, type ChainRow } from '../../../db/log/read.ts'
import { readPhoto } from '../../../db/queries/photos.ts'

export type ProofSource = {
  readonly garage: Garage
  readonly job: Job
  readonly sealedBy: { readonly device: DeviceId; readonly publicKeyHex: PublicKeyHex }
  readonly programVersion: string
  readonly nowUtcMs: UtcMs
}

/** Everything that proves one job, and nothing of any other. */
export function proofDataOf(db: ReadableDb, { garage, job, sealedBy, programVersion, nowUtcMs }: ProofSource): ProofData {
  const events = chainOfJob(db, job.jobId)
  const devices = [...new Set([sealedBy.device, ...events.map(({ device }) => device)])]
  const announcements = devices.flatMap((device) => readChainOf(db, deviceStream(device)).filter(({ type }) => type === deviceKeyMadeType))
  const { profile, hours, people } = garage
  return {
    format: proofFormat,
    madeAtUtcMs: nowUtcMs,
    programVersion,
    garage: { ...profile, timeZone: hours.timeZone },
    jobId: job.jobId,
    sealedBy,
    people: people.filter((person) => tookPart(person, events)).map(({ personId, name }) => ({ personId, name })),
    keys: announcements.map(provenEvent),
    events: events.map(provenEvent),
    photos: photosOf(db, job),
  }
}

function chainOfJob(db: ReadableDb, jobId: JobId): readonly ChainRow[] {
  return readChainOf(db, jobStream(jobId))
}

function tookPart({ personId }: Person, events: readonly ChainRow[]): boolean {
  return events.some(({ actor, payload }) => actor === personId || payload.includes(personId))
}

function provenEvent({ parents, signature, ...row }: ChainRow): ProofData['events'][number] {
  return { ...row, parents: JSON.parse(parents), signature: signature === null ? null : checked(signature) }
}

function checked(signature: string): SignatureHex {
  if (!isSignatureHex(signature)) throw new Error('the log holds signatures of 128 hexadecimal digits')
  return signature
}

function photosOf(db: ReadableDb, job: Job): readonly ProvenPhoto[] {
  return photosNamed(job).flatMap((hash) => {
    const bytes = readPhoto(db, hash)
    return bytes === null ? [] : [{ hash, base64: bytes.toString('base64') }]
  })
}
