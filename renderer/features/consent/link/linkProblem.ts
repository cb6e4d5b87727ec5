import { assertNever } from '../../../../core/basics/assertNever.ts'
import type { SyncStatus } from '../../../../core/contract/syncViews.ts'

/** Why a link would not open on the customer's phone now. */
export type LinkProblem = 'notJoined' | 'offline' | 'stopped'

export function linkProblem(status: Pick<SyncStatus, 'state'> | undefined): LinkProblem | null {
  const state = status?.state ?? 'notJoined'
  switch (state) {
    case 'offline':
    case 'notJoined':
      return state
    case 'needsYou':
      return 'stopped'
    case 'allSent':
    case 'sending':
    case 'waiting':
      return null
    default:
      return assertNever(state)
  }
}
