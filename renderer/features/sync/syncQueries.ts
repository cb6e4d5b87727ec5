import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SyncStatus, SyncTask, WaitingFact } from '../../../core/contract/syncViews.ts'
import { client } from '../../client/client.ts'

/** How this PC stands with Karmax; undefined until the service has said it. */
export function useSyncStatus(): SyncStatus | undefined {
  return useQuery({ queryKey: ['sync', 'status'], queryFn: () => client.sync() }).data
}

export function useWaitingFacts(): UseQueryResult<readonly WaitingFact[]> {
  return useQuery({ queryKey: ['sync', 'waiting'], queryFn: () => client.syncWaiting() })
}

export function useSyncTasks(): UseQueryResult<readonly SyncTask[]> {
  return useQuery({ queryKey: ['sync', 'tasks'], queryFn: () => client.syncTasks() })
}
