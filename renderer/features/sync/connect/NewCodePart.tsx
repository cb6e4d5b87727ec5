import { useEffect, useState } from 'react'
import type { NewCode } from '../../../../core/contract/syncViews.ts'
import { client } from '../../../client/client.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { serviceNow } from '../../../stores/clock.ts'
import { Button } from '../../../ui/Button.tsx'
import { useDeskPerson } from '../../desk/deskPerson.ts'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { copyText } from '../copyText.ts'
import { timeLeft } from './countdown.ts'
import { Qr } from './Qr.tsx'
import { useConnectWords } from './refusalWords.ts'

/** A one-time code for another PC of this garage, as long as it holds. */
export function NewCodePart({ url }: { url: string }) {
  const text = useText()
  const words = useConnectWords()
  const person = useDeskPerson()
  const [code, setCode] = useState<NewCode | null>(null)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    if (person === null) return
    setSending(true)
    setProblem(null)
    const made = await client.newCode({ actorId: person.personId }).catch(() => null)
    setSending(false)
    if (made?.ok === true) setCode(made.value)
    else setProblem(words(made === null ? { code: 'failed' } : made.error))
  }
  return (
    <>
      {code !== null && <CodeShown code={code} url={url} />}
      <StepProblem words={problem} />
      <div>
        <Button icon="add" isPending={isSending} onPress={() => void make()}>
          {text('sync.platform.newCode')}
        </Button>
      </div>
    </>
  )
}

function CodeShown({ code: { code, expiresAtUtcMs }, url }: { code: NewCode; url: string }) {
  const text = useText()
  const format = useFormat()
  const left = timeLeft(expiresAtUtcMs, useSecond(), format)
  if (left === null) {
    return (
      <p className="act-problem" role="alert">
        {text('sync.platform.codeOver')}
      </p>
    )
  }
  return (
    <section className="new-code">
      <div>
        <h3>{text('sync.platform.codeTitle')}</h3>
        <p className="say">{text('sync.platform.codeSay')}</p>
        <p>
          <bdi className="ltr">{url}</bdi>
        </p>
        <p className="code">
          <bdi className="ltr">{code}</bdi>
        </p>
        {/* Read aloud by nobody every second: it is there to be looked at. */}
        <p className="say">{text('sync.platform.codeLeft', { time: left })}</p>
        <Button
          icon="file"
          onPress={() => copyText(code, { done: text('sync.platform.codeCopied'), failed: text('sync.platform.copyFailed') })}
        >
          {text('sync.platform.codeCopy')}
        </Button>
      </div>
      <Qr data={`${url}\n${code}`} label={text('sync.platform.qr')} sizePx={168} />
    </section>
  )
}

/** The service's time, redrawn each second. */
function useSecond() {
  const [now, setNow] = useState(serviceNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
