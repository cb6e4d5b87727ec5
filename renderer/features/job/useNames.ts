import { useMemo } from 'react'
import type { ActorId } from '../../../core/basics/ids.ts'
import { useHello } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'

/** Who an actor is, as the garage calls him now. */
export function useNames(): (actorId: ActorId) => string {
  const text = useText()
  const people = useHello().data?.garage?.people
  return useMemo(() => {
    const names = new Map<string, string>((people ?? []).map(({ personId, name }) => [personId, name]))
    return (actorId) => {
      if (actorId === 'customer' || actorId === 'platform') return text('domain.customerOnPlatform')
      return names.get(actorId) ?? text('domain.system')
    }
  }, [people, text])
}
