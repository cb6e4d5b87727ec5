import type { newVisit as reference } from '../fa/newVisit.ts'
import type { WordsLike } from '../wordsLike.ts'

export const newVisit = {
  title: 'New visit without a slot',
  model: 'Car',
  modelHint: 'e.g. Peugeot 206',
  services: 'Services',
  addService: 'Type and press Enter',
  often: 'Often today',
  removeService: 'Remove {{title}}',
  serviceMin: '{{count}} min',
  name: 'Customer’s name',
  note: 'Note',
  total: 'Sum {{minutes}}, *{{money}}*',
  do: 'Check in',
  clear: 'Start over',
  known: 'We know this plate: {{who}}',
  knownNameless: 'We know this plate',
  useKnown: 'That is the one',
  keptDraft: 'What you had typed is still here.',
  booked: 'This plate has a slot at {{time}} today.',
  checkInBooking: 'Check in that booking',
  here: 'A car with this plate is in the garage now; job {{jobNo, plain}}.',
  openThat: 'Open that job',
  anyway: 'Check in all the same',
  noServices: 'The list of services is empty; add one in the settings.',
  addAnother: 'Another service',
} satisfies WordsLike<typeof reference>
