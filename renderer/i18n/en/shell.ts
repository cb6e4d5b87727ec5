import type { shell as reference } from '../fa/shell.ts'
import type { WordsLike } from '../wordsLike.ts'

export const shell = {
  sections: 'Sections',
  skip: 'Skip to the page',
  today: 'Today',
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
  sync: {
    sent: 'All sent',
    local: 'Everything is saved on this computer',
    pending_one: '{{count}} item waits to be sent',
    pending_other: '{{count}} items wait to be sent',
    offline: 'Offline since {{time}}; everything is saved',
    needsYou_one: 'One item needs your answer',
    needsYou_other: '{{count}} items need your answer',
  },
} satisfies WordsLike<typeof reference>
