import { useEffect, useRef, useState } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import { ok, type Result } from '../../../core/basics/result.ts'
import type { Consent, CounterChannel, ShownText } from '../../../core/domain/consent/types.ts'
import { useLatest } from '../../ui/useLatest.ts'
import { type SendRefusal, useDeskCommand } from '../jobActions/useDeskCommand.ts'

type Outcome = Promise<Result<unknown, SendRefusal>>

/**
 * Records the exact words that are before the customer, again whenever they change. `shown` is waited for before an answer is
 * sent, and tries once more what went wrong. What was shown on this channel before is not said twice: a reload
 * is no second showing.
 */
export function useShow(jobId: JobId, consent: Consent, channel: CounterChannel, text: ShownText | null) {
  const { send } = useDeskCommand()
  const [refusal, setRefusal] = useState<SendRefusal | null>(null)
  const last = useRef<{ readonly text: ShownText; readonly outcome: Outcome } | null>(null)

  const tell = async (words: ShownText): Outcome => {
    const outcome = await send({ type: 'showConsent', jobId, consentId: consent.consentId, channel, text: words })
    setRefusal(outcome.ok ? null : outcome.error)
    return outcome
  }
  const latest = useLatest({ tell, before: consent.shown.filter((each) => each.channel === channel).map((each) => each.text) })

  useEffect(() => {
    if (text === null || (last.current !== null && isSame(last.current.text, text))) return
    const { before } = latest.current
    const isKnown = last.current === null && before.some((each) => isSame(each, text))
    last.current = { text, outcome: isKnown ? Promise.resolve(ok(null)) : latest.current.tell(text) }
  }, [text, latest])

  const shown = async (): Outcome => {
    const told = last.current
    if (told === null) return ok(null)
    const outcome = await told.outcome
    if (outcome.ok) return outcome
    last.current = { ...told, outcome: tell(told.text) }
    return await last.current.outcome
  }
  return { refusal, shown }
}

function isSame(a: ShownText, b: ShownText): boolean {
  return a.body === b.body && a.language === b.language && a.version === b.version
}
