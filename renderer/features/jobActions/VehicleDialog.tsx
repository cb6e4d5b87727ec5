import { useState } from 'react'
import { foldDigits } from '../../../core/persian/digits.ts'
import { odometerMostKm, vinPattern } from '../../../core/wire/bounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { carName } from './names.ts'
import type { JobDialogProps } from './question.ts'
import { useActionForm } from './useActionForm.ts'

/** What is known of the car beyond plate and model: part of every consent's record and of the invoice. */
export function VehicleDialog({ job, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card, account } = job
  const [typedVin, setVin] = useState(account.facts.vin ?? '')
  const [odometerKm, setOdometer] = useState(account.facts.odometerKm)
  const [wasAsked, setAsked] = useState(false)
  const { isSending, at, besides, send } = useActionForm(card, () => onAsk(null))
  const vin = foldDigits(typedVin).replace(/[\s-]/g, '').toUpperCase()
  const isVinWrong = vin !== '' && !vinPattern.test(vin)
  const note = (): void => {
    setAsked(true)
    if (!isVinWrong) send({ type: 'noteVehicle', jobId: card.jobId, vin: vin === '' ? null : vin, odometerKm })
  }
  return (
    <ActionDialog
      title={text('bill.vehicle.title', { car: carName(card, text, format) })}
      card={card}
      doLabel={text('bill.vehicle.do')}
      isSending={isSending}
      problem={besides(['vinWrong'])}
      onDo={note}
      onClose={() => onAsk(null)}
    >
      <TextField
        label={text('bill.vehicle.vin')}
        optional
        ltr
        value={typedVin}
        onChange={setVin}
        maxLength={20}
        hint={text('bill.vehicle.vinHint')}
        error={at(['vinWrong']) ?? (wasAsked && isVinWrong ? text('refusals.vinWrong') : null)}
      />
      <NumberField
        label={text('bill.vehicle.odometer')}
        optional
        value={odometerKm}
        onChange={setOdometer}
        most={odometerMostKm}
        step={1_000}
        suffix={text('bill.vehicle.km')}
      />
    </ActionDialog>
  )
}
