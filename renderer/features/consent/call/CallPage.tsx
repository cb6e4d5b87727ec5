import { type FormEvent, Suspense, use, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { UtcMs } from '../../../../core/basics/instant.ts'
import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import type { ShownText } from '../../../../core/domain/consent/types.ts'
import { parseMobile } from '../../../../core/persian/mobile.ts'
import { useGarageView } from '../../../app/garageView.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useHello } from '../../../client/queries.ts'
import { formatIn } from '../../../i18n/format.ts'
import { direction, type Language } from '../../../i18n/languages.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useLanguage, useText } from '../../../i18n/text.ts'
import { serviceNow } from '../../../stores/clock.ts'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { ConsentHead } from '../ConsentHead.tsx'
import { readDecider, typedDecider } from '../DeciderFields.tsx'
import { textIn } from '../InLanguage.tsx'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import { requestHref } from '../openConsent.ts'
import { callText } from '../shown.ts'
import { tallyOf } from '../tally.ts'
import { useDraftKept } from '../useDraftKept.ts'
import { useShow } from '../useShow.ts'
import { CallMeDialog } from '../counter/CallMe.tsx'
import { type CounterDraft, conditioned, freshDraft, keptDraft, pressed } from '../counter/counterDraft.ts'
import { CallAnswers } from './CallAnswers.tsx'
import { CallSide } from './CallSide.tsx'

/** The desk reads aloud, the customer answers, the desk notes: grade D, for when nobody can sign. */
export function CallPage(props: { job: JobPage; view: ConsentView }) {
  const text = useText()
  return (
    <Suspense fallback={<main aria-busy="true" aria-label={text('consent.loading')} />}>
      <Call {...props} />
    </Suspense>
  )
}

function Call({ job, view }: { job: JobPage; view: ConsentView }) {
  const text = useText()
  const refusalText = useRefusalText()
  const [, navigate] = useLocation()
  const { send, isSending } = useDeskCommand()
  const { consent } = view
  const { snapshot, snapshotHash, consentId } = consent
  const { jobId } = job.card
  const keep = useDraftKept(jobId, consent, 'call')
  const [language, setLanguage] = useState(useLanguage())
  const words = useWords(consent.snapshot, language)
  const [other, setOther] = useState('')
  const [calledAtUtcMs, setCalledAt] = useState<UtcMs | null>(null)
  const show = useShow(jobId, consent, 'call', calledAtUtcMs === null ? null : words)
  const [draft, setDraft] = useState<CounterDraft>(() => keptOrFresh(view))
  const [decider, setDecider] = useState(() => typedDecider(draft.decidedBy))
  const [readBack, setReadBack] = useState(false)
  const [note, setNote] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPostponing, setPostponing] = useState(false)

  // The customer's own number, unless another one is written.
  const typed = parseMobile(other)
  const number = other.trim() === '' ? snapshot.customer.mobile : typed.ok ? typed.value : null
  const tally = tallyOf(snapshot, draft.answers)
  const isCalling = calledAtUtcMs !== null
  const change = (next: CounterDraft): void => {
    setDraft(next)
    keep(next)
    // What was repeated was something else.
    setReadBack(false)
  }
  const begin = (): void => {
    setAsked(false)
    if (number === null) setAsked(true)
    else setCalledAt(serviceNow())
  }
  const record = async (): Promise<void> => {
    setAsked(true)
    const decidedBy = readDecider(decider)
    if (calledAtUtcMs === null || number === null || decidedBy === null || tally.open.length > 0 || !readBack) return
    const shown = await show.shown()
    if (!shown.ok) return
    const evidence = { channel: 'call', number, calledAtUtcMs, readBack, note: note.trim() } as const
    const { answers } = draft
    const outcome = await send({ type: 'answerConsent', jobId, consentId, snapshotHash, text: words, answers, decidedBy, evidence })
    if (outcome.ok) {
      showToast({ look: 'done', say: text('consent.call.recorded') })
      navigate(requestHref(jobId, consentId), { replace: true })
    } else setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isSending) return
    if (isCalling) void record()
    else begin()
  }
  const refused = show.refusal === null || show.refusal.code === 'failed' ? problem : refusalText(show.refusal)
  const title = text('consent.call.title', { no: snapshot.consentNo })
  return (
    <Screen title={title}>
      <form className="consent-desk calling" onSubmit={submit} noValidate>
        <ConsentHead job={job} title={title} />
        <ScrollArea className="consent-main call" label={text('consent.call.textTitle')}>
          <header>
            <h2>{text('consent.call.textTitle')}</h2>
            <LanguageSwitch label={text('consent.call.textLanguage')} value={language} onChange={setLanguage} />
          </header>
          <p className="say">{text('consent.call.beginSay')}</p>
          <p className="shown-text large" lang={language} dir={direction[language]}>
            {words.body}
          </p>
        </ScrollArea>
        <CallSide
          number={number}
          other={{ value: other, onChange: setOther, error: wasAsked && number === null ? text('consent.call.numberMissing') : null }}
          calledAtUtcMs={calledAtUtcMs}
          snapshot={snapshot}
          tally={tally}
          decider={decider}
          onDecider={setDecider}
          readBack={readBack}
          onReadBack={setReadBack}
          note={note}
          onNote={setNote}
          wasAsked={wasAsked}
          isSending={isSending}
          problem={refused}
          onPostpone={() => setPostponing(true)}
        >
          <CallAnswers
            items={snapshot.items}
            draft={draft}
            onPress={(itemNo, decision) => change(pressed(draft, itemNo, decision))}
            onCondition={(itemNo, condition) => change(conditioned(draft, itemNo, condition))}
          />
        </CallSide>
      </form>
      {isPostponing && <CallMeDialog jobId={jobId} consentId={consentId} onClose={() => setPostponing(false)} />}
    </Screen>
  )
}

/** The text in the language that the customer speaks, whatever the desk reads. */
function useWords(snapshot: ConsentView['consent']['snapshot'], language: Language): ShownText {
  const { t } = use(textIn(language))
  const { timeZone, moneyUnit } = useGarageView()
  const garageName = useHello().data?.garage?.profile.name ?? ''
  return useMemo(
    () => callText(snapshot, garageName, { text: t, format: formatIn(t, language, timeZone, moneyUnit) }),
    [snapshot, garageName, t, language, timeZone, moneyUnit],
  )
}

function keptOrFresh({ consent, drafts }: ConsentView): CounterDraft {
  const kept = drafts.find(({ channel }) => channel === 'call')
  return kept === undefined ? freshDraft(consent.snapshot) : keptDraft(kept)
}
