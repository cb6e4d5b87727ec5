import { bill } from './bill.ts'
import { bookings } from './bookings.ts'
import { calendar } from './calendar.ts'
import { catalogue } from './catalogue.ts'
import { common } from './common.ts'
import { consent } from './consent.ts'
import { customers } from './customers.ts'
import { domain } from './domain.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { job } from './job.ts'
import { jobActions } from './jobActions.ts'
import { frame } from './frame.ts'
import { keys } from './keys.ts'
import { mechanic } from './mechanic.ts'
import { newVisit } from './newVisit.ts'
import { scan } from './scan.ts'
import { search } from './search.ts'
import { terms } from './terms.ts'
import { today } from './today.ts'
import { plate } from './plate.ts'
import { print } from './print.ts'
import { refusals } from './refusals.ts'
import { requests } from './requests.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { shell } from './shell.ts'
import { sync } from './sync.ts'

/** The reference: one object for each screen or subject, keys as the code speaks, texts as the counter does. */
export const fa = {
  bill,
  bookings,
  calendar,
  catalogue,
  common,
  consent,
  customers,
  domain,
  errors,
  fields,
  job,
  jobActions,
  frame,
  keys,
  mechanic,
  newVisit,
  scan,
  search,
  today,
  plate,
  print,
  refusals,
  requests,
  settings,
  setup,
  shell,
  sync,
  terms,
} as const
export type Words = typeof fa
