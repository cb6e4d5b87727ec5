import type { JobId } from '../../../core/basics/ids.ts'
import { client } from '../../client/client.ts'
import { queryClient } from '../../client/queries.ts'
import { finishWarnings } from './finishWarnings.ts'

/** Looks at the job as it is now. A job that cannot be read warns of nothing: the finish itself will say why it fails. */
export async function warnsOfFinish(jobId: JobId): Promise<boolean> {
  const job = await queryClient.fetchQuery({ queryKey: ['jobs', jobId], queryFn: () => client.job({ jobId }) }).catch(() => null)
  return job !== null && finishWarnings(job.account).length > 0
}
