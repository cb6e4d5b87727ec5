import { useEffect, useRef, useState } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import { ok, type Result } from '../../../core/basics/result.ts'
import type { Consent, CounterChannel, ShownText } from '../../../core/domain/consent/types.ts'
import { type SendRefusal, useDeskCommand } from '../jobActions/useDeskCommand.ts'

type Shown = Promise<Result<unknown, SendRefusal>>

/**
 * Records the exact words that are before the customer, again whenever they change. `shown` is waited for before an answer is
 * sent. What the newest showing on this channel already says is not said twice: a reload is no second showing.
 */
export function useShow(jobId: JobId, consent: Consent, channel: CounterChannel, text: ShownText | null) {
  const { send } = useDeskCommand()
  const [refusal, setRefusal] = useState<SendRefusal | null>(null)
  const last = useRef<{ readonly text: ShownText; readonly shown: Shown } | null>(null)
  useEffect(() => {
    if (text === null || (last.current !== null && isSame(last.current.text, text))) return
    const { consentId } = consent
    const before = consent.shown.find((each) => each.channel === channel)?.text
    const isKnown = last.current === null && before !== undefined && isSame(before, text)
    const shown: Shown = isKnown ? Promise.resolve(ok(null)) : send({ type: 'showConsent', jobId, consentId, channel, text })
    last.current = { text, shown }
    void shown.then((outcome) => setRefusal(outcome.ok ? null : outcome.error))
  }, [jobId, consent, channel, text, send])
  return { refusal, shown: (): Shown => last.current?.shown ?? Promise.resolve(ok(null)) }
}

function isSame(a: ShownText, b: ShownText): boolean {
  return a.body === b.body && a.language === b.language && a.version === b.version
}
