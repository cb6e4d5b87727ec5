import type { JobId } from '../../../core/basics/ids.ts'
import { client } from '../../client/client.ts'
import type { Text } from '../../i18n/text.ts'
import { showToast } from '../../ui/toasts.ts'
import { saveFile } from './saveFile.ts'

/** Makes the job's proof and hands it to the person as a file; says how it went. */
export async function exportProof(jobId: JobId, text: Text): Promise<void> {
  try {
    const proof = await client.proof({ jobId })
    if (proof === null) throw new Error('a job that is shown has a proof')
    saveFile(proof.fileName, proof.html, 'text/html')
    showToast({ look: 'done', say: text('job.proof.saved', { fileName: proof.fileName }) })
  } catch {
    showToast({ look: 'danger', say: text('job.proof.failed') })
  }
}
