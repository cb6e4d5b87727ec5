import { maxRial, rial, type Rial } from '../../basics/rial.ts'
import { foldScript, searchKey } from '../../basics/textFold.ts'
import { parseThousandths, parseWholeNumber } from '../../persian/digits.ts'
import { shortMostChars, vatMostPermyriad } from '../../wire/bounds.ts'
import type { Offer, OfferVat } from '../pricing/types.ts'
import { vatOnTop, withVat } from '../pricing/vat.ts'
import { quoted } from './text.ts'
import type { BookingProblem, RawBooking } from './types.ts'

export type ReadOffer = {
  /** What the customer pays for all of it, VAT inside. */
  readonly acceptedRial: Rial | null
  /** Null when the file names a price without saying which offer it comes from. */
  readonly offer: Offer | null
}

/** The bound of a stored revision (core/wire/pricingFields.ts). */
const mostRevision = 1_000_000
/** An offer that nobody has revised. */
const firstRevision = 1

/** Which offer was accepted. Its amount is the booking's price; an offer that names none promises nothing. */
export function readOffer(raw: RawBooking, priceRial: Rial | null, problems: BookingProblem[]): ReadOffer {
  const offerId = foldScript(raw.offer)
  const revision = readRevision(raw.offerRevision, problems)
  const vat = readVat(raw.vat, problems)
  if (offerId.length > shortMostChars) problems.push({ code: 'tooLong', field: 'offer', most: shortMostChars })
  if (offerId !== '' && raw.price.trim() === '') problems.push({ code: 'offerWithoutPrice', offerId: quoted(offerId) })
  if (offerId === '' && (raw.offerRevision.trim() !== '' || vat?.kind === 'added')) problems.push({ code: 'missing', field: 'offer' })
  if (priceRial === null || vat === null || revision === null) return { acceptedRial: priceRial, offer: null }
  if (vat.kind === 'added' && priceRial + vatOnTop(priceRial, vat.ratePermyriad) > maxRial) {
    problems.push({ code: 'badPrice', typed: quoted(raw.price) })
  }
  const acceptedRial = vat.kind === 'added' ? withVat(priceRial, vat.ratePermyriad) : priceRial
  return { acceptedRial, offer: offerId === '' ? null : { offerId, revision, amountRial: rial(priceRial), vat } }
}

function readRevision(typed: string, problems: BookingProblem[]): number | null {
  if (typed.trim() === '') return firstRevision
  const whole = parseWholeNumber(typed.replace(/[.٫]0{1,2}\s*$/, ''))
  if (whole.ok && whole.value <= mostRevision) return whole.value
  problems.push({ code: 'badOfferRevision', typed: quoted(typed) })
  return null
}

const insideWords: ReadonlySet<string> = new Set(
  ['', 'inside', 'included', 'incl', 'درون', 'داخل', 'شامل', 'درون‌مبلغ', 'داخل‌مبلغ'].map(vatKey),
)
const addedWords = ['added', 'plus', '+', 'افزوده', 'به‌علاوه', 'اضافه'].map(vatKey)

/** `inside`, or `added` with its rate: a rate alone does not say which of both is meant. */
function readVat(typed: string, problems: BookingProblem[]): OfferVat | null {
  const key = vatKey(typed)
  if (insideWords.has(key)) return { kind: 'inside' }
  const word = addedWords.find((each) => key.startsWith(each))
  const percent = word === undefined ? null : parseThousandths(key.slice(word.length).replace(/(?:[%٪]|درصد)$/, ''))
  // Thousandths of a per cent are tenths of a ten-thousandth.
  if (percent?.ok === true && percent.value % 10 === 0 && percent.value / 10 <= vatMostPermyriad) {
    return { kind: 'added', ratePermyriad: percent.value / 10 }
  }
  problems.push({ code: 'badVat', typed: quoted(typed) })
  return null
}

function vatKey(text: string): string {
  return searchKey(text).replaceAll(/\s/g, '')
}
