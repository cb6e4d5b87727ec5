import { useState } from 'react'
import { useLocation } from 'wouter'
import { assertNever } from '../../../core/basics/assertNever.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { RequestPage } from '../../../core/contract/syncViews.ts'
import { requestStatus, standingOffer } from '../../../core/domain/request/state.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { useDeskCommand } from '../jobActions/useDeskCommand.ts'
import { whenWords } from '../job/when.ts'
import { Countdown } from './Countdown.tsx'
import { useKeptOffer } from './offer/keptOffers.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { offerHref } from './requestHref.ts'

type NextPanelProps = {
  readonly page: RequestPage
  readonly nowUtcMs: UtcMs
  /** A crossing that nobody has seen yet has the page's filled button. */
  readonly isQuiet: boolean
}

/** Where it stands and what comes next. */
export function NextPanel({ page, nowUtcMs, isQuiet }: NextPanelProps) {
  const { request } = page
  const status = requestStatus(request, nowUtcMs)
  switch (status) {
    case 'new':
    case 'missed':
    case 'offered':
    case 'expired':
      return <OpenPanel page={page} status={status} nowUtcMs={nowUtcMs} />
    case 'accepted':
      return <AcceptedPanel page={page} nowUtcMs={nowUtcMs} isQuiet={isQuiet} />
    case 'takenBack':
    case 'declined':
      return <EndedPanel kind={status} reason={request[status]?.reason ?? ''} />
    default:
      return assertNever(status)
  }
}

type OpenStatus = 'new' | 'missed' | 'offered' | 'expired'

function OpenPanel({ page, status, nowUtcMs }: { page: RequestPage; status: OpenStatus; nowUtcMs: UtcMs }) {
  const text = useText()
  const [, navigate] = useLocation()
  const { may } = useDeskCommand()
  const [question, ask] = useState<'withdraw' | 'decline' | null>(null)
  const { request } = page
  const { requestId, wanted } = request
  const kept = useKeptOffer(requestId)
  const standing = standingOffer(request)
  const isWithdrawn = standing === null && request.offers.length > 0
  const words = isWithdrawn ? 'withdrawn' : status
  const untilUtcMs = standing?.validUntilUtcMs ?? request.answerByUtcMs
  return (
    <section className="job-next">
      <h2>{text(`requests.next.${words}Title`)}</h2>
      {!isWithdrawn && (
        <Countdown
          untilUtcMs={untilUtcMs}
          nowUtcMs={nowUtcMs}
          say={text(standing === null ? 'requests.left.answerTitle' : 'requests.left.validityTitle')}
        />
      )}
      <p>{text(`requests.next.${words}Say`)}</p>
      {may('makeOffer') && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what Enter does on this page
        <Button look="primary" size="lg" kbd="↵" autoFocus onPress={() => navigate(offerHref(requestId))}>
          {text(kept !== null ? 'requests.next.goOn' : request.offers.length === 0 ? 'requests.next.makeOffer' : 'requests.next.revise')}
        </Button>
      )}
      {standing !== null && may('withdrawOffer') && <Button onPress={() => ask('withdraw')}>{text('requests.next.withdraw')}</Button>}
      {may('declineRequest') && (
        <Button look="quiet" onPress={() => ask('decline')}>
          {text('requests.next.decline')}
        </Button>
      )}
      {question === 'withdraw' && standing !== null && (
        <ReasonDialog
          wanted={wanted}
          title={text('requests.withdraw.title')}
          say={text('requests.withdraw.say', { no: standing.revision })}
          doLabel={text('requests.withdraw.do')}
          doneSay={text('requests.withdraw.done')}
          commandOf={(reason) => ({ type: 'withdrawOffer', requestId, revision: standing.revision, reason })}
          onClose={() => ask(null)}
        />
      )}
      {question === 'decline' && (
        <ReasonDialog
          wanted={wanted}
          title={text('requests.decline.title')}
          say={text('requests.decline.say')}
          doLabel={text('requests.decline.do')}
          doneSay={text('requests.decline.done')}
          commandOf={(reason) => ({ type: 'declineRequest', requestId, reason })}
          onClose={() => ask(null)}
        />
      )}
    </section>
  )
}

function AcceptedPanel({ page: { request, job }, nowUtcMs, isQuiet }: NextPanelProps) {
  const text = useText()
  const format = useFormat()
  const [, navigate] = useLocation()
  const { acceptance } = request
  if (acceptance === null) return null
  const time = whenWords(acceptance.atUtcMs, nowUtcMs, format)
  return (
    <section className="job-next">
      <h2>{text('requests.next.acceptedTitle')}</h2>
      <p>{text('requests.next.acceptedSay', { no: acceptance.revision, time })}</p>
      {job === null ? (
        <p>{text('requests.next.jobComing')}</p>
      ) : (
        <>
          <p>
            {job.slotStartUtcMs === null
              ? text('requests.next.noSlot')
              : text('requests.next.slot', { slot: format.dateTime(job.slotStartUtcMs) })}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- what Enter does on this page */}
          <Button look={isQuiet ? 'plain' : 'primary'} autoFocus={!isQuiet} onPress={() => navigate(`/jobs/${job.jobId}`)}>
            {text('requests.next.openJob', { no: job.jobNo })}
          </Button>
        </>
      )}
    </section>
  )
}

function EndedPanel({ kind, reason }: { kind: 'takenBack' | 'declined'; reason: string }) {
  const text = useText()
  return (
    <section className="job-next">
      <h2>{text(`requests.next.${kind}Title`)}</h2>
      <p>{reason === '' ? text('requests.next.noReason') : text('requests.next.reason', { reason })}</p>
    </section>
  )
}
