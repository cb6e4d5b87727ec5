import { useState } from 'react'
import { parseDate, parseTimeOfDay } from '../../../core/persian/dateText.ts'
import { utcFromZoned } from '../../../core/persian/timeZone.ts'
import { useFreeSlot } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { serviceNow } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { carName } from './names.ts'
import type { JobDialogProps } from './question.ts'
import { ReasonField } from './ReasonField.tsx'
import { type RefusalCode, useActionForm } from './useActionForm.ts'

const dayCodes: readonly RefusalCode[] = ['slotOnHoliday', 'slotOnClosedDay']
const timeCodes: readonly RefusalCode[] = ['slotInPast', 'slotOutsideHours']

/** T2: a slot is moved with the customer's word for it, never silently. */
export function MoveSlotDialog({ job, garage, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card } = job
  const free = useFreeSlot(card.jobId).data ?? null
  const [date, setDate] = useState(() => format.shortDate(format.day(serviceNow())))
  const [time, setTime] = useState('')
  const [reason, setReason] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const { isSending, at, besides, send } = useActionForm(card, () => onAsk(null))
  const day = parseDate(date)
  const minute = parseTimeOfDay(time)
  const move = (): void => {
    setAsked(true)
    if (!day.ok || !minute.ok) return
    send({ type: 'moveSlot', jobId: card.jobId, toUtcMs: utcFromZoned(day.value, minute.value, garage.hours.timeZone), reason })
  }
  return (
    <ActionDialog
      title={text('jobActions.move.title', { car: carName(card, text, format) })}
      card={card}
      say={
        card.slotStartUtcMs === null
          ? text('jobActions.move.noSlot')
          : text('jobActions.move.from', { slot: format.dateTime(card.slotStartUtcMs) })
      }
      doLabel={text('jobActions.move.do')}
      isSending={isSending}
      problem={besides([...dayCodes, ...timeCodes, 'reasonMissing'])}
      onDo={move}
      onClose={() => onAsk(null)}
    >
      {free !== null && (
        <p className="act-free">
          {text('jobActions.move.free', { slot: format.dateTime(free) })}
          <Button
            look="tint"
            size="sm"
            onPress={() => {
              setDate(format.shortDate(format.day(free)))
              setTime(format.time(free))
            }}
          >
            {text('jobActions.move.useFree')}
          </Button>
        </p>
      )}
      <div className="grid grid-cols-2 items-start gap-4">
        <DateField
          label={text('jobActions.move.date')}
          value={date}
          onChange={setDate}
          error={at(dayCodes) ?? (wasAsked && !day.ok ? text(`fields.date.${day.error}`) : null)}
        />
        <TimeField
          label={text('jobActions.move.time')}
          value={time}
          onChange={setTime}
          hint={text('fields.time.hint')}
          error={at(timeCodes) ?? (wasAsked && !minute.ok ? text(`fields.time.${minute.error}`) : null)}
        />
      </div>
      <ReasonField label={text('jobActions.move.reason')} value={reason} onChange={setReason} error={at(['reasonMissing'])} />
    </ActionDialog>
  )
}
