import { useState } from 'react'
import { minuteMs } from '../../../core/basics/instant.ts'
import type { WorkCard } from '../../../core/contract/views.ts'
import { workedMs } from '../../../core/domain/job/evolve.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { Bar } from '../../ui/Progress.tsx'
import { JobDialog } from '../jobActions/JobDialog.tsx'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { FinishSheet } from './FinishSheet.tsx'
import type { PartLine } from './partLines.ts'
import { PauseSheet } from './PauseSheet.tsx'
import { Titles } from './Titles.tsx'

/** The car in work: whose it is, how far the time is, and the three steps. */
export function RunningCar({ card, lines }: { card: WorkCard; lines: readonly PartLine[] }) {
  const text = useText()
  const { vehicle, customer, services, jobNo } = card
  return (
    <section className="bay-run" aria-label={text('mechanic.running')}>
      <div className="id">
        <Plate plate={vehicle.plate} heightPx={40} />
        <p>
          <b>
            <bdi>{vehicle.model}</bdi>
          </b>
          <small>
            <PersonName name={customer.name} short />
            {customer.name !== '' && text('common.comma')}
            {text('common.jobNo', { no: jobNo })}
          </small>
        </p>
      </div>
      <WorkedTime card={card} />
      <p className="services">
        <Titles services={services} />
      </p>
      {card.note !== '' && (
        <p className="note">
          <Icon name="message" size="m" />
          {card.note}
        </p>
      )}
      <Steps card={card} lines={lines} />
    </section>
  )
}

function WorkedTime({ card }: { card: WorkCard }) {
  const text = useText()
  const format = useFormat()
  const worked = Math.floor(workedMs(card, useMinute()) / minuteMs)
  const { estimateMin, endsAboutUtcMs, pause } = card
  const overMin = worked - estimateMin
  const end =
    pause !== null
      ? text('mechanic.standsSince', { reason: text(`domain.pauseReason.${pause.reason}`), time: format.time(pause.pausedAtUtcMs) })
      : overMin > 0
        ? text('mechanic.over', { count: overMin })
        : endsAboutUtcMs === null
          ? ''
          : text('mechanic.readyAbout', { time: format.time(endsAboutUtcMs) })
  return (
    <div className="worked">
      <p>
        <b>{format.number(worked)}</b>
        <span>{text('mechanic.ofMinutes', { count: estimateMin })}</span>
        <span className={`end ${pause !== null ? 'held' : overMin > 0 ? 'late' : ''}`}>{end}</span>
      </p>
      <Bar share={worked / Math.max(1, estimateMin)} look={pause !== null ? 'held' : overMin > 0 ? 'over' : 'run'} />
    </div>
  )
}

function Steps({ card, lines }: { card: WorkCard; lines: readonly PartLine[] }) {
  const text = useText()
  const { run, isSending } = useJobActions()
  const [asks, ask] = useState<'pause' | 'finish' | null>(null)
  const [question, askJob] = useState<JobQuestion | null>(null)
  const left = lines.filter(({ state, isDone }) => (state === 'agreed' && !isDone) || state === 'pending')
  const { jobId, bayId, mechanicId, pause } = card
  const finish = (): void => {
    if (left.length > 0) ask('finish')
    else void run({ type: 'finishWork', jobId }, card)
  }
  const resume = (): void => {
    // Another car may stand in the bay that was freed.
    if (pause?.freesBay === true) askJob({ kind: 'resume', jobId })
    else void run({ type: 'resumeWork', jobId, bayId, mechanicId }, card)
  }
  return (
    <>
      {card.phase === 'inWork' ? (
        <div className="steps">
          <Button size="touch" icon="pause" onPress={() => ask('pause')}>
            {text('jobActions.asks', { label: text('jobActions.pauseWork') })}
          </Button>
          <Button size="touch" icon="check" isPending={isSending} onPress={finish}>
            {left.length > 0 ? text('jobActions.asks', { label: text('jobActions.finishWork') }) : text('jobActions.finishWork')}
          </Button>
        </div>
      ) : (
        <div className="steps one">
          <Button size="touch" look="primary" icon="play" isPending={isSending} onPress={resume}>
            {pause?.freesBay === true ? text('jobActions.asks', { label: text('jobActions.resumeWork') }) : text('jobActions.resumeWork')}
          </Button>
        </div>
      )}
      {asks === 'pause' && <PauseSheet card={card} onClose={() => ask(null)} />}
      {asks === 'finish' && <FinishSheet card={card} left={left} onClose={() => ask(null)} />}
      <JobDialog question={question} onAsk={askJob} />
    </>
  )
}
