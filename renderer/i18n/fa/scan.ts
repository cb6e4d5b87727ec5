/** What the barcode scanner found, or did not. */
export const scan = {
  nothing: 'بارکد {{code}} نه قطعه‌ای در کاتالوگ است و نه شماره پرونده‌ای.',
  notWanted: 'هیچ خودروی در دست کاری «{{part}}» نمی‌خواهد.',
  which: '{{part}} برای کدام خودرو؟',
} as const
