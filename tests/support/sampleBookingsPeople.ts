import type { Random } from '../../core/basics/random.ts'
import { carModels } from '../../core/persian/carModels.ts'
import { parseMobile, type Mobile } from '../../core/persian/mobile.ts'
import { freeZones, type Plate } from '../../core/persian/plate.ts'
import { classOfLetter, plateLetters, type PlateLetter } from '../../core/persian/plateLetters.ts'
import { provinceCodes } from '../../core/persian/plateProvinces.ts'

/** A made-up customer with a car. */
export type SamplePerson = { readonly name: string; readonly mobile: Mobile; readonly plate: Plate; readonly model: string }

const givenNames = [
  'محمد علی حسین رضا مهدی امیر حسن سعید مجید حمید وحید ناصر جواد کامران بهروز فرهاد سامان یونس اکبر اصغر کیان آرش سیاوش بهنام پیمان',
  'مسعود محسن داوود ابراهیم یوسف کاظم قاسم رامین شهرام بابک کوروش داریوش ایمان احسان میلاد پوریا سهراب نوید هادی مصطفی مرتضی اسماعیل',
  'مریم زهرا فاطمه نرگس ندا مینا شیوا الهام پروین سارا لیلا نسرین سمیرا مهسا نازنین آزاده شیرین فریبا اعظم طاهره معصومه سپیده هانیه رویا',
]
  .join(' ')
  .split(' ')

const familyNames = [
  'محمدی حسینی احمدی رضایی مرادی کریمی جعفری موسوی قاسمی رحیمی صادقی حیدری ابراهیمی اکبری کاظمی یوسفی هاشمی نوری صالحی رستمی',
  'عباسی زارعی سلیمانی امینی شریفی طاهری فراهانی تهرانی شیرازی اصفهانی تبریزی کرمانی یزدی گیلانی مازندرانی خراسانی همدانی قزوینی',
  'نجفی بهرامی خسروی پارسا فرجی قنبری ملکی نظری سبحانی عزیزی مقدم نیکنام دهقان باقری رحمانی سعیدی فتحی شاکری اسدی توکلی یعقوبی میرزایی',
  'شفیعی انصاری نعمتی حاتمی پورمحمدی علی‌پور حسین‌زاده تقی‌زاده کاویانی وطن‌دوست خدابنده ستاری بیگی اردلان کاکاوند بختیاری',
]
  .join(' ')
  .split(' ')

const offices = ['شهرداری ناحیه ۳', 'اداره آب', 'اداره برق', 'مرکز بهداشت', 'آموزش و پرورش', 'اداره پست', 'جهاد کشاورزی']

/**
 * `count` people with a plate and a mobile of their own each.
 * @param arabicShare of the names typed on an Arabic keyboard
 */
export function samplePeople(random: Random, count: number, arabicShare: number): readonly SamplePerson[] {
  const plates = new Set<string>()
  const people: SamplePerson[] = []
  while (people.length < count) {
    const plate = samplePlate(random)
    if (plates.has(JSON.stringify(plate))) continue
    plates.add(JSON.stringify(plate))
    people.push({
      name: sampleName(random, plate, arabicShare),
      mobile: sampleMobile(people.length),
      plate,
      model: sampleModel(random, plate),
    })
  }
  return people
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const picked = list[Math.floor(random() * list.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

/** The plate as it is written down, digits in Latin. */
export function plateText(plate: Plate): string {
  if (plate.kind === 'fourPart') return `${plate.twoDigits} ${plate.letter} ${plate.threeDigits} ایران ${plate.provinceCode}`
  return plate.kind === 'freeZone' ? `${zoneNames[plate.zone]} ${plate.serial}` : plate.serial
}

const zoneNames = { kish: 'کیش', qeshm: 'قشم', chabahar: 'چابهار', aras: 'ارس', arvand: 'اروند', anzali: 'انزلی', maku: 'ماکو' } as const

const privateLetters = plateLetters.filter((letter) => classOfLetter(letter) === 'private')

/** Nine cars of ten are private; of the others as many as a town garage meets. */
function samplePlate(random: Random): Plate {
  const kind = random()
  if (kind > 0.994) return { kind: 'freeZone', zone: pick(random, freeZones), serial: digits(random, 5) }
  return {
    kind: 'fourPart',
    twoDigits: digits(random, 2),
    letter: kind > 0.91 ? rareLetter(random) : pick(random, privateLetters),
    threeDigits: digits(random, 3),
    // Every province comes, the capital's codes more often.
    provinceCode: random() < 0.3 ? pick(random, ['11', '22', '33', '44', '55', '66', '77', '88', '99']) : pick(random, provinceCodes),
  }
}

function rareLetter(random: Random): PlateLetter {
  return pick<PlateLetter>(random, ['ت', 'ت', 'ت', 'ع', 'ع', 'الف', 'الف', 'ژ', 'ک', 'گ'])
}

/** The series skip 0. */
function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => 1 + Math.floor(random() * 9)).join('')
}

function sampleName(random: Random, plate: Plate, arabicShare: number): string {
  const family = pick(random, familyNames)
  if (plate.kind === 'fourPart' && plate.letter === 'الف') return `${pick(random, offices)}، آقای ${family}`
  const name = `${pick(random, givenNames)} ${family}`
  return random() < arabicShare ? name.replaceAll('ی', 'ي').replaceAll('ک', 'ك') : name
}

/** Of the right form, and plainly made up: one after the other. */
function sampleMobile(index: number): Mobile {
  const mobile = parseMobile(`0999000${String(index).padStart(4, '0')}`)
  if (!mobile.ok) throw new Error('a made-up number is of the right form')
  return mobile.value
}

const passengerCars = carModels.filter((model) => model.vehicleClass !== 'van')
/** What half the streets are full of. */
const commonCars = [
  'پراید ۱۳۱',
  'پراید ۱۱۱',
  'پژو ۲۰۶',
  'پژو ۴۰۵',
  'پژو پارس',
  'سمند LX',
  'تیبا ۲',
  'دنا پلاس',
  'کوییک R',
  'تندر ۹۰',
  'رانا پلاس',
]

function sampleModel(random: Random, plate: Plate): string {
  if (plate.kind === 'fourPart' && classOfLetter(plate.letter) === 'taxi')
    return pick(random, ['سمند EF7', 'پژو ۴۰۵', 'پژو پارس', 'آریزو ۵'])
  if (plate.kind === 'fourPart' && classOfLetter(plate.letter) === 'public') return pick(random, ['نیسان زامیاد', 'آریسان', 'پیکان وانت'])
  return random() < 0.5 ? pick(random, commonCars) : pick(random, random() < 0.9 ? passengerCars : carModels).name
}
