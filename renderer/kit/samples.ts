import { rial, type Rial } from '../../core/basics/rial.ts'
import { utcMs } from '../../core/basics/instant.ts'
import type { Plate } from '../../core/persian/plate.ts'
import { parsePlate } from '../../core/persian/plateText.ts'

type SampleCar = {
  readonly plate: Plate
  readonly model: string
  readonly customer: string
  readonly service: string
  readonly price: Rial
}

/** Made-up cars of one day, 1 Azar 1405. */
export const samples = {
  now: utcMs(Date.UTC(2026, 10, 22, 6, 50)),
  cars: [
    { plate: plate('73ن194-40'), model: 'تارا', customer: 'سعید کاظمی', service: 'تعویض روغن و فیلترها', price: rial(23_500_000) },
    { plate: plate('29ص652-55'), model: 'پژو پارس', customer: 'فرهاد نادری', service: 'تعویض شمع و کوئل', price: rial(31_800_000) },
    { plate: plate('84ط319-77'), model: 'پراید ۱۳۱', customer: 'اکبر جعفری', service: 'تنظیم کلاچ', price: rial(14_500_000) },
    { plate: plate('47د526-88'), model: 'پژو ۲۰۶', customer: 'مریم احمدی', service: 'لنت ترمز جلو', price: rial(72_600_000) },
    { plate: plate('38ج265-10'), model: 'تندر ۹۰', customer: 'پروین حسینی', service: 'تعویض واترپمپ', price: rial(36_000_000) },
  ] as const satisfies readonly SampleCar[],
  plates: [
    '12ب345-67',
    '27ت468-66',
    '63ع129-55',
    '44ک218-63',
    '11الف284-55',
    '35پ602-22',
    '17ش352-14',
    '52ث774-10',
    '18ژ741-33',
    '23D417-11',
    '41S206-20',
    '91گ337-12',
    '18ه741-33',
    'کیش 12345',
    'تاریخی 10234',
    'تشریفات 1290',
    '123 45678',
  ].map(plate),
} as const

function plate(text: string): Plate {
  const parsed = parsePlate(text)
  if (!parsed.ok) throw new Error(`not a plate: ${text}`)
  return parsed.value
}
