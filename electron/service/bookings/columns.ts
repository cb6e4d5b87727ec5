import { searchKey } from '../../../core/basics/textFold.ts'
import { bookingFields, type BookingField } from '../../../core/domain/booking/types.ts'

/** How columns are called, in the programs' way and in the people's. The first Persian name is the one of the samples. */
const names: Readonly<Record<BookingField, readonly string[]>> = {
  ref: ['ref', 'reference', 'booking', 'booking_id', 'id', 'شناسه_نوبت', 'شناسه', 'کد_نوبت', 'شماره_نوبت', 'کد_رهگیری'],
  date: ['date', 'day', 'تاریخ', 'تاریخ_نوبت', 'روز'],
  time: ['time', 'hour', 'slot', 'ساعت', 'ساعت_نوبت', 'زمان'],
  plate: ['plate', 'plate_number', 'license_plate', 'پلاک', 'پلاک_خودرو', 'شماره_پلاک'],
  model: ['model', 'car', 'vehicle', 'خودرو', 'مدل', 'مدل_خودرو', 'نوع_خودرو', 'ماشین'],
  name: ['name', 'customer', 'customer_name', 'نام_مشتری', 'نام', 'مشتری', 'نام_و_نام_خانوادگی'],
  mobile: ['mobile', 'phone', 'mobile_number', 'موبایل', 'تلفن', 'تلفن_همراه', 'همراه', 'شماره_موبایل', 'شماره_تماس'],
  services: ['services', 'service', 'work', 'خدمات', 'خدمت', 'سرویس', 'کار', 'کارها'],
  materials: ['materials', 'material', 'parts', 'مواد_و_قطعه‌ها', 'مواد', 'قطعه‌ها', 'قطعات', 'مواد_و_قطعات', 'مواد_مصرفی'],
  price: ['price', 'price_rial', 'accepted_price', 'amount', 'مبلغ_ریال', 'مبلغ', 'قیمت', 'قیمت_ریال', 'مبلغ_پذیرفته'],
  offer: ['offer', 'offer_id', 'شناسه_پیشنهاد', 'پیشنهاد', 'کد_پیشنهاد', 'شماره_پیشنهاد', 'پیشنهاد_قیمت'],
  offerRevision: ['offer_revision', 'revision', 'ویرایش_پیشنهاد', 'ویرایش', 'نسخه_پیشنهاد'],
  vat: ['vat', 'tax', 'مالیات', 'ارزش_افزوده', 'مالیات_ارزش_افزوده', 'مالیات_بر_ارزش_افزوده'],
  note: ['note', 'notes', 'comment', 'یادداشت', 'توضیح', 'توضیحات'],
}

const fieldOfName: ReadonlyMap<string, BookingField> = new Map(
  bookingFields.flatMap((field) => names[field].map((name) => [columnKey(name), field] as const)),
)

export function columnField(header: string): BookingField | null {
  return fieldOfName.get(columnKey(header)) ?? null
}

/** `Customer name`, `customer_name` and `CustomerName` are one name. */
function columnKey(header: string): string {
  return searchKey(header).replaceAll(/[\s_()[\].:-]/g, '')
}

const wanted: readonly BookingField[] = ['date', 'time', 'plate', 'services']

/** Columns without which no row can be good. */
export function missingColumns(present: ReadonlySet<BookingField>): readonly BookingField[] {
  const missing = wanted.filter((field) => !present.has(field))
  return present.has('name') || present.has('mobile') ? missing : [...missing, 'name']
}
