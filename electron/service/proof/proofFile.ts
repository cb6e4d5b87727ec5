import type { JobId } from '../../../core/basics/ids.ts'
import type { ProofFile } from '../../../core/contract/views.ts'
import { dayOf } from '../../../core/persian/workingCalendar.ts'
import { sealLine, withProof } from '../../../core/wire/proofFile.ts'
import { sealMessage } from '../../../core/wire/signing.ts'
import { foldJob } from '../../../db/projections/foldJobs.ts'
import { announceKey } from '../appendSigned.ts'
import type { GarageContext } from '../context.ts'
import { sha256Hex } from '../sha256.ts'
import { proofDataOf } from './proofData.ts'
import { proofPage } from './proofPage.ts'

/**
 * One file that shows and proves one job without this program: the verifier's page with the job's data in it, sealed by
 * this device. Null for a job that the log does not have, and for a log without a device key.
 */
export function proofFile(context: GarageContext, programVersion: string, jobId: JobId): ProofFile | null {
  const { db, deviceKey, identity } = context
  const garage = context.garage()
  const job = foldJob(db, jobId)
  if (garage === null || job === null || deviceKey === null) return null
  const nowUtcMs = context.clock.wallUtcMs()
  // A reader finds the key that seals in the log, even when nothing else was recorded since it was made.
  db.transaction(() => announceKey(context, deviceKey, nowUtcMs)).immediate()
  const { publicKeyHex } = deviceKey
  const data = proofDataOf(db, { garage, job, sealedBy: { device: identity.device, publicKeyHex }, programVersion, nowUtcMs })
  const unsealed = withProof(proofPage(), data)
  if (unsealed === null) throw new Error('docs/verify.html has no place for a proof')
  const sha256 = sha256Hex(unsealed)
  return {
    fileName: `pishkhan-proof-${job.jobNo}-${dayOf(nowUtcMs, garage.hours)}.html`,
    html: `${unsealed}${sealLine(sha256, deviceKey.sign(sealMessage(sha256)))}`,
  }
}
