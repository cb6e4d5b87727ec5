import type { JobId } from '../../../core/basics/ids.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Twin } from './twin.ts'

type TwinNoticeProps = {
  readonly twin: Twin
  readonly isSending: boolean
  readonly onCheckIn: (jobId: JobId) => void
  readonly onOpen: (jobId: JobId) => void
  /** The desk has seen it, and means a second visit. */
  readonly onAnyway: () => void
}

/** Asked before a second visit of one plate is opened. */
export function TwinNotice({ twin, isSending, onCheckIn, onOpen, onAnyway }: TwinNoticeProps) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="twin" role="alert">
      <p>
        <Icon name={twin.kind === 'booked' ? 'calendar' : 'car'} size="m" />
        {twin.kind === 'booked'
          ? text('newVisit.booked', { time: format.time(twin.slotUtcMs) })
          : text('newVisit.here', { jobNo: twin.jobNo })}
      </p>
      <div>
        {twin.kind === 'booked' ? (
          <Button look="primary" size="sm" isPending={isSending} onPress={() => onCheckIn(twin.jobId)}>
            {text('newVisit.checkInBooking')}
          </Button>
        ) : (
          <Button look="primary" size="sm" onPress={() => onOpen(twin.jobId)}>
            {text('newVisit.openThat')}
          </Button>
        )}
        <Button size="sm" isDisabled={isSending} onPress={onAnyway}>
          {text('newVisit.anyway')}
        </Button>
      </div>
    </div>
  )
}
