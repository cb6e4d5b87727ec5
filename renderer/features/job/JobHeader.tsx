import { Button as AriaButton } from 'react-aria-components'
import { Link } from 'wouter'
import type { JobPage } from '../../../core/contract/views.ts'
import type { PhaseKind } from '../../../core/domain/job/types.ts'
import { plateKey } from '../../../core/persian/plate.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Chip, type ChipLook, ClassChip } from '../../ui/Chip.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { partyHref } from '../customers/partyHref.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { PapersMenu } from './PapersMenu.tsx'
import { whenWords } from './when.ts'

/** Who and which car, and where the job stands. */
export function JobHeader({ job, onAsk }: { job: JobPage; onAsk: (question: JobQuestion) => void }) {
  const text = useText()
  const { card, phase, arrival, visitCount } = job
  const { customer, vehicle } = card
  return (
    <header className="job-head">
      <Plate plate={vehicle.plate} heightPx={46} />
      <div>
        <h1>
          <bdi>{vehicle.model}</bdi>
        </h1>
        <p>
          <VehicleFacts job={job} onAsk={onAsk} />
        </p>
      </div>
      <i className="rule" />
      <div>
        <h2>{customer.name === '' ? text('job.noName') : <PersonName name={customer.name} />}</h2>
        <p>
          {customer.mobile === null ? text('job.noMobile') : <Phone mobile={customer.mobile} />}
          <span className="dotsep" />
          <Link href={partyHref(plateKey(vehicle.plate), customer.mobile)} className="link">
            {text('job.visitCount', { count: visitCount })}
          </Link>
        </p>
      </div>
      <i className="rule" />
      <div>
        <p>
          {text('job.number')} <b className="num">{useFormat().digits(card.jobNo)}</b>
        </p>
        <p>
          <SlotAndBay job={job} />
        </p>
      </div>
      <div className="end">
        {arrival !== null && <ClassChip arrivalClass={arrival.arrivalClass} />}
        <PhaseChip phase={phase} />
        <PapersMenu job={job} />
      </div>
    </header>
  )
}

/** VIN and odometer: a press edits them, since both stand on every consent and invoice. */
function VehicleFacts({ job: { card, account, phase }, onAsk }: { job: JobPage; onAsk: (question: JobQuestion) => void }) {
  const text = useText()
  const { may } = useJobActions()
  const { vin, odometerKm } = account.facts
  const words = [
    ...(odometerKm === null ? [] : [text('job.vehicle.km', { km: odometerKm })]),
    ...(vin === null ? [] : [text('job.vehicle.vin', { vin })]),
  ].join(text('common.comma'))
  if (!may('noteVehicle') || phase === 'cancelled') return words
  return (
    <AriaButton
      className="fact"
      aria-label={words === '' ? text('job.vehicle.add') : `${text('job.vehicle.edit')}: ${words}`}
      onPress={() => onAsk({ kind: 'vehicle', jobId: card.jobId })}
    >
      {words === '' ? text('job.vehicle.add') : words}
      <Icon name="pencil" size="s" />
    </AriaButton>
  )
}

function SlotAndBay({ job: { card, bayName } }: { job: JobPage }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  if (card.slotStartUtcMs === null) return bayName === null ? text('job.noSlot') : text('job.noSlotInBay', { bay: bayName })
  const slot = whenWords(card.slotStartUtcMs, minute, format)
  return bayName === null ? text('job.slot', { slot }) : text('job.slotInBay', { slot, bay: bayName })
}

const phaseLooks: Readonly<Record<PhaseKind, { readonly look: ChipLook; readonly icon: IconName }>> = {
  expected: { look: 'plain', icon: 'clock' },
  waiting: { look: 'plain', icon: 'columns' },
  inWork: { look: 'onTime', icon: 'wrench' },
  paused: { look: 'wait', icon: 'pause' },
  finished: { look: 'ready', icon: 'check' },
  handedOver: { look: 'plain', icon: 'key' },
  cancelled: { look: 'noShow', icon: 'forbidden' },
  noShow: { look: 'noShow', icon: 'cross' },
}

export function PhaseChip({ phase }: { phase: PhaseKind }) {
  const { look, icon } = phaseLooks[phase]
  return (
    <Chip look={look} icon={icon}>
      {useText()(`domain.phase.${phase}`)}
    </Chip>
  )
}
