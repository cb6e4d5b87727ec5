import { bookings } from './bookings.ts'
import { calendar } from './calendar.ts'
import { common } from './common.ts'
import { customers } from './customers.ts'
import { domain } from './domain.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { job } from './job.ts'
import { jobActions } from './jobActions.ts'
import { frame } from './frame.ts'
import { keys } from './keys.ts'
import { newVisit } from './newVisit.ts'
import { search } from './search.ts'
import { terms } from './terms.ts'
import { today } from './today.ts'
import { plate } from './plate.ts'
import { refusals } from './refusals.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { shell } from './shell.ts'

/** The reference: one object for each screen or subject, keys as the code speaks, texts as the counter does. */
export const fa = {
  bookings,
  calendar,
  common,
  customers,
  domain,
  errors,
  fields,
  job,
  jobActions,
  frame,
  keys,
  newVisit,
  search,
  today,
  plate,
  refusals,
  settings,
  setup,
  shell,
  terms,
} as const
export type Words = typeof fa
