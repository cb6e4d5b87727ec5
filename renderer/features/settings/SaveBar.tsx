import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { StepProblem } from '../setup/StepProblem.tsx'

type SaveBarProps = {
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly problem: string | null
  readonly onDiscard: () => void
}

/** At the foot of a form that is saved as a whole; the form's submit saves. */
export function SaveBar({ isChanged, isSaving, problem, onDiscard }: SaveBarProps) {
  const text = useText()
  return (
    <div className="save-bar">
      <Button type="submit" look="primary" isDisabled={!isChanged} isPending={isSaving}>
        {text('common.save')}
      </Button>
      {isChanged && (
        <>
          <Button look="quiet" onPress={onDiscard}>
            {text('settings.discard')}
          </Button>
          <span>{text('settings.unsaved')}</span>
        </>
      )}
      <StepProblem words={problem} />
    </div>
  )
}
