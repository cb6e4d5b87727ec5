import { lazy, Suspense } from 'react'
import { usePartLog } from './openPartLog.ts'

// No part of the first page: read when a part is first logged at the desk.
const PartLogDialog = lazy(async () => ({ default: (await import('./PartLogDialog.tsx')).PartLogDialog }))

/** Mounted once beside the screens; `openPartLog` opens it. */
export function PartLogWindow() {
  const jobId = usePartLog((log) => log.jobId)
  if (jobId === null) return null
  return (
    <Suspense>
      <PartLogDialog key={jobId} jobId={jobId} />
    </Suspense>
  )
}
