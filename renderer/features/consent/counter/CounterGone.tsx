import { Link } from 'wouter'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import { useText } from '../../../i18n/text.ts'
import { EmptyState } from '../../../ui/State.tsx'
import { consentHref, requestHref } from '../openConsent.ts'

type CounterGoneProps = { readonly jobId: JobId | null; readonly consentId?: ConsentId }

/** Edited, dropped or expired while it stood there: nothing can be answered any more. */
export function CounterGone({ jobId, consentId }: CounterGoneProps) {
  const text = useText()
  const back = jobId === null ? '/' : consentId === undefined ? consentHref(jobId) : requestHref(jobId, consentId)
  return (
    <main className="counter-end" aria-label={text('consent.counter.goneTitle')}>
      <EmptyState icon="info" title={text('consent.counter.goneTitle')} say={text('consent.counter.goneSay')}>
        <Link href={back} className="btn lg">
          {text('consent.counter.leaveDo')}
        </Link>
      </EmptyState>
    </main>
  )
}
