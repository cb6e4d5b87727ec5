import { type FormEvent, useState } from 'react'
import type { JobCard } from '../../../core/contract/views.ts'
import { type SafetyGrade, safetyGrades } from '../../../core/domain/consent/types.ts'
import { noteMostChars, shortMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'
import { StepProblem } from '../setup/StepProblem.tsx'
import type { Photos } from './findingPhotos.ts'
import { PhotoStrip } from './PhotoStrip.tsx'

type FindingDialogProps = {
  readonly card: JobCard
  readonly title: string
  readonly photos: Photos
  readonly touch?: boolean
  readonly onClose: () => void
}

/** What was seen beside the requested work: a photo, three words, how urgent. The desk asks the customer; nothing is done before. */
export function FindingDialog({ card, title: first, photos, touch = false, onClose }: FindingDialogProps) {
  const text = useText()
  const [title, setTitle] = useState(first)
  const [grade, setGrade] = useState<SafetyGrade>('soon')
  const [note, setNote] = useState('')
  const { isSending, at, besides, send } = useActionForm(card, () => {
    photos.clear()
    onClose()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isSending || photos.isReading) return
    send({ type: 'reportFinding', jobId: card.jobId, title: title.trim(), note: note.trim(), grade, photos: photos.hashes })
  }
  return (
    <Dialog title={text('mechanic.finding.title')} isOpen onClose={onClose} keepsOpen touch={touch}>
      <form className="act-form" onSubmit={submit} noValidate>
        <PhotoStrip photos={photos} />
        <TextField
          label={text('mechanic.finding.what')}
          placeholder={text('mechanic.finding.whatHint')}
          value={title}
          onChange={setTitle}
          maxLength={shortMostChars}
          error={at(['findingTitleMissing'])}
        />
        <div className="fld">
          <span className="label" aria-hidden="true">
            {text('mechanic.finding.grade')}
          </span>
          <Segmented
            label={text('mechanic.finding.grade')}
            value={grade}
            onChange={setGrade}
            choices={safetyGrades.map((id) => ({ id, label: text(`domain.safety.${id}`) }))}
          />
        </div>
        <TextField label={text('jobActions.note')} optional multiline value={note} onChange={setNote} maxLength={noteMostChars} />
        <StepProblem words={besides(['findingTitleMissing'])} />
        <footer>
          <Button type="submit" look="primary" icon="flag" isPending={isSending || photos.isReading}>
            {text('mechanic.finding.do')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {text('common.cancel')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
