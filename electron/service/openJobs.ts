import type { JobId } from '../../core/basics/ids.ts'
import { isClosed } from '../../core/domain/job/phases.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { jobIdOfStream } from '../../core/wire/jobEvents.ts'
import type { ReadableDb } from '../../db/connection.ts'
import { lastSeq, streamsAfter } from '../../db/log/read.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { openJobIds } from '../../db/queries/jobs.ts'

/** The jobs that are not over, folded. */
export type OpenJobs = {
  readonly read: () => ReadonlyMap<JobId, Job>
  /** To be called after the log was not only added to. */
  readonly forget: () => void
}

/** Beyond it, after years of history came in at once, the rows say faster which jobs are open. */
const mostGrown = 200

/**
 * Keeps the open jobs folded between calls and folds again only the streams that the log grew by, whoever wrote them: the
 * number of the newest event says whether anything did. The cost follows the open jobs, never the history.
 */
export function openJobs(db: ReadableDb): OpenJobs {
  const jobs = new Map<JobId, Job>()
  let readTo: number | null = null

  const refold = (jobId: JobId): void => {
    const job = foldJob(db, jobId)
    if (job !== null && !isClosed(job.phase.kind)) jobs.set(jobId, job)
    else jobs.delete(jobId)
  }

  return {
    read: () => {
      const newest = lastSeq(db)
      if (readTo !== null && newest !== readTo) {
        const grown = streamsAfter(db, readTo).flatMap((stream) => jobIdOfStream(stream) ?? [])
        if (grown.length > mostGrown) readTo = null
        else grown.forEach(refold)
      }
      if (readTo === null) {
        jobs.clear()
        openJobIds(db).forEach(refold)
      }
      readTo = newest
      return jobs
    },
    forget: () => {
      readTo = null
    },
  }
}
