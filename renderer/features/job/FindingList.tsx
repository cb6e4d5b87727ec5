import { Link } from 'wouter'
import type { JobPage } from '../../../core/contract/views.ts'
import { isClosed } from '../../../core/domain/job/phases.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { findingsToAsk } from '../consent/findingsToAsk.ts'
import { askHref, requestHref } from '../consent/openConsent.ts'
import { Photos } from '../consent/Photos.tsx'
import { SafetyMark } from '../consent/SafetyMark.tsx'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { whenWords } from './when.ts'

/** What the mechanics found beyond the requested work, with its photos, and whether the customer was asked. */
export function FindingList({ job, ask }: { job: JobPage; ask: (question: JobQuestion) => void }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  const { may } = useJobActions()
  const { findings } = job.account
  const { jobId } = job.card
  const isOpen = !isClosed(job.phase)
  if (findings.length === 0) return null
  return (
    <section className="job-sec apart findings">
      <h2>
        {text('job.findings.title')}
        {isOpen && may('askConsent') && findingsToAsk(job.account).length > 0 && (
          <Link href={askHref(jobId)} className="btn sm tint end">
            {text('job.findings.ask')}
          </Link>
        )}
      </h2>
      <ul>
        {findings.map(({ finding, byName, consentId }) => {
          const { findingId, title, note, grade, photos, atUtcMs, droppedFor } = finding
          return (
            <li key={findingId} className={droppedFor === null ? '' : 'dropped'}>
              <div>
                <p className="title">
                  <b>{title}</b> <SafetyMark grade={grade} />
                </p>
                {note !== '' && <p className="note">{note}</p>}
                <small>
                  {text('job.findings.by', { by: byName ?? text('domain.system'), at: whenWords(atUtcMs, minute, format) })}
                  {text('common.semicolon')}
                  {droppedFor !== null ? (
                    text('job.findings.dropped', { reason: droppedFor })
                  ) : consentId === null ? (
                    text('job.findings.notAsked')
                  ) : (
                    <Link href={requestHref(jobId, consentId)} className="link">
                      {text('job.findings.asked')}
                    </Link>
                  )}
                </small>
              </div>
              <div className="photos">
                <Photos hashes={photos} of={title} most={3} />
              </div>
              {isOpen && droppedFor === null && consentId === null && may('dropFinding') && (
                <Button look="quiet" size="sm" onPress={() => ask({ kind: 'dropFinding', jobId, findingId })}>
                  {text('job.findings.drop')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
