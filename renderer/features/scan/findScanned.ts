import type { JobId } from '../../../core/basics/ids.ts'
import type { JobPage, SearchHit, TodayBoard } from '../../../core/contract/views.ts'
import type { Material } from '../../../core/domain/materials/types.ts'
import { fittingLine, scannedMaterial } from '../mechanic/fitting.ts'
import { partLines } from '../mechanic/partLines.ts'

/** What a code that was scanned at the desk stands for. */
export type Scanned =
  /** A part, with the jobs in work that still want it. */
  | { readonly kind: 'part'; readonly material: Material; readonly wantedBy: readonly JobPage[] }
  | { readonly kind: 'job'; readonly jobId: JobId }
  | { readonly kind: 'nothing' }

export type Looking = {
  readonly materials: (text: string) => Promise<readonly Material[]>
  readonly search: (text: string) => Promise<readonly SearchHit[]>
  readonly job: (jobId: JobId) => Promise<JobPage | null>
  readonly board: TodayBoard | null
}

/** A barcode of the catalogue counts before a job's number, which a person can type as well. */
export async function findScanned(code: string, { materials, search, job, board }: Looking): Promise<Scanned> {
  const material = scannedMaterial(await materials(code), code)
  if (material !== null) {
    const pages = await Promise.all(jobsInWork(board).map(job))
    const wantedBy = pages.flatMap((page) => (page !== null && fittingLine(partLines(page.account), material) !== null ? [page] : []))
    return { kind: 'part', material, wantedBy }
  }
  const jobNo = /^\d{1,9}$/.test(code) ? Number(code) : null
  if (jobNo === null) return { kind: 'nothing' }
  const hits = (await search(String(jobNo))).filter((hit) => hit.matched === 'jobNo' && hit.job.jobNo === jobNo)
  const hit = hits.find(({ open }) => open) ?? hits[0]
  return hit === undefined ? { kind: 'nothing' } : { kind: 'job', jobId: hit.job.jobId }
}

/** Cars that a part can be put into now. */
export function jobsInWork(board: TodayBoard | null): readonly JobId[] {
  if (board === null) return []
  return [...board.bays.flatMap(({ job }) => job ?? []), ...board.standing].map(({ jobId }) => jobId)
}
