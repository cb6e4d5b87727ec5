import type { BayId, PersonId } from '../../../core/basics/ids.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Select } from '../../ui/Select.tsx'
import { carName } from './names.ts'
import { isFreeBay, isFreeMechanic, type Places } from './places.ts'

export type Place = { readonly bayId: BayId | null; readonly mechanicId: PersonId | null }

type PlaceFieldsProps = {
  readonly places: Places
  readonly value: Place
  readonly onChange: (place: Place) => void
  readonly bayError: string | null
  readonly mechanicError: string | null
}

/** Bay and mechanic; whoever is busy or unfit stays in the list with the reason beside the name. */
export function PlaceFields({ places, value, onChange, bayError, mechanicError }: PlaceFieldsProps) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      <Select
        label={text('jobActions.place.bay')}
        placeholder={text('common.choose')}
        value={value.bayId}
        onChange={(bayId) => onChange({ ...value, bayId })}
        error={bayError}
        choices={places.bays.map((bay) => ({
          id: bay.bayId,
          label: bay.name,
          isDisabled: !isFreeBay(bay),
          ...(bay.takenBy === null
            ? bay.fits
              ? {}
              : { say: text('jobActions.place.bayUnfit') }
            : { say: text('jobActions.place.bayTaken', { car: carName(bay.takenBy, text, format) }) }),
        }))}
      />
      <Select
        label={text('jobActions.place.mechanic')}
        placeholder={text('common.choose')}
        value={value.mechanicId}
        onChange={(mechanicId) => onChange({ ...value, mechanicId })}
        error={mechanicError}
        choices={places.mechanics.map((mechanic) => ({
          id: mechanic.mechanicId,
          label: mechanic.name,
          isDisabled: !isFreeMechanic(mechanic),
          ...(mechanic.busyWith === null
            ? mechanic.missing.length === 0
              ? {}
              : {
                  say: text('jobActions.place.unfit', {
                    missing: format.list(mechanic.missing.map((skill) => text(`domain.skill.${skill}`))),
                  }),
                }
            : { say: text('jobActions.place.busy', { car: carName(mechanic.busyWith, text, format) }) }),
        }))}
      />
    </div>
  )
}
