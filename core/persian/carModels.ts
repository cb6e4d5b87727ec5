import { searchKey } from '../basics/textFold.ts'

/** How big a car is decides how long the same service takes on it; durations are learnt per class. */
export type VehicleClass = 'small' | 'sedan' | 'suv' | 'van' | 'other'

/** Cars that are driven in Iran, as people name them: offered while typing, and classed for the learning of durations. */
export const carModels: readonly { readonly name: string; readonly vehicleClass: VehicleClass }[] = [
  ...of('small', [
    'پراید ۱۱۱',
    'پراید ۱۳۱',
    'پراید ۱۳۲',
    'تیبا',
    'تیبا ۲',
    'ساینا',
    'ساینا S',
    'کوییک',
    'کوییک R',
    'پژو ۲۰۶',
    'پژو ۲۰۷',
    'اطلس',
    'ساندرو',
    'کیا پیکانتو',
    'ام‌وی‌ام ۱۱۰',
    'ام‌وی‌ام ۳۱۵',
    'سیتروئن C3',
    'هیوندای i20',
  ]),
  ...of('sedan', [
    'پژو ۴۰۵',
    'پژو پارس',
    'پژو ۲۰۶ SD',
    'سمند LX',
    'سمند EF7',
    'سورن پلاس',
    'دنا',
    'دنا پلاس',
    'رانا',
    'رانا پلاس',
    'تارا',
    'شاهین',
    'شاهین G',
    'تندر ۹۰',
    'مگان',
    'جک J4',
    'جک J5',
    'لیفان ۶۲۰',
    'برلیانس H320',
    'آریزو ۵',
    'آریزو ۶',
    'هیوندای النترا',
    'هیوندای سوناتا',
    'کیا سراتو',
    'کیا اپتیما',
    'مزدا ۳',
    'تویوتا کرولا',
    'تویوتا کمری',
    'نیسان سانی',
    'سیتروئن زانتیا',
    'پژو ۵۰۸',
    'دیگنیتی پرستیژ',
  ]),
  ...of('suv', [
    'هایما S5',
    'هایما S7',
    'جک S3',
    'جک S5',
    'تیگو ۵',
    'تیگو ۷',
    'تیگو ۸',
    'ام‌وی‌ام X22',
    'ام‌وی‌ام X33',
    'ام‌وی‌ام X55',
    'ریرا',
    'فیدلیتی',
    'دایون Y5',
    'لاماری ایما',
    'کی‌ام‌سی T8',
    'هیوندای توسان',
    'هیوندای سانتافه',
    'کیا اسپورتیج',
    'کیا سورنتو',
    'رنو داستر',
    'رنو کولیوس',
    'نیسان ایکس‌تریل',
    'تویوتا راوفور',
    'سوزوکی ویتارا',
    'پژو ۲۰۰۸',
  ]),
  ...of('van', ['نیسان زامیاد', 'پیکان وانت', 'آریسان', 'پراید ۱۵۱', 'کارا', 'مزدا ۲۰۰۰', 'تویوتا هایلوکس', 'کاپرا', 'ون ون‌دلیکا']),
]

const classes = new Map(carModels.map((model) => [searchKey(model.name), model.vehicleClass]))

/** The class of a car by the name it was given; `other` for a name that the list does not know. */
export function vehicleClass(model: string): VehicleClass {
  return classes.get(searchKey(model)) ?? 'other'
}

function of(sharedClass: VehicleClass, names: readonly string[]): typeof carModels {
  return names.map((name) => ({ name, vehicleClass: sharedClass }))
}
