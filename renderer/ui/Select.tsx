import type { KeyboardEvent, ReactNode } from 'react'
import { Button as AriaButton, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords, isWrong } from './FieldParts.tsx'
import { Icon, type IconName } from './Icon.tsx'

export type Choice<Id extends string> = {
  readonly id: Id
  readonly label: string
  /** A few grey words after the label. */
  readonly say?: string
  readonly icon?: IconName
  readonly isDisabled?: boolean
}

export type SelectProps<Id extends string> = FieldWords & {
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly className?: string
}

/**
 * One of a known few. Typing the first letters chooses; the arrows and the space bar open the list. Enter does in a form
 * what it does in its other fields: it sends the form, once something is chosen.
 */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { choices, value, onChange, label, labelHidden, hint, error, optional, placeholder, className = '', ...rest } = props
  return (
    <AriaSelect
      {...rest}
      {...(placeholder === undefined ? {} : { placeholder })}
      isInvalid={isWrong(props)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice !== undefined) onChange(choice.id)
      }}
      className={`fld ${className}`}
    >
      <FieldLabel label={label} labelHidden={labelHidden ?? false} optional={optional ?? false} />
      <SentByEnter isChosen={value !== null}>
        <AriaButton className="inp">
          <SelectValue>
            {({ selectedItem, defaultChildren }) =>
              choices.find(({ id }) => id === value && selectedItem !== null)?.label ?? defaultChildren
            }
          </SelectValue>
          <Icon name="arrowDown" size="m" />
        </AriaButton>
      </SentByEnter>
      <FieldFoot hint={hint} error={error} />
      <Popover className="popover list" offset={4}>
        <ListBox className="menu" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** Takes Enter from the closed button, which would open the list by it. */
function SentByEnter({ isChosen, children }: { isChosen: boolean; children: ReactNode }) {
  const enter = (event: KeyboardEvent<HTMLElement>): void => {
    const form = event.target instanceof Element ? event.target.closest('form') : null
    if (event.key !== 'Enter' || !isChosen || form === null) return
    event.preventDefault()
    event.stopPropagation()
    // Held down from the press that opened the form, it was meant for that one.
    if (!event.repeat) form.requestSubmit()
  }
  return (
    <span className="contents" onKeyDownCapture={enter}>
      {children}
    </span>
  )
}

export function ChoiceItem({ choice }: { choice: Choice<string> }) {
  return (
    <ListBoxItem className="item" id={choice.id} textValue={choice.label} isDisabled={choice.isDisabled ?? false}>
      {({ isSelected }) => (
        <>
          {choice.icon !== undefined && <Icon name={choice.icon} size="m" />}
          <span>{choice.label}</span>
          {choice.say !== undefined && <small>{choice.say}</small>}
          {isSelected && <Icon name="check" size="s" className={choice.say === undefined ? 'tick' : ''} />}
        </>
      )}
    </ListBoxItem>
  )
}
