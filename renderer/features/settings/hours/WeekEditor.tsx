import { useText } from '../../../i18n/text.ts'
import { DayEditor } from './DayEditor.tsx'
import type { DayDraft, DayProblem } from './dayDraft.ts'

type WeekEditorProps = {
  readonly value: readonly DayDraft[]
  readonly onChange: (value: readonly DayDraft[]) => void
  readonly problems: ReadonlyMap<number, DayProblem>
  readonly isReadOnly?: boolean
}

/** Saturday first. */
export function WeekEditor({ value, onChange, problems, isReadOnly = false }: WeekEditorProps) {
  const names = useText()('calendar.weekdays').split(' ')
  return (
    <div className="week">
      {value.map((day, weekday) => (
        <DayEditor
          key={names[weekday]}
          name={names[weekday] ?? ''}
          value={day}
          onChange={(changed) => onChange(value.with(weekday, changed))}
          problem={problems.get(weekday) ?? null}
          isReadOnly={isReadOnly}
        />
      ))}
    </div>
  )
}
