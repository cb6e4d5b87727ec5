import { type FormEvent, useState } from 'react'
import { noteMostChars } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { Button, type ButtonSize } from '../../../ui/Button.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { TextField } from '../../../ui/TextField.tsx'

type ConditionButtonProps = {
  readonly itemNo: number
  readonly condition: string
  readonly onCondition: (condition: string) => void
  /** At the desk; under a finger by default. */
  readonly size?: ButtonSize
}

/** "Yes, if …": a word beside the answers until somebody needs it. */
export function ConditionButton({ itemNo, condition, onCondition, size = 'lg' }: ConditionButtonProps) {
  const text = useText()
  return (
    <Popover
      label={text('consent.counter.conditionOf', { itemNo })}
      placement="top"
      trigger={
        <Button look="quiet" size={size} className={condition === '' ? 'condition' : 'condition set'}>
          {condition === '' ? text('consent.counter.withCondition') : <span dir="auto">{condition}</span>}
        </Button>
      }
    >
      {(close) => (
        <ConditionForm
          condition={condition}
          onDone={(typed) => {
            // Nothing written is no yes.
            if (typed !== condition) onCondition(typed)
            close()
          }}
        />
      )}
    </Popover>
  )
}

function ConditionForm({ condition, onDone }: { condition: string; onDone: (condition: string) => void }) {
  const text = useText()
  const [typed, type] = useState(condition)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onDone(typed.trim())
  }
  return (
    <form className="condition-form" onSubmit={submit}>
      <TextField
        label={text('consent.counter.conditionSay')}
        value={typed}
        onChange={type}
        maxLength={noteMostChars}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type
        autoFocus
      />
      <Button type="submit" look="primary" size="lg">
        {text('consent.counter.conditionDone')}
      </Button>
    </form>
  )
}
