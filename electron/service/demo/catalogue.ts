import { rial } from '../../../core/basics/rial.ts'
import type { Material, Unit } from '../../../core/domain/materials/types.ts'
import type { VatRate } from '../../../core/domain/pricing/types.ts'
import { isoDate } from '../../../core/persian/jalali.ts'

/** Iran's rates as they were: 9 % until 1402, 10 % from Farvardin 1403 on. */
export const demoVatRates: readonly VatRate[] = [
  { from: isoDate('2015-03-21'), ratePermyriad: 900 },
  { from: isoDate('2024-03-20'), ratePermyriad: 1000 },
]

type Line = readonly [kind: string, brand: string | null, grade: string | null, partNo: string | null, unit: Unit, unitPriceRial: number]

/** What stands on the shelves: what the demo's bookings ask for, and what lies beside it. */
const lines: readonly Line[] = [
  ['روغن موتور', 'بهران', '10W-40', null, 'litre', 3_500_000],
  ['روغن موتور', 'بهران', '5W-40', null, 'litre', 4_900_000],
  ['روغن موتور', 'بهران', '20W-50', null, 'litre', 2_900_000],
  ['روغن موتور', 'ایرانول', '10W-40', null, 'litre', 3_300_000],
  ['روغن موتور', 'سپاهان', '10W-40', null, 'litre', 3_200_000],
  ['روغن گیربکس', 'بهران', 'ATF', null, 'litre', 4_200_000],
  ['روغن گیربکس', 'بهران', '75W-80', null, 'litre', 3_600_000],
  ['روغن گیربکس', 'ایرانول', '75W-90', null, 'litre', 3_400_000],
  ['روغن ترمز', 'بهران', 'DOT4', null, 'litre', 3_200_000],
  ['روغن هیدرولیک فرمان', 'بهران', 'ATF II', null, 'litre', 3_100_000],
  ['روغن کمپرسور', 'سان‌کو', 'PAG 46', null, 'litre', 18_000_000],
  ['ضدیخ', 'بهران', null, null, 'litre', 3_200_000],
  ['ضدیخ', 'کاسپین', null, null, 'litre', 2_700_000],
  ['گاز کولر', 'فریون', 'R134a', null, 'kilogram', 18_000_000],
  ['فیلتر روغن', 'سرکان', null, 'SF-1109', 'piece', 1_900_000],
  ['فیلتر روغن', 'بهران', null, 'BF-206', 'piece', 1_700_000],
  ['فیلتر روغن', 'فردا', null, 'FO-405', 'piece', 1_500_000],
  ['فیلتر هوا', 'سرکان', null, 'SA-7206', 'piece', 2_600_000],
  ['فیلتر هوا', 'فردا', null, 'FA-405', 'piece', 2_100_000],
  ['فیلتر کابین', 'سرکان', null, 'SC-7206', 'piece', 2_300_000],
  ['فیلتر بنزین', 'سرکان', null, 'SG-7206', 'piece', 2_800_000],
  ['لنت ترمز جلو', 'الیگ', 'درجه یک', 'EL-2206', 'set', 12_500_000],
  ['لنت ترمز جلو', 'پارس لنت', null, 'PL-206F', 'set', 8_900_000],
  ['لنت ترمز عقب', 'الیگ', 'درجه یک', 'EL-2231', 'set', 11_000_000],
  ['لنت ترمز عقب', 'پارس لنت', null, 'PL-206R', 'set', 7_800_000],
  ['فنر لنت عقب', 'عظام', null, null, 'set', 1_400_000],
  ['دیسک چرخ جلو', 'ایساکو', null, '0404803399', 'piece', 12_000_000],
  ['دیسک چرخ جلو', 'امیرنیا', null, 'AN-206', 'piece', 8_700_000],
  ['کاسه چرخ عقب', 'ایساکو', null, '0404801299', 'piece', 9_600_000],
  ['کیت تعمیر سیلندر ترمز', 'عظام', null, null, 'set', 6_500_000],
  ['شیلنگ ترمز جلو', 'عظام', null, 'AZ-1406', 'piece', 2_900_000],
  ['بوش طبق جلو', 'ایساکو', null, '0402101599', 'piece', 2_600_000],
  ['بوش طبق جلو', 'رام', null, 'RM-206', 'piece', 1_700_000],
  ['سیبک فرمان', 'آرتا', null, 'AR-206', 'piece', 4_200_000],
  ['طبق جلو', 'ایساکو', null, '0402100399', 'piece', 21_500_000],
  ['کمک‌فنر جلو', 'کایابا', 'گازی', null, 'pair', 56_000_000],
  ['کمک‌فنر جلو', 'ایندامین', 'روغنی', null, 'pair', 37_600_000],
  ['گردگیر پلوس', 'عظام', null, 'AZ-2206', 'piece', 2_200_000],
  ['بلبرینگ چرخ جلو', 'SKF', null, 'VKBA 3550', 'piece', 14_800_000],
  ['شمع', 'NGK', 'ایریدیوم', 'BKR6EIX', 'piece', 4_000_000],
  ['شمع', 'بوش', 'تک‌پلاتین', 'FR7DC', 'piece', 1_900_000],
  ['وایر شمع', 'عظام', null, 'AZ-405', 'set', 6_400_000],
  ['کوئل', 'عظام', null, 'AZ-1606', 'piece', 12_000_000],
  ['کیت تسمه تایم', 'گیتس', null, 'K015587', 'set', 40_000_000],
  ['تسمه دینام', 'گیتس', null, '6PK1750', 'piece', 5_900_000],
  ['واترپمپ', 'GMB', null, 'GW-1206', 'piece', 32_000_000],
  ['واترپمپ', 'ایساکو', null, '1302200199', 'piece', 27_400_000],
  ['واشر واترپمپ', 'ایساکو', null, null, 'piece', 4_000_000],
  ['واشر کارتل گیربکس', 'ایساکو', null, null, 'piece', 3_000_000],
  ['ترموستات', 'وهلر', null, '4256.89D', 'piece', 7_300_000],
  ['باتری', 'سپاهان', '60Ah', null, 'piece', 40_000_000],
  ['باتری', 'صبا', '55Ah', null, 'piece', 36_500_000],
  ['دینام', 'عظام', '90A', null, 'piece', 33_000_000],
  ['سیم برق خودرو', 'مغان', '۲٫۵ میلی‌متر', null, 'metre', 320_000],
  ['لامپ چراغ جلو', 'ناروا', 'H7', null, 'piece', 1_200_000],
  ['فیوز', 'بوش', '10A', null, 'piece', 90_000],
  ['تیغه برف‌پاک‌کن جلو', 'بوش', null, 'AR-24/16', 'pair', 3_100_000],
  ['تیغه برف‌پاک‌کن جلو', 'ایساکو', null, '0904101599', 'pair', 2_200_000],
  ['اسپری دریچه گاز', 'بوگاتی', null, null, 'piece', 2_400_000],
  ['مکمل سوخت', 'لیکومولی', null, null, 'piece', 3_600_000],
  ['وزنه بالانس', 'تیپ‌تاپ', 'چسبی', null, 'kilogram', 6_000_000],
  ['وصله پنچری', 'تیپ‌تاپ', null, null, 'piece', 800_000],
  ['والف تایر', 'تیپ‌تاپ', null, null, 'piece', 400_000],
  ['شیشه‌شوی', 'مولتی‌کلین', null, null, 'litre', 350_000],
]

export const demoMaterials: readonly Omit<Material, 'materialId'>[] = lines.map(
  ([kind, brand, grade, partNo, unit, unitPriceRial], index) => ({
    kind,
    brand,
    grade,
    partNo,
    barcode: barcode(index),
    unit,
    unitPriceRial: rial(unitPriceRial),
    active: true,
  }),
)

/** EAN-13 with Iran's prefix and a maker's number that GS1 has given to nobody. */
function barcode(index: number): string {
  const body = `62600000${String(index + 1).padStart(4, '0')}`
  const sum = Array.from(body).reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
