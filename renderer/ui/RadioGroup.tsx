import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords, isWrong } from './FieldParts.tsx'
import { Icon } from './Icon.tsx'
import type { Choice } from './Select.tsx'

export type RadioGroupProps<Id extends string> = FieldWords & {
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly column?: boolean
  readonly isDisabled?: boolean
}

/** One of a few, all to be seen at once. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { choices, value, onChange, label, labelHidden, hint, error, optional, column = false, isDisabled = false } = props
  return (
    <AriaRadioGroup
      isInvalid={isWrong(props)}
      isDisabled={isDisabled}
      value={value}
      onChange={chosenFrom(choices, onChange)}
      className="fld"
    >
      <FieldLabel label={label} labelHidden={labelHidden ?? false} optional={optional ?? false} />
      <div className={`choices ${column ? 'column' : ''}`}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false} className="radio">
            <i />
            {choice.label}
          </Radio>
        ))}
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaRadioGroup>
  )
}

/** The same as buttons in a row: for two to four short words. */
export function Segmented<Id extends string>({
  choices,
  value,
  onChange,
  label,
  isDisabled = false,
}: Omit<RadioGroupProps<Id>, 'column' | 'error' | 'hint'>) {
  return (
    <AriaRadioGroup
      aria-label={label}
      isDisabled={isDisabled}
      value={value}
      onChange={chosenFrom(choices, onChange)}
      orientation="horizontal"
      className="segmented"
    >
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false}>
          {choice.icon !== undefined && <Icon name={choice.icon} size="m" />}
          {choice.label}
        </Radio>
      ))}
    </AriaRadioGroup>
  )
}

function chosenFrom<Id extends string>(choices: readonly Choice<Id>[], onChange: (id: Id) => void): (id: string) => void {
  return (chosen) => {
    const choice = choices.find(({ id }) => id === chosen)
    if (choice !== undefined) onChange(choice.id)
  }
}
