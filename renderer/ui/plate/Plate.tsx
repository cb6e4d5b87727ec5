import type { CSSProperties, ReactNode } from 'react'
import { assertNever } from '../../../core/basics/assertNever.ts'
import { toPersianDigits } from '../../../core/persian/digits.ts'
import { type Plate as PlateNumber, plateClass } from '../../../core/persian/plate.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { drawnLetter, plateWords } from './plateText.ts'
import { plateMarks } from './plateMarks.ts'

/** Lets a style name the plate's own custom property. */
type PlateStyle = CSSProperties & { '--ph'?: string }

/**
 * The plate as it hangs on the car: Persian digits and left to right in every language, its own colours in both themes.
 * `heightPx` sets every size (24 in a table, 30 in a row, 46 at the head of a page).
 */
export function Plate({ plate, heightPx }: { plate: PlateNumber; heightPx?: number }) {
  const text = useText()
  const format = useFormat()
  const style: PlateStyle = heightPx === undefined ? {} : { '--ph': `${heightPx}px` }
  return (
    <span
      className={`plate ${plateClass(plate)} ${plate.kind === 'fourPart' ? `letter-${plate.letter}` : ''}`}
      style={style}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made of text: it can be selected and copied
      role="img"
      aria-label={text('plate.spoken', { text: plateWords(plate, text, format) })}
    >
      {drawn(plate)}
    </span>
  )
}

function drawn(plate: PlateNumber): ReactNode {
  switch (plate.kind) {
    case 'fourPart':
      return (
        <>
          <i className="plate-band" />
          <span className="plate-main">
            <span>{toPersianDigits(plate.twoDigits)}</span>
            <Letter plate={plate} />
            <span>{toPersianDigits(plate.threeDigits)}</span>
          </span>
          <span className="plate-prov">
            <i className="plate-ir">{plateMarks.iran}</i>
            <span>{toPersianDigits(plate.provinceCode)}</span>
          </span>
        </>
      )
    case 'motorcycle':
      return (
        <>
          <i className="plate-band" />
          <span className="m1">{toPersianDigits(plate.district)}</span>
          <span className="m2">{toPersianDigits(plate.serial)}</span>
        </>
      )
    case 'freeZone':
      return (
        <>
          <span className="plate-zone">
            <b>{plateMarks.zones[plate.zone].persian}</b>
            <small>{plateMarks.zones[plate.zone].latin}</small>
          </span>
          <span className="plate-serial two">
            <b>{toPersianDigits(plate.serial)}</b>
            <small>{plate.serial}</small>
          </span>
        </>
      )
    case 'historic':
    case 'protocol':
      return (
        <>
          <i className="plate-band" />
          <span className="plate-serial">
            <small>{plateMarks[plate.kind]}</small>
            <b>{toPersianDigits(plate.serial)}</b>
          </span>
        </>
      )
    default:
      return assertNever(plate)
  }
}

function Letter({ plate }: { plate: Extract<PlateNumber, { kind: 'fourPart' }> }) {
  if (plateClass(plate) === 'disabled') {
    return (
      <b>
        <svg viewBox="0 0 20 20">
          <circle cx="8" cy="3" r="1.4" />
          <path d="M8 6.5v5h5l2.5 5M8 8.5h4M6 9a4.5 4.5 0 1 0 6.5 6" />
        </svg>
      </b>
    )
  }
  return <b className={plate.letter.length > 1 ? 'long' : ''}>{drawnLetter(plate.letter)}</b>
}
