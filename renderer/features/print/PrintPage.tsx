import { Suspense, useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { isJobId, type JobId } from '../../../core/basics/ids.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import type { Profile } from '../../../core/domain/garage/types.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useHello, useJob } from '../../client/queries.ts'
import { direction, type Language } from '../../i18n/languages.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segmented } from '../../ui/RadioGroup.tsx'
import { EmptyState, ErrorState } from '../../ui/State.tsx'
import { InLanguage } from '../consent/InLanguage.tsx'
import { LanguageSwitch } from '../consent/LanguageSwitch.tsx'
import { ConsentPaper } from './ConsentPaper.tsx'
import { InvoicePaper } from './InvoicePaper.tsx'
import { documentOf, documentTitle, papersOf, type PrintDocument } from './printDocument.ts'
import type { Paper } from './papers.ts'
import { usePageRule } from './usePageRule.ts'

/** `#/print/receipt/:jobId`, `.../invoice/:jobId`, `.../consent/:jobId/:consentId`: the paper as it will be, then the printer. */
export function PrintPage() {
  const { kind, jobId, consentId } = useParams<{ kind: string; jobId: string; consentId?: string }>()
  return isJobId(jobId) ? <LoadedPrint kind={kind} jobId={jobId} consentId={consentId ?? null} /> : <NothingToPrint />
}

type LoadedPrintProps = { readonly kind: string; readonly jobId: JobId; readonly consentId: string | null }

function LoadedPrint({ kind, jobId, consentId }: LoadedPrintProps) {
  const text = useText()
  const { data: job, isError, refetch } = useJob(jobId)
  const profile = useHello().data?.garage?.profile
  if (isError) {
    return (
      <Screen title={text('print.failedTitle')} scrolls>
        <div className="p-8">
          <ErrorState title={text('print.failedTitle')} say={text('print.failedSay')}>
            <Button look="primary" onPress={() => void refetch()}>
              {text('common.retry')}
            </Button>
          </ErrorState>
        </div>
      </Screen>
    )
  }
  if (job === undefined || profile === undefined) return <main aria-busy="true" aria-label={text('common.loading')} />
  const document = job === null ? null : documentOf(kind, job, consentId)
  if (job === null || document === null) return <NothingToPrint />
  return <Preview key={`${kind} ${jobId} ${consentId ?? ''}`} job={job} document={document} profile={profile} />
}

function Preview({ job, document, profile }: { job: JobPage; document: PrintDocument; profile: Profile }) {
  const text = useText()
  const ownLanguage = useLanguage()
  const papers = papersOf(document)
  const [paper, setPaper] = useState<Paper>(document.kind === 'receipt' ? 'roll80' : 'a5')
  const [language, setLanguage] = useState<Language>(ownLanguage)
  const sheet = useRef<HTMLElement>(null)
  usePageRule(paper, sheet)
  usePrintKey()
  const title = documentTitle(document, job, text)
  return (
    <Screen title={text('print.preview', { title })} scrolls>
      <div className="print-page">
        <header className="print-tools">
          <Link href={`/jobs/${job.card.jobId}`} className="page-back link">
            <Icon name="back" size="m" />
            {text('print.back', { no: job.card.jobNo })}
          </Link>
          <h1>{title}</h1>
          <Segmented
            label={text('print.paperLabel')}
            choices={papers.map((id) => ({ id, label: text(`print.paper.${id}`) }))}
            value={paper}
            onChange={setPaper}
          />
          <LanguageSwitch label={text('print.language')} value={language} onChange={setLanguage} />
          <Button look="primary" icon="printer" kbd="↵" onPress={() => window.print()}>
            {text('print.do')}
          </Button>
        </header>
        <div className="print-desk">
          <article ref={sheet} className={`paper ${paper}`} lang={language} dir={direction[language]} aria-label={title}>
            <Suspense>
              <InLanguage language={language}>
                {document.kind === 'consent' ? (
                  <ConsentPaper job={job} view={document.view} profile={profile} />
                ) : (
                  <InvoicePaper job={job} document={document} profile={profile} isRoll={paper === 'roll80'} />
                )}
              </InLanguage>
            </Suspense>
          </article>
        </div>
      </div>
    </Screen>
  )
}

/** Enter prints while nothing else has the focus. */
function usePrintKey(): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      const { target } = event
      const isResting = target === document.body || (target instanceof HTMLElement && target.tagName === 'MAIN')
      if (event.key === 'Enter' && isResting && !event.repeat && !event.defaultPrevented) window.print()
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [])
}

function NothingToPrint() {
  const text = useText()
  return (
    <Screen title={text('print.notFoundTitle')} scrolls>
      <div className="p-8">
        <EmptyState icon="printer" title={text('print.notFoundTitle')} say={text('print.notFoundSay')}>
          <Link href="/" className="btn">
            {text('errors.toToday')}
          </Link>
        </EmptyState>
      </div>
    </Screen>
  )
}
