import type { PersonId } from '../../../core/basics/ids.ts'
import type { MechanicView } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ClassChip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { Titles } from './Titles.tsx'

type NextCarProps = {
  readonly next: NonNullable<MechanicView['next']>
  readonly mechanicId: PersonId
  /** The one filled button of the screen is elsewhere while work stands. */
  readonly isMain: boolean
}

/** Whom the queue gives this mechanic now, and where. */
export function NextCar({ next, mechanicId, isMain }: NextCarProps) {
  const text = useText()
  const format = useFormat()
  const { run, isSending } = useJobActions()
  const { card, bay } = next
  const { jobId, vehicle, services, note } = card
  const minutes = services.reduce((sum, { quotedMin }) => sum + quotedMin, 0)
  return (
    <section className="bay-next" aria-label={text('mechanic.next')}>
      <h2>
        {text('mechanic.next')}
        <ClassChip arrivalClass={card.arrivalClass} />
      </h2>
      <div className="id">
        <Plate plate={vehicle.plate} heightPx={40} />
        <p>
          <b>
            <bdi>{vehicle.model}</bdi>
          </b>
          <small>{text('common.jobNo', { no: card.jobNo })}</small>
        </p>
      </div>
      <p className="services">
        <Titles services={services} />
        <span className="dotsep">{format.minutes(minutes)}</span>
      </p>
      {note !== '' && (
        <p className="note">
          <Icon name="message" size="m" />
          {note}
        </p>
      )}
      <Button
        size="touch"
        look={isMain ? 'primary' : 'plain'}
        icon="play"
        isPending={isSending}
        onPress={() => void run({ type: 'startWork', jobId, bayId: bay.bayId, mechanicId, overrideReason: null }, card)}
      >
        {text('mechanic.startIn', { bay: bay.name })}
      </Button>
    </section>
  )
}
