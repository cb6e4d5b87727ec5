import { useRequests } from '../../client/queries.ts'
import { useMinute } from '../../stores/clock.ts'
import { waitsForGarage } from './inbox.ts'

/** How many customers wait for an offer: the number beside the section's name. */
export function useWaitingRequests(): number {
  const minute = useMinute()
  return (useRequests(false).data ?? []).filter((line) => waitsForGarage(line, minute)).length
}
