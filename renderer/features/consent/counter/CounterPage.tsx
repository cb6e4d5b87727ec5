import { startTransition, useState } from 'react'
import { useParams } from 'wouter'
import { isJobId, isUuidV7, type ConsentId, type JobId } from '../../../../core/basics/ids.ts'
import type { ConsentView } from '../../../../core/contract/views.ts'
import { useHello, useJob } from '../../../client/queries.ts'
import type { Language } from '../../../i18n/languages.ts'
import { useLanguage, useText } from '../../../i18n/text.ts'
import { InLanguage, usePageLanguage } from '../InLanguage.tsx'
import { CounterDone } from './CounterDone.tsx'
import { CounterGone } from './CounterGone.tsx'
import { CounterScreen } from './CounterScreen.tsx'

/** `#/counter/:jobId/:consentId`, turned to the customer: his request, his language, nothing of anybody else. */
export function CounterPage() {
  const { jobId, consentId } = useParams<{ jobId: string; consentId: string }>()
  const [language, setLanguage] = useState(useLanguage())
  usePageLanguage(language)
  return (
    <InLanguage language={language}>
      {isJobId(jobId) && isConsentId(consentId) ? (
        <LoadedCounter
          jobId={jobId}
          consentId={consentId}
          // The words before stay until the new ones are loaded.
          onLanguage={(next) => startTransition(() => setLanguage(next))}
        />
      ) : (
        <CounterGone jobId={null} />
      )}
    </InLanguage>
  )
}

type LoadedCounterProps = { readonly jobId: JobId; readonly consentId: ConsentId; readonly onLanguage: (language: Language) => void }

function LoadedCounter({ jobId, consentId, onLanguage }: LoadedCounterProps) {
  const text = useText()
  const { data: job } = useJob(jobId)
  const garage = useHello().data?.garage
  if (job === undefined || !garage) return <main aria-busy="true" aria-label={text('consent.loading')} />
  const view = job?.account.consents.find(({ consent }) => consent.consentId === consentId)
  if (view === undefined) return <CounterGone jobId={jobId} />
  const garageName = garage.profile.name
  if (view.consent.answer !== null) return <CounterDone jobId={jobId} view={view} garageName={garageName} />
  if (!isOpen(view)) return <CounterGone jobId={jobId} consentId={consentId} />
  return <CounterScreen jobId={jobId} view={view} garageName={garageName} onLanguage={onLanguage} />
}

function isOpen({ state }: ConsentView): boolean {
  return state === 'open'
}

function isConsentId(text: string | undefined): text is ConsentId {
  return text !== undefined && isUuidV7(text)
}
