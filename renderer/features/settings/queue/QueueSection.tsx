import { type FormEvent, useState } from 'react'
import { defaultQueueSettings, type QueueSettings } from '../../../../core/domain/queue/types.ts'
import { queueMinuteBounds } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SaveBar } from '../SaveBar.tsx'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'
import { useSave } from '../useSave.ts'
import { queueFields } from './queueFields.ts'
import { LiveExample } from './LiveExample.tsx'

type Typed = Readonly<Record<keyof QueueSettings, number | null>>

/** Minutes at one side, what they do to a small day at the other. */
export function QueueSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const [changed, setChanged] = useState<Typed | null>(null)
  const typed: Typed = changed ?? garage.queue
  const settings = wholeSettings(typed)
  const [shown, setShown] = useState<QueueSettings>(garage.queue)
  const { save, isSaving, at, besides } = useSave()
  const set = (next: Typed): void => {
    setChanged(next)
    const whole = wholeSettings(next)
    if (whole !== null) setShown(whole)
  }
  const discard = (): void => {
    setChanged(null)
    setShown(garage.queue)
  }
  const submit = async (): Promise<void> => {
    if (settings !== null && (await save({ type: 'saveQueueSettings', queue: settings }))) setChanged(null)
  }
  return (
    <form
      className="queue-settings"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SectionHead title={text('settings.section.queue')} say={text('settings.queue.say')}>
        {!isReadOnly && (
          <Button look="quiet" icon="undo" onPress={() => set(defaultQueueSettings)}>
            {text('settings.queue.reset')}
          </Button>
        )}
      </SectionHead>
      <div className="queue-minutes">
        {queueFields.map((field) => (
          <NumberField
            key={field}
            label={text(`settings.queue.field.${field}`)}
            hint={text(`settings.queue.hint.${field}`)}
            value={typed[field]}
            onChange={(minutes) => set({ ...typed, [field]: minutes })}
            least={queueMinuteBounds[field][0]}
            most={queueMinuteBounds[field][1]}
            step={5}
            suffix={text('settings.queue.minutes')}
            isDisabled={isReadOnly}
            error={field === 'noShowMin' ? at('noShowBeforeGrace') : null}
          />
        ))}
      </div>
      <LiveExample settings={shown} garage={garage} />
      {!isReadOnly && (
        <SaveBar
          isChanged={changed !== null && settings !== null}
          isSaving={isSaving}
          problem={besides('noShowBeforeGrace')}
          onDiscard={discard}
        />
      )}
    </form>
  )
}

/** Null while a field is empty or holds what is no number. */
function wholeSettings(typed: Typed): QueueSettings | null {
  const { graceMin, earlyWindowMin, lateDeferralMin, noSlotDeferralMin, holdMin, promiseMin, noShowMin, patienceMin } = typed
  if (graceMin === null || earlyWindowMin === null || lateDeferralMin === null || noSlotDeferralMin === null) return null
  if (holdMin === null || promiseMin === null || noShowMin === null || patienceMin === null) return null
  return { graceMin, earlyWindowMin, lateDeferralMin, noSlotDeferralMin, holdMin, promiseMin, noShowMin, patienceMin }
}
