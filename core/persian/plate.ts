import { assertNever } from '../basics/assertNever.ts'
import { classOfLetter, isPlateLetter, type PlateLetter, type PlateLetterClass } from './plateLetters.ts'
import { isProvinceCode } from './plateProvinces.ts'

export type FreeZone = 'kish' | 'qeshm' | 'chabahar' | 'aras' | 'arvand' | 'anzali' | 'maku'
export const freeZones: readonly FreeZone[] = ['kish', 'qeshm', 'chabahar', 'aras', 'arvand', 'anzali', 'maku']

/**
 * The number on a plate in the parts it is drawn in. All digits are Latin here.
 * The expiry month under the code of a temporary plate (گ) is not part of the number, so it is not part of this.
 */
export type Plate =
  | {
      readonly kind: 'fourPart'
      readonly twoDigits: string
      readonly letter: PlateLetter
      readonly threeDigits: string
      readonly provinceCode: string
    }
  /** Two rows: three digits of the issuing district, five of the series. */
  | { readonly kind: 'motorcycle'; readonly district: string; readonly serial: string }
  /** The zone's name in the blue field, five digits in both scripts beside it. */
  | { readonly kind: 'freeZone'; readonly zone: FreeZone; readonly serial: string }
  /** The word تاریخی over five digits. */
  | { readonly kind: 'historic'; readonly serial: string }
  /** The word تشریفات and four digits; three are taken too. */
  | { readonly kind: 'protocol'; readonly serial: string }

export type PlateClass = PlateLetterClass | 'motorcycle' | 'freeZone' | 'historic' | 'protocol'

export type PlatePart = 'twoDigits' | 'letter' | 'threeDigits' | 'provinceCode' | 'district' | 'zone' | 'serial'

export function plateClass(plate: Plate): PlateClass {
  return plate.kind === 'fourPart' ? classOfLetter(plate.letter) : plate.kind
}

/** The parts in the order they are read, left to right. */
export function plateParts(plate: Plate): readonly { readonly part: PlatePart; readonly text: string }[] {
  switch (plate.kind) {
    case 'fourPart':
      return [
        { part: 'twoDigits', text: plate.twoDigits },
        { part: 'letter', text: plate.letter },
        { part: 'threeDigits', text: plate.threeDigits },
        { part: 'provinceCode', text: plate.provinceCode },
      ]
    case 'motorcycle':
      return [
        { part: 'district', text: plate.district },
        { part: 'serial', text: plate.serial },
      ]
    case 'freeZone':
      return [
        { part: 'zone', text: plate.zone },
        { part: 'serial', text: plate.serial },
      ]
    case 'historic':
    case 'protocol':
      return [{ part: 'serial', text: plate.serial }]
    default:
      return assertNever(plate)
  }
}

/** The digits alone in reading order, for a search by any four of them. */
export function plateDigits(plate: Plate): string {
  return plateParts(plate)
    .filter(({ part }) => part !== 'letter' && part !== 'zone')
    .map(({ text }) => text)
    .join('')
}

/** The same for the same plate however it was typed, and different for different plates: `12ب345-67`, `123-45678`, `kish-12345`. */
export function plateKey(plate: Plate): string {
  switch (plate.kind) {
    case 'fourPart':
      return `${plate.twoDigits}${plate.letter}${plate.threeDigits}-${plate.provinceCode}`
    case 'motorcycle':
      return `${plate.district}-${plate.serial}`
    case 'freeZone':
      return `${plate.zone}-${plate.serial}`
    case 'historic':
    case 'protocol':
      return `${plate.kind}-${plate.serial}`
    default:
      return assertNever(plate)
  }
}

/** Null for anything that `plateKey` does not write. */
export function plateFromKey(key: string): Plate | null {
  const fourPart = /^(\d{2})(\D+)(\d{3})-(\d{2})$/.exec(key)
  if (fourPart !== null) {
    const [, twoDigits = '', letter = '', threeDigits = '', provinceCode = ''] = fourPart
    return isPlateLetter(letter) && isProvinceCode(provinceCode) ? { kind: 'fourPart', twoDigits, letter, threeDigits, provinceCode } : null
  }
  const [, name = '', serial = ''] = /^([a-z]+|\d{3})-(\d{3,5})$/.exec(key) ?? []
  if (name === 'protocol') return serial.length <= 4 ? { kind: 'protocol', serial } : null
  if (serial.length !== 5) return null
  if (name === 'historic') return { kind: 'historic', serial }
  if (/^\d/.test(name)) return { kind: 'motorcycle', district: name, serial }
  const zone = freeZones.find((candidate) => candidate === name)
  return zone === undefined ? null : { kind: 'freeZone', zone, serial }
}

/** For plates from outside: exactly the fields of one kind, each of its own form. */
export function isPlate(value: unknown): value is Plate {
  if (typeof value !== 'object' || value === null) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  const text = (name: string): string => {
    const content = fields.get(name)
    return typeof content === 'string' ? content : ''
  }
  const plate = plateFromKey(keyOfFields(text))
  if (plate === null) return false
  const own = Object.entries(plate)
  return own.length === fields.size && own.every(([name, content]) => fields.get(name) === content)
}

function keyOfFields(field: (name: 'kind' | PlatePart) => string): string {
  const kind = field('kind')
  if (kind === 'fourPart') return `${field('twoDigits')}${field('letter')}${field('threeDigits')}-${field('provinceCode')}`
  if (kind === 'motorcycle') return `${field('district')}-${field('serial')}`
  return `${kind === 'freeZone' ? field('zone') : kind}-${field('serial')}`
}
