import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxProps as AriaCheckboxProps,
  Switch as AriaSwitch,
  type SwitchProps as AriaSwitchProps,
} from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords, isWrong } from './FieldParts.tsx'
import { Icon } from './Icon.tsx'
import type { Choice } from './Select.tsx'

export function Checkbox({ children, ...props }: Omit<AriaCheckboxProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <AriaCheckbox {...props} className="check">
      {({ isSelected, isIndeterminate }) => (
        <>
          <i>{isIndeterminate ? <Icon name="pause" size="s" className="rotate-90" /> : isSelected && <Icon name="check" size="s" />}</i>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}

export type CheckboxGroupProps<Id extends string> = FieldWords & {
  readonly choices: readonly Choice<Id>[]
  readonly value: readonly Id[]
  readonly onChange: (ids: readonly Id[]) => void
  readonly column?: boolean
}

/** Any of a known few. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { choices, value, onChange, label, labelHidden, hint, error, optional, column = false } = props
  return (
    <AriaCheckboxGroup
      isInvalid={isWrong(props)}
      value={[...value]}
      onChange={(ids) => onChange(choices.map(({ id }) => id).filter((id) => ids.includes(id)))}
      className="fld"
    >
      <FieldLabel label={label} labelHidden={labelHidden ?? false} optional={optional ?? false} />
      <div className={`choices ${column ? 'column' : ''}`}>
        {choices.map((choice) => (
          <Checkbox key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false}>
            {choice.label}
          </Checkbox>
        ))}
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaCheckboxGroup>
  )
}

/** On or off at once, without a button that saves. */
export function Switch({ children, ...props }: Omit<AriaSwitchProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <AriaSwitch {...props} className="switch">
      <i />
      {children}
    </AriaSwitch>
  )
}
