import { useState } from 'react'
import type { JobPage } from '../../../core/contract/views.ts'
import type { JobCommand } from '../jobActions/useJobActions.ts'
import type { BillNow } from '../../../core/domain/pricing/billNow.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import type { Settlement } from './settlement.ts'

/**
 * Sends a settlement. With the hand-over it is one command, whole or not at all; money alone is one command for each payment,
 * with the bill before it where there is none yet: each stands by itself, and what was recorded is not sent again.
 */
export function useSettle({ card, phase }: JobPage, now: BillNow) {
  const { act, isSending } = useJobActions()
  const refusalText = useRefusalText()
  const [problem, setProblem] = useState<string | null>(null)
  const settle = async (settlement: Settlement): Promise<boolean> => {
    setProblem(null)
    for (const command of commandsOf(settlement)) {
      const outcome = await act(command, card)
      if (outcome.ok) continue
      if (outcome.error.code !== 'failed') setProblem(refusalText(outcome.error))
      return false
    }
    return true
  }
  const commandsOf = (settlement: Settlement): readonly JobCommand[] => {
    const { jobId } = card
    const { payments } = settlement
    if (settlement.kind === 'handOver' && phase === 'finished') return [{ type: 'handOver', jobId, payments, debt: settlement.debt }]
    return [
      ...(now.isProposed ? [{ type: 'setBill', jobId, lines: now.lines, discount: null, replacesSetAtUtcMs: null } as const] : []),
      ...payments.map((payment) => ({ type: 'takePayment', jobId, payment }) as const),
    ]
  }
  return { settle, isSending, problem }
}
