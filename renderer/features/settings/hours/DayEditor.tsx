import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Switch } from '../../../ui/Checkbox.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { type DayDraft, type DayProblem, mostIntervals, parseClosing } from './dayDraft.ts'

type DayEditorProps = {
  /** The day's name, for screen readers and beside the switch. */
  readonly name: string
  readonly value: DayDraft
  readonly onChange: (value: DayDraft) => void
  readonly problem: DayProblem | null
  /** To be read only. */
  readonly isReadOnly?: boolean
}

const usual: DayDraft = [{ from: '08:00', to: '18:00' }]
const afternoon = { from: '16:00', to: '20:00' }

/** Open or closed, and from when until when; a break makes it two intervals. */
export function DayEditor({ name, value, onChange, problem, isReadOnly = false }: DayEditorProps) {
  const text = useText()
  const format = useFormat()
  const isOpen = value.length > 0
  if (isReadOnly) {
    const intervals = value.map(({ from, to }) => text('common.fromTo', { from: format.digits(from), to: format.digits(to) }))
    return (
      <div className="day">
        <span>{name}</span>
        <span className={isOpen ? '' : 'closed'}>{isOpen ? format.list(intervals) : text('settings.hours.closed')}</span>
      </div>
    )
  }
  return (
    <fieldset className="day" aria-label={name}>
      <Switch isSelected={isOpen} onChange={(open) => onChange(open ? usual : [])}>
        {name}
      </Switch>
      <div className="intervals">
        {!isOpen && <span className="closed">{text('settings.hours.closed')}</span>}
        {value.map((interval, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- intervals have no other name than their place
          <span key={index} className="interval">
            <TimeField
              label={text('settings.hours.from', { day: name })}
              labelHidden
              value={interval.from}
              onChange={(from) => onChange(value.with(index, { ...interval, from }))}
            />
            {text('settings.hours.until')}
            <TimeField
              label={text('settings.hours.to', { day: name })}
              parse={parseClosing}
              labelHidden
              value={interval.to}
              onChange={(to) => onChange(value.with(index, { ...interval, to }))}
            />
            {value.length > 1 && (
              <IconButton
                icon="cross"
                size="sm"
                label={text('settings.hours.removeInterval')}
                onPress={() => onChange(value.toSpliced(index, 1))}
              />
            )}
          </span>
        ))}
        {isOpen && value.length < mostIntervals && (
          <Button look="quiet" size="sm" icon="add" onPress={() => onChange([...value, afternoon])}>
            {text('settings.hours.addInterval')}
          </Button>
        )}
        {problem !== null && (
          <p className="problem" role="alert">
            <Icon name="warning" size="s" />
            {text(`settings.hours.problem.${problem}`)}
          </p>
        )}
      </div>
    </fieldset>
  )
}
