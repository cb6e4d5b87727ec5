import { useState } from 'react'
import type { JobCard } from '../../../core/contract/views.ts'
import type { JobCommand } from './useJobActions.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { type ActRefusal, useJobActions } from './useJobActions.ts'

export type RefusalCode = ActRefusal['code']

export type ActionForm = {
  readonly isSending: boolean
  /** The words of the refusal when its code is among these: for the field that can mend it. */
  readonly at: (codes: readonly RefusalCode[]) => string | null
  /** The words of a refusal that none of the fields shows. */
  readonly besides: (shownByFields: readonly RefusalCode[]) => string | null
  readonly send: (command: JobCommand) => void
}

/** What the dialogs share: send, and close when it stood; else show why not. `onRefused` answers true when it took the refusal over. */
export function useActionForm(card: JobCard, onClose: () => void, onRefused?: (refusal: ActRefusal) => boolean): ActionForm {
  const { act, isSending } = useJobActions()
  const refusalText = useRefusalText()
  const [refusal, setRefusal] = useState<ActRefusal | null>(null)
  const words = refusal === null || refusal.code === 'failed' ? null : refusalText(refusal)
  const isAmong = (codes: readonly RefusalCode[]): boolean => refusal !== null && codes.includes(refusal.code)
  const send = async (command: JobCommand): Promise<void> => {
    const outcome = await act(command, card)
    if (outcome.ok) onClose()
    else if (onRefused?.(outcome.error) !== true) setRefusal(outcome.error)
  }
  return {
    isSending,
    at: (codes) => (isAmong(codes) ? words : null),
    besides: (shownByFields) => (isAmong(shownByFields) ? null : words),
    send: (command) => void send(command),
  }
}
