import { rial, type Rial } from '../../core/basics/rial.ts'
import type { Quantity, Unit } from '../../core/domain/materials/types.ts'

/** What a service of the demo puts into a car, and in which makes it is had; the first one is the usual one. */
export type ServiceMaterial = { readonly kind: string; readonly quantity: Quantity; readonly makes: readonly Make[] }

/** `priceRial` of the whole quantity. */
export type Make = {
  readonly brand: string | null
  readonly grade: string | null
  readonly partNo: string | null
  readonly priceRial: Rial
}

/** By the title of the demo's service. Usual makes and its wage (electron/service/demo/garage.ts) add up to what the demo's customers were offered. */
export const serviceMaterials: Readonly<Record<string, readonly ServiceMaterial[]>> = {
  'تعویض روغن و فیلترها': [
    material(
      'روغن موتور',
      4000,
      'litre',
      make('بهران', '10W-40', null, 14_000_000),
      make('ایرانول', '10W-40', null, 12_800_000),
      make('کاسترول', '5W-30', null, 25_600_000),
    ),
    material('فیلتر روغن', 1000, 'piece', make('سرکان', null, null, 1_900_000), make('بهران', null, null, 2_100_000)),
    material('فیلتر هوا', 1000, 'piece', make('سرکان', null, null, 2_600_000), make('آرو', null, null, 2_300_000)),
  ],
  'تعویض روغن گیربکس': [
    material('روغن گیربکس', 5000, 'litre', make('بهران', 'ATF', null, 21_000_000), make('پارس', 'ATF III', null, 19_500_000)),
    material('واشر کارتل گیربکس', 1000, 'piece', make(null, null, null, 3_000_000)),
  ],
  'تعویض لنت جلو': [
    material(
      'لنت ترمز جلو',
      1000,
      'set',
      make('الیگ', 'درجه یک', 'EL-2206', 12_500_000),
      make('پارس لنت', 'درجه یک', null, 10_800_000),
      make('هاردرون', 'سرامیکی', null, 16_400_000),
    ),
  ],
  'تعویض لنت عقب': [
    material('لنت ترمز عقب', 1000, 'set', make('الیگ', 'درجه یک', 'EL-2231', 11_000_000), make('پارس لنت', 'درجه یک', null, 9_600_000)),
    material('فنر لنت عقب', 1000, 'set', make(null, null, null, 1_400_000)),
  ],
  'سرویس کامل ترمز': [
    material('لنت ترمز جلو', 1000, 'set', make('الیگ', 'درجه یک', 'EL-2206', 12_500_000), make('پارس لنت', 'درجه یک', null, 10_800_000)),
    material('روغن ترمز', 1000, 'litre', make('بهران', 'DOT4', null, 3_200_000), make('بوش', 'DOT4', null, 5_400_000)),
    material('کیت تعمیر سیلندر ترمز', 1000, 'set', make('عظام', null, null, 6_500_000)),
  ],
  'پنچرگیری و بالانس': [
    material('وزنه بالانس', 200, 'kilogram', make(null, 'چسبی', null, 1_200_000)),
    material('وصله پنچری', 1000, 'piece', make(null, null, null, 800_000)),
    material('والف تایر', 1000, 'piece', make(null, null, null, 400_000)),
  ],
  'تعویض شمع و کوئل': [
    material('شمع', 4000, 'piece', make('NGK', 'ایریدیوم', 'BKR6EIX', 16_000_000), make('بوش', 'سوزنی', null, 9_200_000)),
    material('کوئل', 1000, 'piece', make('عظام', null, null, 12_000_000), make('ایساکو', null, null, 14_500_000)),
  ],
  'تعویض تسمه تایم': [
    material('کیت تسمه تایم', 1000, 'set', make('گیتس', null, 'K015587', 40_000_000), make('ایساکو', null, null, 33_500_000)),
  ],
  'تعویض واترپمپ': [
    material('واترپمپ', 1000, 'piece', make('GMB', null, null, 32_000_000), make('ایساکو', null, null, 26_500_000)),
    material('ضدیخ', 4000, 'litre', make('بهران', null, null, 12_800_000)),
    material('واشر واترپمپ', 1000, 'piece', make(null, null, null, 4_000_000)),
  ],
  'تعویض کمک‌فنر جلو': [
    material('کمک‌فنر جلو', 1000, 'pair', make('کایابا', 'گازی', null, 56_000_000), make('ایندامین', 'روغنی', null, 38_500_000)),
  ],
  'تنظیم موتور': [
    material('اسپری دریچه گاز', 1000, 'piece', make('بوگاتی', null, null, 2_400_000)),
    material('مکمل سوخت', 1000, 'piece', make('لیکومولی', null, null, 3_600_000)),
  ],
  'عیب‌یابی برق': [material('سیم برق خودرو', 2500, 'metre', make(null, '۲٫۵ میلی‌متر', null, 800_000))],
  'تعویض باتری': [material('باتری', 1000, 'piece', make('سپاهان', '60Ah', null, 40_000_000), make('برنا', '66Ah', null, 44_500_000))],
  'تعویض دینام': [material('دینام', 1000, 'piece', make('عظام', '90A', null, 33_000_000), make('ایساکو', '90A', null, 36_800_000))],
  'شارژ گاز کولر': [
    material('گاز کولر', 600, 'kilogram', make(null, 'R134a', null, 10_800_000)),
    material('روغن کمپرسور', 100, 'litre', make(null, 'PAG 46', null, 1_800_000)),
  ],
}

function material(kind: string, milli: number, unit: Unit, ...makes: readonly Make[]): ServiceMaterial {
  return { kind, quantity: { milli, unit }, makes }
}

function make(brand: string | null, grade: string | null, partNo: string | null, priceRial: number): Make {
  return { brand, grade, partNo, priceRial: rial(priceRial) }
}
