import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { assertNever } from '../../../../core/basics/assertNever.ts'
import type { SyncTask } from '../../../../core/contract/syncViews.ts'
import type { VisitLine } from '../../../../core/contract/views.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { PersonName } from '../../../ui/PersonName.tsx'
import { Plate } from '../../../ui/plate/Plate.tsx'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { FactPair } from './FactPair.tsx'
import { PlaceDecision } from './PlaceDecision.tsx'
import { SeenDecision } from './SeenDecision.tsx'
import { taskWords } from './taskWords.ts'

/** Both sides beside each other, what holds meanwhile, and the one thing to decide. */
export function TaskDetail({ task }: { task: SyncTask }) {
  const text = useText()
  const { title, rule } = taskWords(task, text)
  return (
    <ScrollArea className="task-view" label={title}>
      <h2>{title}</h2>
      <Sides task={task} />
      <section className="task-rule">
        <h3>{text('sync.tasks.meanwhile')}</h3>
        <p>{rule}</p>
      </section>
      <section className="task-decide">
        <h3>{text('sync.tasks.decide')}</h3>
        <Decision task={task} />
      </section>
    </ScrollArea>
  )
}

function Sides({ task }: { task: SyncTask }) {
  const text = useText()
  const format = useFormat()
  switch (task.kind) {
    case 'job':
      return (
        <>
          <Car line={task.job} />
          <FactPair jobId={task.job.jobId} kind={task.conflict.kind} facts={task.facts} />
        </>
      )
    case 'crossing': {
      const { vehicle, customer, offeredRial } = task.request
      return (
        <>
          <CarLine vehicle={vehicle} customer={customer} />
          <div className="fact-pair">
            <article className="stands">
              <p className="mark">{text('sync.tasks.stands')}</p>
              <h4>{text('sync.conflict.crossing.accepted', { no: task.acceptedRevision })}</h4>
            </article>
            <article>
              <p className="mark">{text('sync.tasks.aside')}</p>
              <h4>{text('sync.conflict.crossing.newest', { no: task.newestRevision })}</h4>
              {offeredRial !== null && (
                <p>
                  <bdi>{format.money(offeredRial)}</bdi> {text(`common.${format.moneyUnit}`)}
                </p>
              )}
            </article>
          </div>
        </>
      )
    }
    case 'bookingTwice':
    case 'bayTwice':
      return (
        <div className="fact-pair">
          {task.jobs.map((line) => (
            <article key={line.jobId}>
              <CarLine vehicle={line.vehicle} customer={line.customer} />
              <p>{format.list(line.serviceTitles)}</p>
              <p>
                {text(`domain.phase.${line.phase}`)} <small>{format.dateTime(line.atUtcMs)}</small>
              </p>
              <JobLink line={line} />
            </article>
          ))}
        </div>
      )
    default:
      return assertNever(task)
  }
}

function Decision({ task }: { task: SyncTask }): ReactNode {
  const text = useText()
  const { may } = useDeskCommand()
  switch (task.kind) {
    case 'job':
      if (!may('settleConflict')) return <p className="say">{text('sync.tasks.notAllowed')}</p>
      return task.conflict.kind === 'doubleStart' ? <PlaceDecision task={task} /> : <SeenDecision task={task} />
    case 'crossing':
      return (
        <Link href={`/requests/${task.request.requestId}`} className="btn primary">
          {text('sync.tasks.openRequest')}
        </Link>
      )
    case 'bookingTwice':
      return <p>{text('sync.tasks.cancelOne')}</p>
    case 'bayTwice':
      return <p>{text('sync.tasks.moveOne')}</p>
    default:
      return assertNever(task)
  }
}

function Car({ line }: { line: VisitLine }) {
  return (
    <div className="task-car">
      <CarLine vehicle={line.vehicle} customer={line.customer} />
      <JobLink line={line} />
    </div>
  )
}

function CarLine({ vehicle, customer }: Pick<VisitLine, 'vehicle' | 'customer'>) {
  return (
    <p className="task-car">
      <Plate plate={vehicle.plate} heightPx={28} />
      <b>
        <bdi>{vehicle.model}</bdi>
      </b>
      {customer.name !== '' && <PersonName name={customer.name} />}
    </p>
  )
}

function JobLink({ line: { jobId, jobNo } }: { line: VisitLine }) {
  const text = useText()
  return (
    <Link href={`/jobs/${jobId}`} className="link">
      {text('sync.tasks.openJob', { no: jobNo })}
    </Link>
  )
}
