import { QueryClient, useMutation, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { CommandId, JobId, PersonId } from '../../core/basics/ids.ts'
import { isUuidV7, type RequestId, uuidV7From } from '../../core/basics/ids.ts'
import type { Outcome } from '../../core/contract/contract.ts'
import type { Change, Hello, JobPage, MechanicView, PartyLine, PartyPage, SearchHit, TodayBoard } from '../../core/contract/views.ts'
import type { RequestLine, RequestPage } from '../../core/contract/syncViews.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Command } from '../../core/domain/commands.ts'
import type { Material } from '../../core/domain/materials/types.ts'
import { setServiceNow } from '../stores/clock.ts'
import { client, connector } from './client.ts'
import type { ConnectionState } from './connection.ts'

/**
 * Answers are kept until the service says that they changed: nothing grows old by itself, and nothing is asked twice. A
 * lost connection is waited out by the connector, so a call does not fail for it.
 */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
})

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(connector.onState, connector.state)
}

export function useHello(): UseQueryResult<Hello> {
  return useQuery({ queryKey: ['garage'], queryFn: () => timed(client.hello()) })
}

export function useToday(): UseQueryResult<TodayBoard | null> {
  return useQuery({ queryKey: ['today'], queryFn: () => timed(client.today()) })
}

export function useJob(jobId: JobId): UseQueryResult<JobPage | null> {
  return useQuery({ queryKey: ['jobs', jobId], queryFn: () => client.job({ jobId }) })
}

/** Several jobs at once, in their order; those that are not there yet are left out. */
export function useJobs(jobIds: readonly JobId[]): readonly JobPage[] {
  return useQueries({
    queries: jobIds.map((jobId) => ({ queryKey: ['jobs', jobId], queryFn: () => client.job({ jobId }) })),
    combine: pagesOf,
  })
}

// One function for every drawing, so that the list is the same as long as its jobs are.
function pagesOf(results: readonly UseQueryResult<JobPage | null>[]): readonly JobPage[] {
  return results.flatMap(({ data }) => data ?? [])
}

export function useSearch(text: string): UseQueryResult<readonly SearchHit[]> {
  return useQuery({
    queryKey: ['jobs', 'search', text],
    queryFn: () => client.search({ text }),
    enabled: text.trim() !== '',
    placeholderData: (before) => before,
  })
}

export function useParties(text: string, limit: number, offset: number): UseQueryResult<{ total: number; lines: readonly PartyLine[] }> {
  return useQuery({
    queryKey: ['jobs', 'parties', text, limit, offset],
    queryFn: () => client.parties({ text, limit, offset }),
    placeholderData: (before) => before,
  })
}

export function useParty(partyId: string): UseQueryResult<PartyPage | null> {
  return useQuery({ queryKey: ['jobs', 'party', partyId], queryFn: () => client.party({ partyId }) })
}

export function useFreeSlot(jobId: JobId): UseQueryResult<UtcMs | null> {
  return useQuery({ queryKey: ['today', 'freeSlot', jobId], queryFn: () => client.freeSlot({ jobId }) })
}

/** Sets the page's clock by every answer that carries the service's time. */
async function timed<Answer extends { readonly nowUtcMs: UtcMs } | null>(answered: Promise<Answer>): Promise<Answer> {
  const answer = await answered
  if (answer !== null) setServiceNow(answer.nowUtcMs)
  return answer
}

/** A mechanic's own work; null for a name that is no mechanic's of this garage. */
export function useMechanic(personId: PersonId): UseQueryResult<MechanicView | null> {
  return useQuery({ queryKey: ['today', 'mechanic', personId], queryFn: () => client.mechanic({ personId }) })
}

/** Lines of the catalogue; they change with the garage's settings. */
export function useMaterials(text: string, limit: number, alsoInactive: boolean, enabled = true): UseQueryResult<readonly Material[]> {
  return useQuery({
    queryKey: ['garage', 'materials', text, limit, alsoInactive],
    queryFn: () => client.materials({ text, limit, alsoInactive }),
    enabled,
    placeholderData: (before) => before,
  })
}

/** As many as the contract gives at once. */
const requestsMost = 200

/** Price requests that wait for somebody, or those that are over. */
export function useRequests(over: boolean): UseQueryResult<readonly RequestLine[]> {
  return useQuery({ queryKey: ['requests', 'list', over], queryFn: () => client.requests({ over, limit: requestsMost }) })
}

export function useRequest(requestId: RequestId): UseQueryResult<RequestPage | null> {
  return useQuery({ queryKey: ['requests', requestId], queryFn: () => client.request({ requestId }) })
}

/** What a page sends. A link's secret is made by the service, so that a page asks for it (`consentLink`) and cannot make one. */
export type PageCommand = Exclude<Command, { type: 'makeConsentLink' }>
export type Send = { readonly actorId: PersonId; readonly command: PageCommand }

/**
 * Sends a command. Its id is made once per press, before the call: whatever is repeated below, the service does it once.
 * The screen changes when the service says so, not when the answer comes.
 */
export function useCommand() {
  return useMutation<Outcome, Error, Send>({
    mutationFn: ({ actorId, command }) => client.command({ commandId: newCommandId(), actorId, command }),
  })
}

/** Asks again for whatever a change touches. */
export function applyChange(change: Change): void {
  for (const topic of change.topics) {
    if (topic === 'everything') void queryClient.invalidateQueries()
    else if (topic === 'jobs') {
      void queryClient.invalidateQueries({ predicate: ({ queryKey: [kind, jobId] }) => kind === 'jobs' && !isOtherJob(jobId, change) })
    } else if (topic !== 'minute') void queryClient.invalidateQueries({ queryKey: [topic] })
    // What was recorded waits to be sent, and may have made or closed a task.
    if (topic === 'jobs' || topic === 'requests' || topic === 'garage') void queryClient.invalidateQueries({ queryKey: ['sync'] })
  }
}

/** Follows the service's changes for as long as the page lives; a lost connection begins anew with everything. */
export async function followChanges(): Promise<never> {
  for (;;) {
    try {
      for await (const change of await client.changes()) applyChange(change)
    } catch {
      // The connector is already reconnecting; the next stream begins by asking for everything.
    }
  }
}

function isOtherJob(jobId: unknown, change: Change): boolean {
  return typeof jobId === 'string' && isUuidV7(jobId) && !change.jobIds.some((changed) => changed === jobId)
}

/** Made once per press, before the call. */
export function newCommandId(): CommandId {
  const id = uuidV7From(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
  if (!isCommandId(id)) throw new Error('a UUIDv7 is made of its parts')
  return id
}

function isCommandId(text: string): text is CommandId {
  return isUuidV7(text)
}
