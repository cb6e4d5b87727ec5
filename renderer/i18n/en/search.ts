import type { search as reference } from '../fa/search.ts'
import type { WordsLike } from '../wordsLike.ts'

export const search = {
  title: 'Search',
  results: 'Found',
  commands: 'Commands',
  hint: 'Four digits of a plate, a mobile, a name or a job number',
  many_one: '{{count}} found; choose with the arrows and press Enter',
  many_other: '{{count}} found; choose with the arrows and press Enter',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  none: 'No car has this.',
  newVisit: 'New visit',
  newVisitWith: 'New visit with {{typed}}',
  slotAt: 'slot {{time}}',
  doCheckIn: 'Check in',
  doOpen: 'Open the job',
  lastVisit: 'last visit {{date}}',
  requests: 'Price requests',
  customers: 'Customers',
  settings: 'Settings',
  bookings: 'Take bookings from a file',
  today: 'Today’s board',
  light: 'Light look',
  dark: 'Dark look',
  system: 'The system’s look',
  keys: 'All keys',
} satisfies WordsLike<typeof reference>
