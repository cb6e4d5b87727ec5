/** Twelve months and seven days (Saturday first), separated by one blank: they are taken by their number. */
export const calendar = {
  months: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  weekdays: 'شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه',
  full: '{{weekday}} {{day}} {{month}} {{year}}',
  dayMonth: '{{day}} {{month}}',
  dayMonthYear: '{{day}} {{month}} {{year}}',
} as const
