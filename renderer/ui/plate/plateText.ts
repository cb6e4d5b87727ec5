import { assertNever } from '../../../core/basics/assertNever.ts'
import { type Plate, plateClass } from '../../../core/persian/plate.ts'
import type { PlateLetter } from '../../../core/persian/plateLetters.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'

/** ه stands on plates in its two-eyed form: a zero-width joiner keeps it so. */
const joiner = '\u200d'

export function drawnLetter(letter: PlateLetter): string {
  return letter === 'ه' ? letter + joiner : letter
}

/** How a screen reader says a plate, and how a sentence quotes it: `۱۲ ب ۳۴۵ ایران ۶۷`. */
export function plateWords(plate: Plate, text: Text, format: Format): string {
  const { digits } = format
  switch (plate.kind) {
    case 'fourPart': {
      const letter = plateClass(plate) === 'disabled' ? text('plate.wheelchair') : plate.letter
      return `${digits(plate.twoDigits)} ${letter} ${digits(plate.threeDigits)} ${text('plate.iran')} ${digits(plate.provinceCode)}`
    }
    case 'motorcycle':
      return `${text('plate.kind.motorcycle')} ${digits(plate.district)} ${digits(plate.serial)}`
    case 'freeZone':
      return `${text(`plate.zoneName.${plate.zone}`)} ${digits(plate.serial)}`
    case 'historic':
      return `${text('plate.historicWord')} ${digits(plate.serial)}`
    case 'protocol':
      return `${text('plate.protocolWord')} ${digits(plate.serial)}`
    default:
      return assertNever(plate)
  }
}
