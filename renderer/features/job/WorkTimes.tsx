import { minuteMs } from '../../../core/basics/instant.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import { isWorkOver } from '../../../core/domain/job/phases.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { serviceTime, useMinute } from '../../stores/clock.ts'
import { Bar } from '../../ui/Progress.tsx'

/** Estimate against work done; pauses do not count. */
export function WorkTimes({ job, readAtMs }: { job: JobPage; readAtMs: number }) {
  const text = useText()
  const format = useFormat()
  const workedMin = useWorkedMin(job, readAtMs)
  const { estimateMin, card, bayName, mechanicName, pause, phase } = job
  const quotedMin = card.services.reduce((sum, service) => sum + service.quotedMin, 0)
  const overMin = workedMin === null ? 0 : Math.round(workedMin) - estimateMin
  return (
    <section className="job-sec apart">
      <h2>
        {text('job.work.title')}
        {bayName !== null && mechanicName !== null && <small>{text('job.work.place', { bay: bayName, mechanic: mechanicName })}</small>}
      </h2>
      <dl className="job-times">
        <div>
          <dt>{text('job.work.quoted')}</dt>
          <dd>{format.minutes(quotedMin)}</dd>
        </div>
        <div>
          <dt>{text('job.work.estimate')}</dt>
          <dd>{format.minutes(estimateMin)}</dd>
        </div>
        <div>
          <dt>{text('job.work.worked')}</dt>
          <dd>{workedMin === null ? <span className="quiet">{text('job.work.notStarted')}</span> : format.minutes(workedMin)}</dd>
        </div>
      </dl>
      {workedMin !== null && (
        <>
          <Bar share={workedMin / Math.max(1, estimateMin)} look={pause !== null ? 'held' : overMin > 0 ? 'over' : 'run'} />
          <p className="say">
            {pause !== null
              ? text('job.work.stands', { reason: text(`domain.pauseReason.${pause.reason}`), since: format.time(pause.pausedAtUtcMs) })
              : overMin > 0
                ? text('job.work.over', { minutes: format.minutes(overMin) })
                : isWorkOver(phase)
                  ? overMin < 0 && text('job.work.under', { minutes: format.minutes(-overMin) })
                  : text('job.work.left', { minutes: format.minutes(-overMin) })}
          </p>
        </>
      )}
    </section>
  )
}

/** What was worked when the job was read, and the minutes since while work goes on. */
function useWorkedMin({ workedMs, sinceUtcMs }: JobPage, readAtMs: number): number | null {
  const minute = useMinute()
  if (workedMs === null) return null
  const runningMs = sinceUtcMs === null ? 0 : Math.max(0, minute - serviceTime(readAtMs))
  return (workedMs + runningMs) / minuteMs
}
