import { assertNever } from '../../../core/basics/assertNever.ts'
import { toPersianDigits } from '../../../core/persian/digits.ts'
import { type Plate, plateClass, plateParts } from '../../../core/persian/plate.ts'
import { plateMarks } from '../../ui/plate/plateMarks.ts'
import { drawnLetter } from '../../ui/plate/plateText.ts'
import { type Child, h } from '../dom.ts'

/** The plate as it hangs on the car, by the page's style sheet of plates (renderer/styles/plate.css). */
export function plateDrawing(plate: Plate): HTMLElement {
  const letter = plate.kind === 'fourPart' ? ` letter-${plate.letter}` : ''
  const label = plateParts(plate)
    .map(({ text }) => toPersianDigits(text))
    .join(' ')
  return h('span', { class: `plate ${plateClass(plate)}${letter}`, role: 'img', 'aria-label': label }, drawn(plate))
}

function drawn(plate: Plate): Child {
  const band = h('i', { class: 'plate-band' })
  switch (plate.kind) {
    case 'fourPart':
      return [
        band,
        h(
          'span',
          { class: 'plate-main' },
          h('span', {}, toPersianDigits(plate.twoDigits)),
          h('b', plate.letter.length > 1 ? { class: 'long' } : {}, drawnLetter(plate.letter)),
          h('span', {}, toPersianDigits(plate.threeDigits)),
        ),
        h(
          'span',
          { class: 'plate-prov' },
          h('i', { class: 'plate-ir' }, plateMarks.iran),
          h('span', {}, toPersianDigits(plate.provinceCode)),
        ),
      ]
    case 'motorcycle':
      return [band, h('span', { class: 'm1' }, toPersianDigits(plate.district)), h('span', { class: 'm2' }, toPersianDigits(plate.serial))]
    case 'freeZone': {
      const { persian, latin } = plateMarks.zones[plate.zone]
      return [
        h('span', { class: 'plate-zone' }, h('b', {}, persian), h('small', {}, latin)),
        h('span', { class: 'plate-serial two' }, h('b', {}, toPersianDigits(plate.serial)), h('small', {}, plate.serial)),
      ]
    }
    case 'historic':
    case 'protocol':
      return [band, h('span', { class: 'plate-serial' }, h('small', {}, plateMarks[plate.kind]), h('b', {}, toPersianDigits(plate.serial)))]
    default:
      return assertNever(plate)
  }
}
