import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { assertNever } from '../../../core/basics/assertNever.ts'
import type { TakenBookings } from '../../../core/contract/views.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { client } from '../../client/client.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { EmptyState, ErrorState } from '../../ui/State.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useDeskCommand } from '../jobActions/useDeskCommand.ts'
import { AboutFile } from './AboutFile.tsx'
import { ChooseFile, FileDrop } from './FileDrop.tsx'
import { Preview } from './Preview.tsx'
import { type ChosenFile, type FileReadProblem, readBookingFile } from './readBookingFile.ts'

type Stage =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'unreadable'; readonly problem: FileReadProblem }
  /** `no` tells two choices of the same file apart: it may have been mended in between. */
  | { readonly kind: 'chosen'; readonly file: ChosenFile; readonly no: number }
  | { readonly kind: 'taken'; readonly counts: TakenBookings }

/** `#/bookings`: a day's bookings come from a file until the platform is connected. */
export function BookingsPage() {
  const text = useText()
  const [stage, setStage] = useState<Stage>({ kind: 'empty' })
  const [no, setNo] = useState(0)
  const choose = async (file: File): Promise<void> => {
    setStage({ kind: 'reading', fileName: file.name })
    const read = await readBookingFile(file)
    setNo(no + 1)
    setStage(read.ok ? { kind: 'chosen', file: read.value, no } : { kind: 'unreadable', problem: read.error })
  }
  const onFile = (file: File): void => void choose(file)
  return (
    <Screen title={text('bookings.title')} scrolls>
      <div className="page">
        <Link href="/" className="page-back link">
          <Icon name="back" size="m" />
          {text('bookings.back')}
        </Link>
        <header className="page-head">
          <h1>{text('bookings.title')}</h1>
          {stage.kind === 'chosen' && (
            <p>
              <bdi>{stage.file.fileName}</bdi>
            </p>
          )}
          <div className="end flex items-center gap-1">
            <AboutFile />
            {(stage.kind === 'chosen' || stage.kind === 'unreadable') && <ChooseFile onFile={onFile} />}
          </div>
        </header>
        <StageView stage={stage} onFile={onFile} onStage={setStage} />
      </div>
    </Screen>
  )
}

type StageViewProps = { readonly stage: Stage; readonly onFile: (file: File) => void; readonly onStage: (stage: Stage) => void }

function StageView({ stage, onFile, onStage }: StageViewProps) {
  const text = useText()
  const [, goTo] = useLocation()
  switch (stage.kind) {
    case 'empty':
      return <FileDrop onFile={onFile} />
    case 'reading':
      return <Progress label={text('bookings.reading', { file: stage.fileName })} share={null} />
    case 'unreadable':
      return <Unreadable problem={stage.problem} />
    case 'chosen':
      return <Chosen key={stage.no} file={stage.file} no={stage.no} onTaken={(counts) => onStage({ kind: 'taken', counts })} />
    case 'taken': {
      const { taken, bad } = stage.counts
      return (
        <EmptyState
          icon="done"
          title={text('bookings.taken.title', { count: taken })}
          say={bad === 0 ? text('bookings.taken.say') : `${text('bookings.taken.say')} ${text('bookings.badStay', { count: bad })}`}
        >
          <Button look="primary" onPress={() => goTo('/')}>
            {text('bookings.taken.toToday')}
          </Button>
          <Button look="quiet" onPress={() => onStage({ kind: 'empty' })}>
            {text('bookings.taken.another')}
          </Button>
        </EmptyState>
      )
    }
    default:
      return assertNever(stage)
  }
}

function Unreadable({ problem }: { problem: FileReadProblem }) {
  const text = useText()
  const refusalText = useRefusalText()
  const say = problem.code === 'fileTooLarge' ? refusalText(problem) : text(`bookings.${problem.code}`, { encoding: 'UTF-8' })
  return <ErrorState title={text('bookings.tryAgain')} say={`${say} ${text('bookings.safe')}`} />
}

function Chosen({ file, no, onTaken }: { file: ChosenFile; no: number; onTaken: (counts: TakenBookings) => void }) {
  const text = useText()
  const refusalText = useRefusalText()
  const { send, isSending } = useDeskCommand()
  // Under `garage`: whoever adds a missing service in the settings comes back to a preview that knows it.
  const { data, isError } = useQuery({ queryKey: ['garage', 'bookings', no], queryFn: () => client.previewBookings(file), gcTime: 0 })
  const take = async (): Promise<void> => {
    const outcome = await send({ type: 'takeBookings', ...file })
    if (outcome.ok && outcome.value.bookings !== null) onTaken(outcome.value.bookings)
    else if (!outcome.ok && outcome.error.code !== 'failed') showToast({ look: 'danger', say: refusalText(outcome.error) })
  }
  if (isError) return <ErrorState title={text('bookings.tryAgain')} say={text('bookings.previewFailed')} />
  if (data === undefined) return <Progress label={text('bookings.reading', { file: file.fileName })} share={null} />
  if (!data.ok) return <ErrorState title={text('bookings.tryAgain')} say={`${refusalText(data.error)} ${text('bookings.safe')}`} />
  return <Preview preview={data.value} isTaking={isSending} onTake={() => void take()} />
}
