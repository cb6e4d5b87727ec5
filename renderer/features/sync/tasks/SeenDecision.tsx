import { type FormEvent, useState } from 'react'
import { noteMostChars } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { type JobTask, useSettle } from './useSettle.ts'

/** The rule has decided already: a person says that he has seen it, and what he did, if he likes. */
export function SeenDecision({ task }: { task: JobTask }) {
  const text = useText()
  const { settle, isSending, problem } = useSettle(task)
  const [note, setNote] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isSending) void settle(null, note)
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>{text('sync.tasks.seenSay')}</p>
      <TextField label={text('sync.tasks.note')} optional value={note} onChange={setNote} maxLength={noteMostChars} />
      <StepProblem words={problem} />
      <Button type="submit" look="primary" isPending={isSending}>
        {text('sync.tasks.seen')}
      </Button>
    </form>
  )
}
