import type { shell as reference } from '../fa/shell.ts'
import type { WordsLike } from '../wordsLike.ts'

export const shell = {
  sections: 'Sections',
  skip: 'Skip to the page',
  today: 'Today',
  requests: 'Requests',
  customers: 'Customers',
  bay: 'Mechanic',
  settings: 'Settings',
  searchHint: 'Plate, mobile, name, job number or command…',
  demo: 'Demo garage',
  atDesk: 'At the desk',
  lock: 'Lock the desk',
  keys: 'Keys',
  allKeys: 'All keys',
  waitingCount_one: '{{count}} waiting',
  waitingCount_other: '{{count}} waiting',
} satisfies WordsLike<typeof reference>
