/** What a field says when it cannot take what was typed: what is wrong, and what to do. */
export const fields = {
  mobile: {
    label: 'موبایل',
    hint: 'با ۰۹ یا ‎+۹۸',
    empty: 'شماره موبایل را بنویسید.',
    badCharacter: 'شماره تنها رقم دارد؛ دوباره نگاه کنید.',
    wrongLength: 'شماره موبایل یازده رقم دارد؛ رقمی کم یا زیاد است.',
    foreign: 'این شماره ایران نیست؛ موبایل با ۰۹ آغاز می‌شود.',
    notMobile: 'این تلفن ثابت است؛ موبایل با ۰۹ آغاز می‌شود.',
  },
  number: {
    empty: 'عددی بنویسید.',
    notANumber: 'این عدد نیست؛ تنها رقم بنویسید.',
    badGrouping: 'جداکننده هزارگان جای درستی نیست.',
    fraction: 'عدد باید بی‌اعشار باشد.',
    negative: 'عدد نمی‌تواند منفی باشد.',
    tooLarge: 'عدد بزرگ‌تر از اندازه است.',
    tooSmall: 'کمتر از {{least}} نمی‌شود.',
    tooBig: 'بیشتر از {{most}} نمی‌شود.',
  },
  quantity: { tooFine: 'بیش از سه رقم پس از ممیز ثبت نمی‌شود.', nothing: 'مقدار باید بیشتر از صفر باشد.' },
  date: {
    hint: 'مانند ۱۴۰۵/۹/۱',
    empty: 'تاریخ را بنویسید.',
    notADate: 'این تاریخ نیست؛ مانند ۱۴۰۵/۹/۱ بنویسید.',
    shortYear: 'سال را چهار رقمی بنویسید.',
    yearOutOfRange: 'این سال نمی‌تواند درست باشد.',
    badMonth: 'ماه از ۱ تا ۱۲ است.',
    badDay: 'این ماه چنین روزی ندارد.',
  },
  time: { hint: 'مانند ۰۹:۳۰', empty: 'ساعت را بنویسید.', notATime: 'این ساعت نیست؛ مانند ۰۹:۳۰ بنویسید.' },
  plate: { missing: 'پلاک را کامل کنید.' },
} as const
