export const errors = {
  boundaryTitle: 'این صفحه باز نشد',
  boundarySay: 'خطایی در برنامه پیش آمد. آنچه ذخیره شده سر جایش است. صفحه را دوباره باز کنید؛ اگر باز هم شد، با پشتیبانی تماس بگیرید.',
  boundaryAgain: 'باز کردن دوباره',
  boundaryDetails: 'شرح فنی',
  notFoundTitle: 'چنین صفحه‌ای نیست',
  notFoundSay: 'شاید نشانی قدیمی است.',
  toToday: 'رفتن به امروز',
} as const
