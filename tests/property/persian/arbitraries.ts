import * as fc from 'fast-check'
import { assertNever } from '../../../core/basics/assertNever.ts'
import { freeZones, type Plate } from '../../../core/persian/plate.ts'
import { plateLetters } from '../../../core/persian/plateLetters.ts'
import { provinceCodes } from '../../../core/persian/plateProvinces.ts'

export function characters(text: string): readonly string[] {
  return Array.from(text)
}

/** Any string at all, lone surrogates included, and strings of just the characters that the readers look at. */
export const junk = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom(
      ...characters("0129۰۱۲۹٠٩０９بپالفیيكکه ♿DSdf+-−–/|.,،٬٫:;'[]()ـ\u200c\u200d\u200e\u2067\ufeff\u0654\u0653\u0000\u00a0"),
    ),
  }),
  fc.string({ unit: fc.constantFrom('ایران', 'کیش', 'تاریخی', 'الف', '12', '345', '67', '1405', '/', '-', ' ', 'ب', '98', '09') }),
)

const toScript =
  (zero: number) =>
  (text: string): string =>
    text.replace(/[0-9]/g, (digit) => String.fromCharCode(zero + Number(digit)))

/** Latin, Persian, Arabic-Indic, full width. */
export const inAnyScript = fc.constantFrom(toScript(0x30), toScript(0x06f0), toScript(0x0660), toScript(0xff10))

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))

const fourPart = fc.record({
  kind: fc.constant('fourPart' as const),
  twoDigits: digits(2),
  letter: fc.constantFrom(...plateLetters),
  threeDigits: digits(3),
  provinceCode: fc.constantFrom(...provinceCodes),
})
const motorcycle = fc.record({ kind: fc.constant('motorcycle' as const), district: digits(3), serial: digits(5) })
const freeZone = fc.record({ kind: fc.constant('freeZone' as const), zone: fc.constantFrom(...freeZones), serial: digits(5) })
const historic = fc.record({ kind: fc.constant('historic' as const), serial: digits(5) })
const protocol = fc.record({ kind: fc.constant('protocol' as const), serial: fc.oneof(digits(3), digits(4)) })

export const plate: fc.Arbitrary<Plate> = fc.oneof(fourPart, motorcycle, freeZone, historic, protocol)

const separator = fc.constantFrom(' ', '-', ' | ', '/', '\u200c ', ' – ')

/** A plate with one of the ways to type it. */
export const typedPlate: fc.Arbitrary<{ readonly plate: Plate; readonly typed: string }> = fc
  .record({
    plate,
    mark: separator,
    iran: fc.constantFrom('', ' ایران ', ' ايران ', ' IRAN '),
    order: fc.nat({ max: 7 }),
    script: inAnyScript,
  })
  .map(({ plate: meant, mark, iran, order, script }) => {
    const ways = typings(meant, mark, iran)
    return { plate: meant, typed: script(ways[order % ways.length] ?? '') }
  })

function typings(meant: Plate, mark: string, iran: string): readonly string[] {
  switch (meant.kind) {
    case 'fourPart': {
      const { twoDigits, letter, threeDigits, provinceCode } = meant
      const box = `${iran}${provinceCode}`
      return [
        `${twoDigits}${letter}${threeDigits}${provinceCode}`,
        [twoDigits, letter, threeDigits, box].join(mark),
        `${twoDigits}${letter}${threeDigits}${iran}${mark}${provinceCode}`,
        [box, threeDigits, letter, twoDigits].join(mark),
        `${provinceCode}${threeDigits}${letter}${twoDigits}`,
        [box, twoDigits, letter, threeDigits].join(mark),
        [threeDigits, letter, twoDigits, box].join(mark),
        [twoDigits, threeDigits, box, letter].join(mark),
      ]
    }
    case 'motorcycle':
      return [`${meant.district}${meant.serial}`, `${meant.district}${mark}${meant.serial}`, `${meant.serial}${mark}${meant.district}`]
    case 'freeZone':
      return [`${meant.zone}${mark}${meant.serial}`, `${meant.serial}${mark}${meant.zone.toUpperCase()}`]
    case 'historic':
      return [`تاریخی${mark}${meant.serial}`, `${meant.serial}${mark}تاريخي`]
    case 'protocol':
      return [`تشریفات${mark}${meant.serial}`, `${meant.serial}${mark}تشريفات`]
    default:
      return assertNever(meant)
  }
}
