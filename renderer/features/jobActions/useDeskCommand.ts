import { useMemo } from 'react'
import { err, type Result } from '../../../core/basics/result.ts'
import type { Done } from '../../../core/contract/contract.ts'
import type { Refusal } from '../../../core/contract/refusals.ts'
import type { CommandType } from '../../../core/domain/commands.ts'
import type { Person } from '../../../core/domain/garage/types.ts'
import { mayDo } from '../../../core/domain/people/rights.ts'
import { type PageCommand, useCommand } from '../../client/queries.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { showToast } from '../../ui/toasts.ts'
import { useDeskPerson } from '../desk/deskPerson.ts'

/** `failed`: nothing is left to be said. The call itself went wrong, and a toast has said so; or the desk let it be. */
export type SendRefusal = Refusal | { readonly code: 'failed' }

export type DeskCommand = {
  readonly person: Person | null
  readonly isSending: boolean
  /** Whether whoever is at the desk has the right; what he has not is not offered. */
  readonly may: (command: CommandType) => boolean
  readonly send: (command: PageCommand) => Promise<Result<Done, SendRefusal>>
}

/** Commands under the name of whoever is at the desk. */
export function useDeskCommand(): DeskCommand {
  const text = useText()
  const person = useDeskPerson()
  const { mutateAsync, isPending } = useCommand()
  const desk = useMemo(() => deskOf(person, mutateAsync, text), [person, mutateAsync, text])
  return { ...desk, isSending: isPending }
}

function deskOf(
  person: Person | null,
  sendCommand: ReturnType<typeof useCommand>['mutateAsync'],
  text: Text,
): Omit<DeskCommand, 'isSending'> {
  return {
    person,
    may: (command) => person !== null && mayDo(person.role, command),
    send: async (command) => {
      if (person === null) return err({ code: 'unknownActor' })
      try {
        return await sendCommand({ actorId: person.personId, command })
      } catch {
        showToast({ look: 'danger', say: text('jobActions.failed') })
        return err({ code: 'failed' })
      }
    },
  }
}
