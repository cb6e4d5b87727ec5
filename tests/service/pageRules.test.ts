import { describe, expect, it } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import type { JobPage } from '../../core/contract/views.ts'
import type { Basis } from '../../core/domain/pricing/basis.ts'
import type { BillLine } from '../../core/domain/pricing/types.ts'
import { vatShown } from '../../core/domain/pricing/vat.ts'
import { isoDate } from '../../core/persian/jalali.ts'
import { changeableItems, replacedItems } from '../../renderer/features/consent/ask/askDraft.ts'
import { findingsToAsk } from '../../renderer/features/consent/findingsToAsk.ts'
import { accountOf, answer, askAtCounter, carInWork, newestConsent, type OpenGarage, surely } from '../support/consentDay.ts'
import { customer, item, labour } from '../support/consents.ts'
import { openTestGarage } from '../support/service.ts'

/** What a page offers and shows is what the domain would do. */

function pageOf({ service }: OpenGarage, jobId: JobId): JobPage {
  const page = service.job(jobId)
  if (page === null) throw new Error('the job has a page')
  return page
}

function bill(open: OpenGarage, jobId: JobId, isTaken: (basis: Basis) => boolean): void {
  const { rows, bill: before } = accountOf(open, jobId)
  const lines = rows.flatMap(({ basis, state, requested, consented, agreedRial }): readonly BillLine[] => {
    const quantity = requested ?? consented
    return state === 'agreed' && quantity !== null && isTaken(basis) ? [{ basis, quantity, amountRial: agreedRial }] : []
  })
  surely(open, { type: 'setBill', jobId, lines, discount: null, replacesSetAtUtcMs: before?.setAtUtcMs ?? null })
}

describe('an accepted item is offered to be changed or taken back', () => {
  function acceptedCar() {
    const open = openTestGarage()
    const jobId = carInWork(open)
    const consentId = askAtCounter(open, jobId, [item(), labour])
    surely(open, answer(open, jobId, ['accepted', 'accepted']))
    const offered = () => changeableItems(pageOf(open, jobId), newestConsent(open, jobId)).map(({ itemNo }) => itemNo)
    const withdraw = (itemNo: number) =>
      open.act({ type: 'withdrawConsent', jobId, consentId, itemNos: [itemNo], by: customer, reason: '' })
    return { open, jobId, consentId, offered, withdraw }
  }

  it('while a bill holds everything but that item, as the domain allows', () => {
    const { open, jobId, offered, withdraw } = acceptedCar()
    bill(open, jobId, (basis) => basis.kind === 'service')
    expect(offered()).toEqual([1, 2])
    expect(replacedItems(pageOf(open, jobId), newestConsent(open, jobId))).toHaveLength(2)
    expect(withdraw(1).ok).toBe(true)
    expect(offered()).toEqual([2])
  })

  it('not once it is billed or begun, as the domain refuses', () => {
    const { open, jobId, consentId, offered, withdraw } = acceptedCar()
    bill(open, jobId, (basis) => basis.kind === 'consent' && basis.itemNo === 1)
    surely(open, { type: 'startItem', jobId, consentId, itemNo: 2 })
    expect(offered()).toEqual([])
    expect(withdraw(1)).toMatchObject({ error: { code: 'itemBilled' } })
    expect(withdraw(2)).toMatchObject({ error: { code: 'itemAlreadyStarted' } })
  })
})

describe('a finding that the customer was not asked about', () => {
  it('is the same on the card and on the page: each item of a request counts by itself', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    for (const title of ['دیسک', 'بوش']) surely(open, { type: 'reportFinding', jobId, title, note: '', grade: 'soon', photos: [] })
    const toAsk = () => findingsToAsk(accountOf(open, jobId)).map(({ finding }) => finding.title)
    const onCard = () => pageOf(open, jobId).card.account.openFindings
    expect([toAsk(), onCard()]).toEqual([['دیسک', 'بوش'], 2])

    const [disc, bush] = accountOf(open, jobId).findings.map(({ finding }) => finding.findingId)
    if (disc === undefined || bush === undefined) throw new Error('two findings')
    const consentId = askAtCounter(open, jobId, [item({ findingId: disc }), item({ findingId: bush })])
    expect([toAsk(), onCard()]).toEqual([[], 0])

    // The disc's yes is voided by an edit that no longer speaks of it; the bush stays refused, whatever the request as a whole is called.
    surely(open, answer(open, jobId, ['accepted', 'refused']))
    surely(open, { type: 'askConsent', jobId, items: [labour], replaces: { consentId, itemNos: [1] } })
    expect([toAsk(), onCard()]).toEqual([['دیسک'], 1])
  })
})

describe('the VAT rate', () => {
  it('of a bill is its own, of the next one today’s: the dialog shows what setting the bill writes', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    const rate = (ratePermyriad: number) =>
      open.act({ type: 'saveVatRates', vatRates: [{ from: isoDate('2026-11-01'), ratePermyriad }] }, 'مینا کاظمی')
    expect(rate(900).ok).toBe(true)
    bill(open, jobId, (basis) => basis.kind === 'service')
    expect(rate(1000).ok).toBe(true)

    const account = accountOf(open, jobId)
    expect([account.bill?.vatPermyriad, vatShown(account.bill, account.vatPermyriad), account.vatPermyriad]).toEqual([900, 900, 1000])
    bill(open, jobId, () => true)
    expect(accountOf(open, jobId).bill?.vatPermyriad).toBe(account.vatPermyriad)
  })

  it('before there is a bill is today’s', () => {
    expect(vatShown(null, 1000)).toBe(1000)
  })
})
