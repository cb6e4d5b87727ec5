import { Suspense, use, useMemo, useState } from 'react'
import { Redirect } from 'wouter'
import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import { isWaiting } from '../../../../core/domain/consent/state.ts'
import type { ConsentSnapshot, ShownText } from '../../../../core/domain/consent/types.ts'
import { useGarageView } from '../../../app/garageView.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useHello } from '../../../client/queries.ts'
import { formatIn } from '../../../i18n/format.ts'
import { direction, type Language } from '../../../i18n/languages.ts'
import { useLanguage, useText } from '../../../i18n/text.ts'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { useSyncStatus } from '../../sync/syncQueries.ts'
import { ConsentHead } from '../ConsentHead.tsx'
import { textIn } from '../InLanguage.tsx'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import { requestHref } from '../openConsent.ts'
import { linkText } from '../shown.ts'
import { linkProblem } from './linkProblem.ts'
import { LinkSide } from './LinkSide.tsx'
import { useLink } from './useLink.ts'

/** The customer reads, answers and signs on his own phone: grade B. Once he has, the page becomes the record. */
export function LinkPage(props: { job: JobPage; view: ConsentView }) {
  const text = useText()
  if (!isWaiting(props.view.state)) return <Redirect to={requestHref(props.job.card.jobId, props.view.consent.consentId)} replace />
  return (
    <Suspense fallback={<main aria-busy="true" aria-label={text('consent.loading')} />}>
      <OpenLink {...props} />
    </Suspense>
  )
}

function OpenLink({ job, view }: { job: JobPage; view: ConsentView }) {
  const text = useText()
  const { consent } = view
  const { snapshot, consentId } = consent
  const { jobId } = job.card
  const status = useSyncStatus()
  const problem = linkProblem(status)
  const [language, setLanguage] = useState(useLanguage())
  const words = useWords(snapshot, language)
  const link = useLink(jobId, consentId, words, status !== undefined && problem === null)
  const renew = async (): Promise<void> => {
    if (await link.make(true)) showToast({ look: 'done', say: text('sync.link.renewed') })
  }
  const isSent = status !== undefined && status.waiting === 0
  // What the platform has already opens on the customer's phone, whatever the garage's own line does.
  const isThere = link.link !== null && (isSent || (consent.link?.openedAtUtcMs ?? null) !== null)
  const title = text('sync.link.title', { no: snapshot.consentNo })
  return (
    <Screen title={title}>
      <div className="consent-desk calling">
        <ConsentHead job={job} title={title} />
        <ScrollArea className="consent-main call" label={text('sync.link.words')}>
          <header>
            <h2>{text('sync.link.words')}</h2>
            <LanguageSwitch label={text('sync.link.language')} value={language} onChange={setLanguage} />
          </header>
          <p className="shown-text" lang={language} dir={direction[language]}>
            {words.body}
          </p>
        </ScrollArea>
        <LinkSide
          link={link.link}
          state={consent.link}
          problem={
            problem === null ? link.problem : text(isThere && problem === 'offline' ? 'sync.link.offlineSent' : `sync.link.${problem}`)
          }
          isMaking={link.isMaking}
          isSent={isSent}
          hasOtherWords={link.link !== null && !consent.shown.some((each) => each.channel === 'link' && each.text.body === words.body)}
          onRenew={() => void renew()}
          backHref={requestHref(jobId, consentId)}
        />
      </div>
    </Screen>
  )
}

/** The text in the language that the customer reads, whatever the desk speaks. */
function useWords(snapshot: ConsentSnapshot, language: Language): ShownText {
  const { t } = use(textIn(language))
  const { timeZone, moneyUnit } = useGarageView()
  const garageName = useHello().data?.garage?.profile.name ?? ''
  return useMemo(
    () => linkText(snapshot, garageName, { text: t, format: formatIn(t, language, timeZone, moneyUnit) }),
    [snapshot, garageName, t, language, timeZone, moneyUnit],
  )
}
