import { useState } from 'react'
import type { BayId, PersonId } from '../../../core/basics/ids.ts'
import type { JobCommand } from './useJobActions.ts'
import { useText } from '../../i18n/text.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { type Place, PlaceFields } from './PlaceFields.tsx'
import { isFreeBay, isFreeMechanic, placesFor } from './places.ts'
import type { JobDialogProps } from './question.ts'
import { type RefusalCode, useActionForm } from './useActionForm.ts'
import type { ActRefusal } from './useJobActions.ts'

const bayCodes: readonly RefusalCode[] = ['bayTaken', 'bayUnfit', 'unknownBay']
const mechanicCodes: readonly RefusalCode[] = ['mechanicBusy', 'mechanicUnfit', 'unknownMechanic']

type PlaceDialogProps = JobDialogProps & {
  readonly title: string
  readonly say?: string
  readonly doLabel: string
  /** What the fields begin with where it is free; the first free ones otherwise. */
  readonly wanted: Place
  readonly commandFor: (bayId: BayId, mechanicId: PersonId) => JobCommand
  readonly onRefused?: (refusal: ActRefusal, bayId: BayId, mechanicId: PersonId) => boolean
}

/** In which bay, by whom: the question of a start and of a resumption. */
export function PlaceDialog({ job, garage, board, onAsk, title, say, doLabel, wanted, commandFor, onRefused }: PlaceDialogProps) {
  const text = useText()
  const places = placesFor(job.card, garage, board)
  const [place, setPlace] = useState<Place>(() => {
    const bays = places.bays.filter(isFreeBay)
    const mechanics = places.mechanics.filter(isFreeMechanic)
    return {
      bayId: (bays.find(({ bayId }) => bayId === wanted.bayId) ?? bays[0])?.bayId ?? null,
      mechanicId: (mechanics.find(({ mechanicId }) => mechanicId === wanted.mechanicId) ?? mechanics[0])?.mechanicId ?? null,
    }
  })
  const [wasAsked, setAsked] = useState(false)
  const { bayId, mechanicId } = place
  const form = useActionForm(
    job.card,
    () => onAsk(null),
    (refusal) => bayId !== null && mechanicId !== null && onRefused?.(refusal, bayId, mechanicId) === true,
  )
  const start = (): void => {
    setAsked(true)
    if (bayId !== null && mechanicId !== null) form.send(commandFor(bayId, mechanicId))
  }
  const hasFreePlace = places.bays.some(isFreeBay) && places.mechanics.some(isFreeMechanic)
  return (
    <ActionDialog
      title={title}
      card={job.card}
      {...(say === undefined ? {} : { say })}
      doLabel={doLabel}
      isSending={form.isSending}
      problem={form.besides([...bayCodes, ...mechanicCodes]) ?? (hasFreePlace ? null : text('jobActions.place.noneFree'))}
      onDo={start}
      onClose={() => onAsk(null)}
    >
      <PlaceFields
        places={places}
        value={place}
        onChange={setPlace}
        bayError={form.at(bayCodes) ?? (wasAsked && bayId === null ? text('jobActions.place.chooseBay') : null)}
        mechanicError={form.at(mechanicCodes) ?? (wasAsked && mechanicId === null ? text('jobActions.place.chooseMechanic') : null)}
      />
    </ActionDialog>
  )
}
