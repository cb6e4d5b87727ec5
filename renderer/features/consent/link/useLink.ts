import { useEffect, useRef, useState } from 'react'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import type { ConsentLinkView } from '../../../../core/contract/syncViews.ts'
import type { ShownText } from '../../../../core/domain/consent/types.ts'
import { client } from '../../../client/client.ts'
import { newCommandId } from '../../../client/queries.ts'
import { useLatest } from '../../../ui/useLatest.ts'
import { useDeskPerson } from '../../desk/deskPerson.ts'
import { type ConnectRefusal, useConnectWords } from '../../sync/connect/refusalWords.ts'

/** Makes the link, or takes the one that holds; another one when it is asked for. */
export function useLink(jobId: JobId, consentId: ConsentId, words: ShownText, isWanted: boolean) {
  const refusalWords = useConnectWords()
  const person = useDeskPerson()
  const [link, setLink] = useState<ConsentLinkView | null>(null)
  const [refusal, setRefusal] = useState<ConnectRefusal | null>(null)
  const [isMaking, setMaking] = useState(false)
  const wasBegun = useRef(false)

  /** @param text other words than those of the last link ask for another link */
  const make = async (renew: boolean, text = words): Promise<boolean> => {
    if (person === null) return false
    setMaking(true)
    const input = { commandId: newCommandId(), actorId: person.personId, jobId, consentId, text, renew }
    const made = await client.consentLink(input).catch(() => null)
    setMaking(false)
    setRefusal(made === null ? { code: 'failed' } : made.ok ? null : made.error)
    if (made?.ok === true) setLink(made.value)
    return made?.ok === true
  }
  const latest = useLatest(make)
  const isReady = isWanted && person !== null
  useEffect(() => {
    if (!isReady || wasBegun.current) return
    wasBegun.current = true
    void latest.current(false)
  }, [isReady, latest])
  return { link, make, isMaking, problem: refusal === null ? null : refusalWords(refusal) }
}
