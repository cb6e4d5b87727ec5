import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { carName } from './names.ts'
import { PlaceDialog } from './PlaceDialog.tsx'
import type { JobDialogProps } from './question.ts'

export function ResumeDialog(props: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card, bayId, mechanicId } = props.job
  return (
    <PlaceDialog
      {...props}
      title={text('jobActions.resume.title', { car: carName(card, text, format) })}
      doLabel={text('jobActions.resume.do')}
      wanted={{ bayId, mechanicId }}
      commandFor={(chosenBayId, chosenMechanicId) => ({
        type: 'resumeWork',
        jobId: card.jobId,
        bayId: chosenBayId,
        mechanicId: chosenMechanicId,
      })}
    />
  )
}
