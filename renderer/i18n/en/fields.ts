import type { fields as reference } from '../fa/fields.ts'
import type { WordsLike } from '../wordsLike.ts'

export const fields = {
  mobile: {
    label: 'Mobile',
    hint: 'with 09 or +98',
    empty: 'Type the mobile number.',
    badCharacter: 'A number has digits only; look again.',
    wrongLength: 'A mobile number has eleven digits; one is missing or too many.',
    foreign: 'This is not an Iranian number; a mobile begins with 09.',
    notMobile: 'This is a landline; a mobile begins with 09.',
  },
  number: {
    empty: 'Type a number.',
    notANumber: 'This is not a number; type digits only.',
    badGrouping: 'The thousands separator stands in a wrong place.',
    fraction: 'The number must be whole.',
    negative: 'The number cannot be negative.',
    tooLarge: 'The number is too large.',
    tooSmall: 'Not less than {{least}}.',
    tooBig: 'Not more than {{most}}.',
  },
  quantity: { tooFine: 'No more than three decimals can be recorded.', nothing: 'The quantity must be more than zero.' },
  date: {
    hint: 'such as 1405/9/1',
    empty: 'Type the date.',
    notADate: 'This is not a date; type it as 1405/9/1.',
    shortYear: 'Type the year with four digits.',
    yearOutOfRange: 'This year cannot be right.',
    badMonth: 'A month is 1 to 12.',
    badDay: 'This month has no such day.',
  },
  time: { hint: 'such as 09:30', empty: 'Type the time.', notATime: 'This is not a time; type it as 09:30.' },
  plate: { missing: 'Complete the plate.' },
} satisfies WordsLike<typeof reference>
