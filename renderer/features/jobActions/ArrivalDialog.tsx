import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useMinute } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { useAskedArrival } from './arrivalChoice.ts'
import { carName } from './names.ts'

/**
 * A check-in of today was taken back: since when is the customer here? Both answers weigh the same: one of them puts him
 * before others, the other may make him late (T6).
 */
export function ArrivalDialog() {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  const asked = useAskedArrival((state) => state.asked)
  if (asked === null) return null
  const { car, arrivals, answer } = asked
  return (
    <Dialog
      title={text('jobActions.arrival.title', { car: carName(car, text, format) })}
      isOpen
      onClose={() => answer(null)}
      keepsOpen
      footer={
        <>
          {arrivals.map(({ arrivalId, arrivedAtUtcMs }) => (
            <Button key={arrivalId} onPress={() => answer({ arrivalId })}>
              {text('jobActions.arrival.since', { time: format.time(arrivedAtUtcMs) })}
            </Button>
          ))}
          <Button onPress={() => answer({ arrivalId: null })}>{text('jobActions.arrival.now', { time: format.time(minute) })}</Button>
          <Button look="quiet" onPress={() => answer(null)}>
            {text('jobActions.keep')}
          </Button>
        </>
      }
    >
      <p className="act-car">
        <Plate plate={car.vehicle.plate} heightPx={26} />
      </p>
      <p className="say">{text('jobActions.arrival.say')}</p>
    </Dialog>
  )
}
