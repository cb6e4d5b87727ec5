import { type FormEvent, useState } from 'react'
import { noteMostChars } from '../../../../core/wire/bounds.ts'
import { useHello, useJobs, useToday } from '../../../client/queries.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { type Place, PlaceFields } from '../../jobActions/PlaceFields.tsx'
import { placesFor } from '../../jobActions/places.ts'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { startedPlaces } from './startedPlaces.ts'
import { type JobTask, useSettle } from './useSettle.ts'

/** Two PCs started one car: in which bay and with whom it really is. */
export function PlaceDecision({ task }: { task: JobTask }) {
  const text = useText()
  const { settle, isSending, problem } = useSettle(task)
  const [job] = useJobs([task.job.jobId])
  const garage = useHello().data?.garage ?? null
  const board = useToday().data ?? null
  const places = startedPlaces(task.facts)
  const [chosen, choose] = useState<string | null>(null)
  const [other, setOther] = useState<Place>({ bayId: null, mechanicId: null })
  const [note, setNote] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const { bayId, mechanicId } = chosen === 'other' ? other : (places.find(({ id }) => id === chosen) ?? { bayId: null, mechanicId: null })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!isSending && bayId !== null && mechanicId !== null) void settle({ bayId, mechanicId }, note)
  }
  return (
    <form onSubmit={submit} noValidate>
      <RadioGroup
        label={text('sync.tasks.place')}
        column
        value={chosen}
        onChange={choose}
        error={wasAsked && chosen === null ? text('sync.tasks.placeMissing') : null}
        choices={[
          ...places.map(({ id, bayName, mechanicName }) => ({
            id,
            label: text('sync.tasks.placeOf', { bay: bayName, mechanic: mechanicName }),
          })),
          { id: 'other', label: text('sync.tasks.placeOther') },
        ]}
      />
      {chosen === 'other' && job !== undefined && garage !== null && board !== null && (
        <PlaceFields
          places={placesFor(job.card, garage, board)}
          value={other}
          onChange={setOther}
          bayError={wasAsked && other.bayId === null ? text('jobActions.place.chooseBay') : null}
          mechanicError={wasAsked && other.mechanicId === null ? text('jobActions.place.chooseMechanic') : null}
        />
      )}
      <TextField label={text('sync.tasks.note')} optional value={note} onChange={setNote} maxLength={noteMostChars} />
      <StepProblem words={problem} />
      <Button type="submit" look="primary" isPending={isSending}>
        {text('sync.tasks.placeDo')}
      </Button>
    </form>
  )
}
