import { rial } from '../../core/basics/rial.ts'
import type { NewConsentItem } from '../../core/domain/consent/commands.ts'
import type { Decider, ShownText, Signature } from '../../core/domain/consent/types.ts'
import type { GivenPart, MaterialSpec, RequestedMaterial, Unit } from '../../core/domain/materials/types.ts'

/** Parts, items and answers as tests write them. */

export function spec(kind: string, brand: string | null = null, grade: string | null = null, partNo: string | null = null): MaterialSpec {
  return { kind, brand, grade, partNo }
}

export function part(kind: string, brand: string | null = null, grade: string | null = null, partNo: string | null = null): GivenPart {
  return { kind, brand, grade, partNo, barcode: null, materialId: null }
}

export function quantity(count: number, unit: Unit = 'piece') {
  return { milli: Math.round(count * 1000), unit }
}

export const oil: RequestedMaterial = {
  lineNo: 1,
  spec: spec('روغن موتور', 'بهران', '10W-40'),
  quantity: quantity(4, 'litre'),
  priceRial: rial(14_000_000),
}
export const filter: RequestedMaterial = {
  lineNo: 2,
  spec: spec('فیلتر روغن', 'سرکان'),
  quantity: quantity(1),
  priceRial: rial(1_900_000),
}

export function item(overrides: Partial<NewConsentItem> = {}): NewConsentItem {
  return {
    title: 'دیسک چرخ جلو',
    spec: spec('دیسک چرخ جلو', 'ایساکو'),
    condition: 'new',
    quantity: quantity(2),
    findingId: null,
    reason: 'ضخامت دیسک کمتر از حد مجاز است',
    grade: 'unsafe',
    photos: [],
    foundBy: null,
    price: { partRial: rial(24_000_000), labourRial: rial(4_000_000), taxRial: rial(0) },
    extraMin: 35,
    ifRefused: 'ایمنی ترمز را تأیید نمی‌کنیم',
    alternatives: '',
    oldPartBack: true,
    ...overrides,
  }
}

/** Work without a part. */
export const labour = item({
  title: 'تنظیم موتور',
  spec: null,
  condition: null,
  quantity: quantity(1, 'time'),
  price: { partRial: rial(0), labourRial: rial(3_000_000), taxRial: rial(0) },
})

export const customer: Decider = { name: 'مریم احمدی', relation: 'owner', mobile: null, delegateBasis: null }
export const shownText: ShownText = { language: 'fa', version: '1', body: 'دیسک چرخ جلو، دو عدد، ۲٬۸۰۰٬۰۰۰ تومان' }

/** A hand's worth of strokes across the pad. */
export const signature: Signature = {
  width: 344,
  height: 184,
  strokes: [Array.from({ length: 24 }, (_, n) => [40 + n * 10, 90 + (n % 5) * 8, n * 16] as const)],
}
export const dot: Signature = { width: 344, height: 184, strokes: [[[100, 90, 0]]] }
