import { html } from 'hono/html'
import { assertNever } from '../../core/basics/assertNever.ts'
import { toPersianDigits } from '../../core/persian/digits.ts'
import { plateClass, type FreeZone, type Plate } from '../../core/persian/plate.ts'
import type { Words } from './words/words.ts'

/** What is stamped on the plates themselves: the same in every language. */
const marks = { iran: 'ایران', historic: 'تاریخی', protocol: 'تشریفات' } as const
const zones: Readonly<Record<FreeZone, readonly [persian: string, latin: string]>> = {
  kish: ['کیش', 'KISH'],
  qeshm: ['قشم', 'QESHM'],
  chabahar: ['چابهار', 'CHABAHAR'],
  aras: ['ارس', 'ARAS'],
  arvand: ['اروند', 'ARVAND'],
  anzali: ['انزلی', 'ANZALI'],
  maku: ['ماکو', 'MAKU'],
}

/** ه stands on plates in its two-eyed form: a zero-width joiner keeps it so. */
const joiner = '\u200d'

/** The plate as it hangs on the car, drawn by the desk's own style (renderer/styles/plate.css). */
export function plateDrawing(plate: Plate, words: Words, look = '') {
  const letter = plate.kind === 'fourPart' ? `letter-${plate.letter}` : ''
  return html`<span class="plate ${plateClass(plate)} ${letter} ${look}" role="img" aria-label="${words.plate(plateText(plate, words))}"
    >${drawn(plate)}</span
  >`
}

function drawn(plate: Plate) {
  const fa = toPersianDigits
  switch (plate.kind) {
    case 'fourPart': {
      const letter = plate.letter === 'ه' ? plate.letter + joiner : plate.letter
      return html`<i class="plate-band"></i
        ><span class="plate-main"
          ><span>${fa(plate.twoDigits)}</span
          ><b class="${letter.length > 2 ? 'long' : ''}">${plateClass(plate) === 'disabled' ? '♿' : letter}</b
          ><span>${fa(plate.threeDigits)}</span></span
        ><span class="plate-prov"><i class="plate-ir">${marks.iran}</i><span>${fa(plate.provinceCode)}</span></span>`
    }
    case 'motorcycle':
      return html`<i class="plate-band"></i><span class="m1">${fa(plate.district)}</span><span class="m2">${fa(plate.serial)}</span>`
    case 'freeZone':
      return html`<span class="plate-zone"><b>${zones[plate.zone][0]}</b><small>${zones[plate.zone][1]}</small></span
        ><span class="plate-serial two"><b>${fa(plate.serial)}</b><small>${plate.serial}</small></span>`
    case 'historic':
    case 'protocol':
      return html`<i class="plate-band"></i><span class="plate-serial"><small>${marks[plate.kind]}</small><b>${fa(plate.serial)}</b></span>`
    default:
      return assertNever(plate)
  }
}

/** As a screen reader says it. */
function plateText(plate: Plate, words: Words): string {
  switch (plate.kind) {
    case 'fourPart': {
      const letter = plateClass(plate) === 'disabled' ? words.wheelchair : plate.letter
      return `${plate.twoDigits} ${letter} ${plate.threeDigits} ${words.iran} ${plate.provinceCode}`
    }
    case 'motorcycle':
      return `${plate.district} ${plate.serial}`
    case 'freeZone':
      return `${zones[plate.zone][0]} ${plate.serial}`
    case 'historic':
    case 'protocol':
      return `${marks[plate.kind]} ${plate.serial}`
    default:
      return assertNever(plate)
  }
}
