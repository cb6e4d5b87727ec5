import { create } from 'zustand'
import type { JobId } from '../../../core/basics/ids.ts'
import type { Material } from '../../../core/domain/materials/types.ts'

type PartLog = {
  readonly jobId: JobId | null
  /** A part that was scanned before the window opened. */
  readonly scanned: Material | null
}

export const usePartLog = create<PartLog>(() => ({ jobId: null, scanned: null }))

/** Logs parts of a job at the desk, in a window over whichever screen is open. */
export function openPartLog(jobId: JobId, scanned: Material | null = null): void {
  usePartLog.setState({ jobId, scanned })
}

export function closePartLog(): void {
  usePartLog.setState({ jobId: null, scanned: null })
}
