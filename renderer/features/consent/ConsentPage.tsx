import { Link, Redirect, useParams } from 'wouter'
import { isJobId, type JobId } from '../../../core/basics/ids.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import { isWaiting } from '../../../core/domain/consent/state.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useJob } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState, ErrorState } from '../../ui/State.tsx'
import { AskPage } from './ask/AskPage.tsx'
import { CallPage } from './call/CallPage.tsx'
import { LinkPage } from './link/LinkPage.tsx'
import { askHref, requestHref } from './openConsent.ts'
import { RequestPage } from './desk/RequestPage.tsx'

/** `#/consent/:jobId/:view?/:consentId?`: asking at the desk, and what became of it (openConsent.ts). */
export function ConsentPage() {
  const { jobId } = useParams<{ jobId: string }>()
  return isJobId(jobId) ? <LoadedConsentPage jobId={jobId} /> : <NotFound />
}

function LoadedConsentPage({ jobId }: { jobId: JobId }) {
  const text = useText()
  const { data: job, isError, refetch } = useJob(jobId)
  const { view, consentId } = useParams<{ view?: string; consentId?: string }>()
  if (isError) {
    return (
      <Screen title={text('consent.failedTitle')} scrolls>
        <div className="p-8">
          <ErrorState title={text('consent.failedTitle')} say={text('consent.failedSay')}>
            <Button look="primary" onPress={() => void refetch()}>
              {text('common.retry')}
            </Button>
          </ErrorState>
        </div>
      </Screen>
    )
  }
  if (job === undefined) return <main aria-busy="true" aria-label={text('consent.loading')} />
  if (job === null) return <NotFound />
  if (view === 'ask') return <AskPage key={jobId} job={job} source={{ kind: 'new' }} />
  const request = job.account.consents.find(({ consent }) => consent.consentId === consentId)
  if (view === undefined) return <Redirect to={entryHref(job)} replace />
  if (request === undefined) return <NotFound />
  switch (view) {
    case 'edit':
    case 'again':
      return <AskPage key={`${view} ${consentId}`} job={job} source={{ kind: view, view: request }} />
    case 'call':
      return <CallPage key={consentId} job={job} view={request} />
    case 'link':
      return <LinkPage key={consentId} job={job} view={request} />
    case 'of':
      return <RequestPage key={consentId} job={job} view={request} />
    default:
      return <NotFound />
  }
}

/** The request that waits, else a new one. */
function entryHref({ card: { jobId }, account }: JobPage): string {
  const waiting = account.consents.find(({ state }) => isWaiting(state))
  return waiting === undefined ? askHref(jobId) : requestHref(jobId, waiting.consent.consentId)
}

function NotFound() {
  const text = useText()
  return (
    <Screen title={text('consent.notFoundTitle')} scrolls>
      <div className="p-8">
        <EmptyState icon="search" title={text('consent.notFoundTitle')} say={text('consent.notFoundSay')}>
          <Link href="/" className="btn">
            {text('errors.toToday')}
          </Link>
        </EmptyState>
      </div>
    </Screen>
  )
}
