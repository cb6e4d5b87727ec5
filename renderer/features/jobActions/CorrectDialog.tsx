import { useState } from 'react'
import type { ServiceId } from '../../../core/basics/ids.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { RequestedService } from '../../../core/domain/job/types.ts'
import { carModels } from '../../../core/persian/carModels.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { noteMostChars, shortMostChars } from '../../../core/wire/bounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { CheckboxGroup } from '../../ui/Checkbox.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { MobileField } from '../../ui/MobileField.tsx'
import { draftOfPlate, plateOfDraft } from '../../ui/plate/draft.ts'
import { PlateField } from '../../ui/plate/PlateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { carName } from './names.ts'
import type { JobDialogProps } from './question.ts'
import { ReasonField } from './ReasonField.tsx'
import { useActionForm } from './useActionForm.ts'

const models = carModels.map(({ name }) => ({ id: name, label: name }))

/** What the desk heard or typed wrong. A service that the job already has keeps its quote. */
export function CorrectDialog({ job, garage, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card } = job
  const [plateDraft, setPlateDraft] = useState(() => draftOfPlate(card.vehicle.plate))
  const [model, setModel] = useState(card.vehicle.model)
  const [modelId, setModelId] = useState<string | null>(null)
  const [name, setName] = useState(card.customer.name)
  const [mobile, setMobile] = useState(() => (card.customer.mobile === null ? '' : format.mobile(card.customer.mobile)))
  const [serviceIds, setServiceIds] = useState<readonly ServiceId[]>(() => card.services.map(({ serviceId }) => serviceId))
  const [note, setNote] = useState(card.note)
  const [reason, setReason] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const { isSending, at, besides, send } = useActionForm(card, () => onAsk(null))

  const plate = plateOfDraft(plateDraft)
  const readMobile = parseMobile(mobile)
  const isMobileWrong = !readMobile.ok && readMobile.error !== 'empty'
  const correct = (): void => {
    setAsked(true)
    if (plate === null || isMobileWrong) return
    send({
      type: 'correctDetails',
      jobId: card.jobId,
      customer: { name: name.trim(), mobile: readMobile.ok ? readMobile.value : null },
      vehicle: { plate, model: model.trim() },
      serviceIds,
      note,
      reason,
    })
  }
  return (
    <ActionDialog
      title={text('jobActions.correct.title', { car: carName(card, text, format) })}
      card={card}
      say={text('jobActions.correct.say')}
      doLabel={text('jobActions.correct.do')}
      isSending={isSending}
      problem={besides(['reasonMissing', 'serviceMissing', 'unknownService', 'nameOrMobileMissing'])}
      onDo={correct}
      onClose={() => onAsk(null)}
      wide
    >
      <div className="grid grid-cols-2 items-start gap-4">
        <PlateField value={plateDraft} onChange={setPlateDraft} error={wasAsked && plate === null ? text('fields.plate.missing') : null} />
        <ComboBox
          label={text('jobActions.correct.model')}
          choices={models}
          typed={model}
          onType={(typed) => setModel(typed.slice(0, shortMostChars))}
          value={modelId}
          onChange={setModelId}
          allowsOther
        />
        <TextField
          label={text('jobActions.correct.name')}
          value={name}
          onChange={setName}
          maxLength={shortMostChars}
          error={at(['nameOrMobileMissing'])}
        />
        <MobileField
          value={mobile}
          onChange={setMobile}
          optional
          error={wasAsked && isMobileWrong ? text(`fields.mobile.${readMobile.error}`) : null}
        />
      </div>
      <CheckboxGroup
        label={text('jobActions.correct.services')}
        choices={offered(garage, card.services)}
        value={serviceIds}
        onChange={setServiceIds}
        error={at(['serviceMissing', 'unknownService'])}
      />
      <TextField label={text('jobActions.note')} optional value={note} onChange={setNote} maxLength={noteMostChars} />
      <ReasonField label={text('jobActions.correct.reason')} value={reason} onChange={setReason} error={at(['reasonMissing'])} />
    </ActionDialog>
  )
}

/** The list as it is offered now, with what the job has of an older one. */
function offered(garage: Garage, kept: readonly RequestedService[]): readonly { readonly id: ServiceId; readonly label: string }[] {
  const active = garage.services.filter((service) => service.active)
  const older = kept.filter(({ serviceId }) => !active.some((service) => service.serviceId === serviceId))
  return [...older, ...active].map(({ serviceId, title }) => ({ id: serviceId, label: title }))
}
