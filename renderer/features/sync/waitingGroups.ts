import type { JobId, RequestId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { WaitingFact } from '../../../core/contract/syncViews.ts'

/** What waits of one job, of one price request, or of neither; the kinds of facts in the order in which they were recorded. */
export type WaitingGroup = {
  readonly key: string
  readonly job: WaitingFact['job']
  readonly requestId: RequestId | null
  readonly sinceUtcMs: UtcMs
  readonly facts: readonly { readonly type: string; readonly count: number }[]
}

/** The receptionist thinks in cars, not in events. The group that has waited longest comes first. */
export function waitingGroups(facts: readonly WaitingFact[]): readonly WaitingGroup[] {
  const groups = new Map<string, WaitingFact[]>()
  for (const fact of facts.toSorted((a, b) => a.atUtcMs - b.atUtcMs)) {
    const key = groupKey(fact.job?.jobId ?? null, fact.requestId)
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups].flatMap(([key, ofGroup]) => {
    const [first] = ofGroup
    if (first === undefined) return []
    const { job, requestId, atUtcMs } = first
    return [{ key, job, requestId, sinceUtcMs: atUtcMs, facts: counted(ofGroup) }]
  })
}

function groupKey(jobId: JobId | null, requestId: RequestId | null): string {
  if (jobId !== null) return `job ${jobId}`
  return requestId === null ? 'other' : `request ${requestId}`
}

function counted(facts: readonly WaitingFact[]): readonly { readonly type: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].map(([type, count]) => ({ type, count }))
}
