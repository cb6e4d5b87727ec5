import { Button as AriaButton, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components'
import { searchKey } from '../../core/basics/textFold.ts'
import { useText } from '../i18n/text.ts'
import { FieldFoot, FieldLabel, type FieldWords, isWrong } from './FieldParts.tsx'
import { Icon } from './Icon.tsx'
import { type Choice, ChoiceItem } from './Select.tsx'

export type ComboBoxProps<Id extends string> = FieldWords & {
  readonly choices: readonly Choice<Id>[]
  /** What stands in the field. */
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly value: Id | null
  readonly onChange: (id: Id | null) => void
  /** Set when a text outside the list is welcome, e.g. a car that the list does not know. */
  readonly allowsOther?: boolean
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly className?: string
}

/** One of many, found by typing a part of it; Persian and Arabic letters and digits of any keyboard match. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const {
    choices,
    typed,
    onType,
    value,
    onChange,
    label,
    labelHidden,
    hint,
    error,
    optional,
    allowsOther = false,
    placeholder = '',
    className = '',
    ...rest
  } = props
  const text = useText()
  return (
    <AriaComboBox
      {...rest}
      isInvalid={isWrong(props)}
      allowsCustomValue={allowsOther}
      allowsEmptyCollection={!allowsOther}
      menuTrigger="input"
      defaultItems={choices}
      defaultFilter={(choice, part) => searchKey(choice).includes(searchKey(part))}
      inputValue={typed}
      onInputChange={onType}
      selectedKey={value}
      onSelectionChange={(key) => onChange(choices.find(({ id }) => id === key)?.id ?? null)}
      className={`fld ${className}`}
    >
      <FieldLabel label={label} labelHidden={labelHidden ?? false} optional={optional ?? false} />
      <Group className="inp">
        <Input placeholder={placeholder} autoComplete="off" spellCheck="false" />
        <AriaButton className="step">
          <Icon name="arrowDown" size="m" />
        </AriaButton>
      </Group>
      <FieldFoot hint={hint} error={error} />
      <Popover className="popover list" offset={4}>
        <ListBox className="menu" renderEmptyState={() => <p className="none">{text('common.nothingFound')}</p>}>
          {(choice: Choice<Id>) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
