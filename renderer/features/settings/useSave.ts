import { useState } from 'react'
import type { CatalogueCommand, GarageCommand } from '../../../core/domain/commands.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { showToast } from '../../ui/toasts.ts'
import { type SendRefusal, useDeskCommand } from '../jobActions/useDeskCommand.ts'

export type Saving = {
  readonly isSaving: boolean
  readonly refusal: SendRefusal | null
  /** The words of the refusal when its code is among these: for the field that can mend it. */
  readonly at: (...codes: readonly SendRefusal['code'][]) => string | null
  /** The words of a refusal that none of the fields shows. */
  readonly besides: (...shownByFields: readonly SendRefusal['code'][]) => string | null
  /** True when it was saved. */
  readonly save: (command: GarageCommand | CatalogueCommand) => Promise<boolean>
}

/** Saves a setting, says so, and keeps the refusal for the form that has to show it. */
export function useSave(): Saving {
  const text = useText()
  const refusalText = useRefusalText()
  const { send, isSending } = useDeskCommand()
  const [refusal, setRefusal] = useState<SendRefusal | null>(null)
  const words = refusal === null || refusal.code === 'failed' ? null : refusalText(refusal)
  const isAmong = (codes: readonly SendRefusal['code'][]): boolean => refusal !== null && codes.includes(refusal.code)
  return {
    isSaving: isSending,
    refusal,
    at: (...codes) => (isAmong(codes) ? words : null),
    besides: (...shownByFields) => (isAmong(shownByFields) ? null : words),
    save: async (command) => {
      const outcome = await send(command)
      setRefusal(outcome.ok ? null : outcome.error)
      if (outcome.ok) showToast({ look: 'done', say: text('settings.saved') })
      return outcome.ok
    },
  }
}
