import { Button as AriaButton } from 'react-aria-components'
import { assertNever } from '../../../core/basics/assertNever.ts'
import type { ClosingState } from '../../../core/domain/pricing/closing.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { Time } from '../../ui/Moment.tsx'
import { useSlow } from '../../ui/useSlow.ts'
import { LineDetail } from './LineDetail.tsx'
import type { PartLine } from './partLines.ts'
import type { PartWork } from './usePartWork.ts'

type LineListProps = {
  readonly lines: readonly PartLine[]
  readonly work: PartWork
  /** Opens what is logged on a line, with other amounts and the way to take back. */
  readonly onOpen: (line: PartLine) => void
  /** Before the work has begun, and after the car is gone, nothing is put in. */
  readonly isStopped?: boolean
}

/** Every line of a job that parts are logged on, or that is begun on its own: one tap each. */
export function LineList({ lines, work, onOpen, isStopped = false }: LineListProps) {
  return (
    <ul className="part-lines">
      {lines.map((line) => (
        <Line key={line.key} line={line} work={work} onOpen={onOpen} isStopped={isStopped} />
      ))}
    </ul>
  )
}

type LineProps = Omit<LineListProps, 'lines'> & { readonly line: PartLine }

function Line({ line, work, onOpen, isStopped }: LineProps) {
  const isOpen = line.state === 'agreed' && !line.isDone
  return (
    <li className={line.isDone ? 'done' : line.state === 'agreed' ? 'todo' : line.state}>
      <Name line={line} onOpen={onOpen} />
      {isOpen && isStopped !== true ? <DoButton line={line} work={work} /> : <Mark line={line} />}
    </li>
  )
}

/** The name opens the line where there is something to open. */
function Name({ line, onOpen }: Pick<LineProps, 'line' | 'onOpen'>) {
  const text = useText()
  const words = (
    <>
      <b>
        <span>{line.title}</span>
        {line.isFresh && (
          <Chip look="ready" icon="check">
            {text('mechanic.fresh')}
          </Chip>
        )}
      </b>
      <small>
        <LineDetail line={line} />
      </small>
    </>
  )
  if (line.spec === null || line.state !== 'agreed') return <div className="name">{words}</div>
  return (
    <AriaButton className="name" onPress={() => onOpen(line)}>
      {words}
      <span className="vh">{text('mechanic.openLine')}</span>
    </AriaButton>
  )
}

function DoButton({ line, work }: Pick<LineProps, 'line' | 'work'>) {
  const text = useText()
  const format = useFormat()
  const isUnderWay = work.underWay.has(line.key)
  const isWaiting = useSlow(isUnderWay)
  if (isWaiting) {
    return (
      <output className="waits">
        <Icon name="cloudUp" size="m" />
        {text('mechanic.waitsToSend')}
      </output>
    )
  }
  return line.spec === null ? (
    <Button
      className="log"
      isPending={isUnderWay}
      onPress={() => work.startWork(line)}
      aria-label={text('mechanic.startItemOf', { work: line.title })}
    >
      {text('mechanic.startItem')}
    </Button>
  ) : (
    <Button
      className="log"
      isPending={isUnderWay}
      onPress={() => work.logAsked(line)}
      aria-label={text('mechanic.logOf', { quantity: format.quantity(line.left), part: line.title })}
    >
      {text('mechanic.log', { quantity: format.quantity(line.left) })}
    </Button>
  )
}

const stateIcons: Readonly<Record<Exclude<ClosingState, 'agreed'>, IconName>> = {
  refused: 'forbidden',
  later: 'clock',
  withdrawn: 'undo',
  leftOut: 'cross',
  pending: 'clock',
}

function Mark({ line }: { line: PartLine }) {
  const text = useText()
  const format = useFormat()
  const lastUse = line.uses.at(-1)?.use
  switch (line.state) {
    case 'agreed': {
      const at = lastUse?.atUtcMs ?? line.startedAtUtcMs
      return (
        <span className="mark done">
          {line.isDone && <Icon name="check" size="m" />}
          {line.spec === null ? text(line.isDone ? 'mechanic.itemBegun' : 'mechanic.itemWaits') : format.quantity(line.used)}
          {at !== null && <Time at={at} />}
        </span>
      )
    }
    case 'refused':
    case 'later':
    case 'withdrawn':
    case 'leftOut':
    case 'pending':
      return (
        <span className={`mark ${line.state}`}>
          <Icon name={stateIcons[line.state]} size="m" />
          {text(`domain.closingState.${line.state}`)}
        </span>
      )
    default:
      return assertNever(line.state)
  }
}
