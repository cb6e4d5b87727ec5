import type { JobCard } from '../../../core/contract/views.ts'
import { plateWords } from '../../ui/plate/plateText.ts'
import { shortName } from '../../ui/shortName.ts'
import type { Writing } from './reason.ts'

/** What a screen reader says when the row gets the focus; `state` says the rest that matters there. */
export function rowName(card: JobCard, state: readonly string[], { text, format }: Writing): string {
  const parts = [plateWords(card.vehicle.plate, text, format), card.vehicle.model, shortName(card.customer.name), ...state]
  return parts.filter((part) => part !== '').join(text('common.listComma'))
}

/** `پژو ۲۰۶، مریم ا.`, for sentences about a car and its owner. */
export function whoWords(card: JobCard, { text, format }: Writing): string {
  const parts = [card.vehicle.model, shortName(card.customer.name)].filter((part) => part !== '')
  return parts.length === 0 ? plateWords(card.vehicle.plate, text, format) : parts.join(text('common.listComma'))
}
