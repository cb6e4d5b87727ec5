import type { FormEvent, ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { StepProblem } from '../setup/StepProblem.tsx'

type RowDialogProps = {
  readonly title: string
  readonly isSaving: boolean
  readonly problem: string | null
  readonly onSave: () => void
  readonly onClose: () => void
  /** Nothing set for a new row: it is in use. */
  readonly active?: { readonly label: string; readonly say: string; readonly value: boolean; readonly onChange: (active: boolean) => void }
  readonly children: ReactNode
}

/** One row of a list of settings. Rows are put aside, never deleted: past jobs speak of them. */
export function RowDialog({ title, isSaving, problem, onSave, onClose, active, children }: RowDialogProps) {
  const text = useText()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isSaving) onSave()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} keepsOpen>
      <form className="act-form" onSubmit={submit} noValidate>
        {children}
        {active !== undefined && (
          <div>
            <Switch isSelected={active.value} onChange={active.onChange}>
              {active.label}
            </Switch>
            <p className="hint-under">{active.say}</p>
          </div>
        )}
        <StepProblem words={problem} />
        <footer>
          <Button type="submit" look="primary" isPending={isSaving}>
            {text('common.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {text('common.cancel')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
