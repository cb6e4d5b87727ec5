import { plateClass, plateKey } from '../../core/persian/plate.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import { Plate } from '../ui/plate/Plate.tsx'
import { samples } from './samples.ts'

export function PlatesKit() {
  const text = useText()
  const format = useFormat()
  return (
    <>
      <div className="grid grid-cols-4 items-end gap-x-5 gap-y-4">
        {samples.plates.map((plate) => (
          <figure key={plateKey(plate)}>
            <Plate plate={plate} heightPx={plate.kind === 'motorcycle' ? 60 : 44} />
            <figcaption className="mt-1.5 text-12 text-ink-2">{text(`plate.class.${plateClass(plate)}`)}</figcaption>
          </figure>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-5 text-12 text-ink-2">
        {[24, 28, 36, 48].map((heightPx, index) => (
          <span key={heightPx} className="flex items-center gap-2">
            <Plate plate={samples.cars[index]?.plate ?? samples.cars[0].plate} heightPx={heightPx} />
            {format.number(heightPx)}
          </span>
        ))}
      </div>
    </>
  )
}
