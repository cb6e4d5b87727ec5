import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { isJobId, type JobId } from '../../../core/basics/ids.ts'
import type { JobPage as Job } from '../../../core/contract/views.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useHello, useJob, useToday } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { EmptyState, ErrorState } from '../../ui/State.tsx'
import { JobDialog } from '../jobActions/JobDialog.tsx'
import type { JobQuestion } from '../jobActions/question.ts'
import { Alarms } from './Alarms.tsx'
import { CapMeter } from './CapMeter.tsx'
import { ClosingTable } from './ClosingTable.tsx'
import { Conflicts } from './Conflicts.tsx'
import { ConsentList } from './ConsentList.tsx'
import { FindingList } from './FindingList.tsx'
import { JobHeader } from './JobHeader.tsx'
import { JobTimeline } from './JobTimeline.tsx'
import { MoneySection } from './MoneySection.tsx'
import { NextPanel } from './NextPanel.tsx'
import { QueuePlace } from './QueuePlace.tsx'
import { Rating } from './Rating.tsx'
import { WorkTimes } from './WorkTimes.tsx'

/** `#/jobs/:id`: everything recorded of one visit, and what can be done next. */
export function JobPage() {
  const { id } = useParams<{ id: string }>()
  const text = useText()
  if (isJobId(id)) return <LoadedJobPage jobId={id} />
  return (
    <Screen title={text('job.notFoundTitle')} scrolls>
      <NotFound />
    </Screen>
  )
}

function LoadedJobPage({ jobId }: { jobId: JobId }) {
  const text = useText()
  const { data: job, isError, refetch, dataUpdatedAt } = useJob(jobId)
  if (isError) {
    return (
      <Screen title={text('job.failedTitle')} scrolls>
        <div className="p-8">
          <ErrorState title={text('job.failedTitle')} say={text('job.failedSay')}>
            <Button look="primary" onPress={() => void refetch()}>
              {text('common.retry')}
            </Button>
          </ErrorState>
        </div>
      </Screen>
    )
  }
  if (job === undefined) return <main aria-busy="true" aria-label={text('common.loading')} />
  return (
    <Screen title={job === null ? text('job.notFoundTitle') : text('job.title', { no: job.card.jobNo })} scrolls={job === null}>
      {job === null ? <NotFound /> : <JobParts job={job} readAtMs={dataUpdatedAt} />}
    </Screen>
  )
}

/** Left to read, right to act; mirrored by the direction of the page. */
function JobParts({ job, readAtMs }: { job: Job; readAtMs: number }) {
  const text = useText()
  const [question, ask] = useState<JobQuestion | null>(null)
  const garage = useHello().data?.garage ?? null
  const board = useToday().data ?? null
  const waiting = board?.waiting.find((card) => card.jobId === job.card.jobId)
  return (
    <div className="job">
      <JobHeader job={job} onAsk={ask} />
      <JobTimeline job={job} />
      <ScrollArea className="job-mid" label={text('job.closing.title')}>
        <ClosingTable job={job} ask={ask} />
        <ConsentList job={job} />
        <FindingList job={job} ask={ask} />
        <WorkTimes job={job} readAtMs={readAtMs} />
        <Rating job={job} />
        {board !== null && garage !== null && waiting !== undefined && <QueuePlace card={waiting} board={board} garage={garage} />}
      </ScrollArea>
      <aside className="job-act">
        <Alarms job={job} />
        <Conflicts job={job} />
        <NextPanel job={job} onAsk={ask} />
        <hr />
        <CapMeter job={job} />
        <MoneySection job={job} ask={ask} />
      </aside>
      <JobDialog question={question} onAsk={ask} />
    </div>
  )
}

function NotFound() {
  const text = useText()
  return (
    <div className="p-8">
      <EmptyState icon="search" title={text('job.notFoundTitle')} say={text('job.notFoundSay')}>
        <Link href="/" className="btn">
          {text('errors.toToday')}
        </Link>
      </EmptyState>
    </div>
  )
}
