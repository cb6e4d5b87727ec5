import type { JobPage } from '../../../core/contract/views.ts'
import { basisKey } from '../../../core/domain/pricing/basis.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import { requestHref } from '../consent/openConsent.ts'
import type { Fact } from './Facts.tsx'

type Writing = { readonly text: Text; readonly format: Format }

/** The offer that the customer accepted, or for a visit without one every price that was quoted. */
export function acceptedFacts({ card, account }: JobPage, { text, format }: Writing): readonly Fact[] {
  const { offer, rows, meter } = account
  const unit = text(`common.${format.moneyUnit}`)
  if (offer === null && card.acceptedRial === null) {
    return [
      ...rows.filter(({ requested }) => requested !== null).map((row) => lineFact(row, format.money(row.agreedRial), format)),
      { key: 'sum', what: text('job.facts.quoted'), amount: format.money(meter.acceptedRial), isSum: true },
    ]
  }
  return [
    {
      key: 'accepted',
      what: text('job.facts.accepted'),
      say: text('job.facts.acceptedSay'),
      amount: format.money(meter.acceptedRial),
    },
    ...(offer === null
      ? []
      : [
          { key: 'offer', what: text('job.facts.offer', { offerId: offer.offerId, revision: offer.revision }) },
          {
            key: 'vat',
            what:
              offer.vat.kind === 'inside'
                ? text('job.facts.vatInside')
                : text('job.facts.vatAdded', {
                    rate: format.percent(offer.vat.ratePermyriad),
                    amount: format.money(offer.amountRial),
                    unit,
                  }),
          },
        ]),
  ]
}

export function consentedSumFacts({ card, account }: JobPage, { text, format }: Writing): readonly Fact[] {
  const accepted = account.rows.filter(
    ({ basis, state, agreedRial }) => basis.kind === 'consent' && state !== 'refused' && state !== 'later' && agreedRial > 0,
  )
  if (accepted.length === 0) return [{ key: 'none', what: text('job.facts.noConsents') }]
  return [
    ...accepted.map((row) => ({
      ...lineFact(row, format.money(row.agreedRial), format),
      ...(row.basis.kind === 'consent'
        ? { link: { label: text('job.facts.openRecord'), href: requestHref(card.jobId, row.basis.consentId) } }
        : {}),
    })),
    { key: 'sum', what: text('job.facts.consents'), amount: format.money(account.meter.consentedRial), isSum: true },
  ]
}

export function usedSumFacts({ account }: JobPage, { text, format }: Writing): readonly Fact[] {
  const used = account.rows.filter(({ used: { milli } }) => milli > 0)
  if (used.length === 0) return [{ key: 'none', what: text('job.facts.notUsed') }]
  return [
    ...used.map((row) => ({ ...lineFact(row, format.money(row.usedRial), format), say: format.quantity(row.used) })),
    { key: 'sum', what: text('job.facts.usedSum'), amount: format.money(account.meter.usedRial), isSum: true },
  ]
}

export function billedSumFacts({ account }: JobPage, { text, format }: Writing): readonly Fact[] {
  const { rows, bill, meter } = account
  return [
    ...rows.flatMap((row) =>
      row.billed === null || row.billed.milli === 0 || row.billedRial === null
        ? []
        : [{ ...lineFact(row, format.money(row.billedRial), format), say: format.quantity(row.billed) }],
    ),
    ...(bill?.discount
      ? [
          {
            key: 'discount',
            what: text('job.facts.discount', { reason: bill.discount.reason }),
            amount: `−${format.money(bill.discount.amountRial)}`,
          },
        ]
      : []),
    { key: 'sum', what: text('job.facts.toPay'), amount: format.money(meter.toPayRial), isSum: true },
  ]
}

function lineFact(row: ClosingRow, amount: string, format: Format): Fact {
  const quantity = row.requested ?? row.consented
  return { key: basisKey(row.basis), what: row.title, ...(quantity === null ? {} : { say: format.quantity(quantity) }), amount }
}
