import { describe, expect, test } from 'vitest'
import type { EventId } from '../../../core/basics/ids.ts'
import { maxRial, rial } from '../../../core/basics/rial.ts'
import type { NewConsentItem } from '../../../core/domain/consent/commands.ts'
import { closingRows } from '../../../core/domain/pricing/account.ts'
import { capRial } from '../../../core/domain/pricing/cap.ts'
import { capMeter } from '../../../core/domain/pricing/meter.ts'
import type { BillLine } from '../../../core/domain/pricing/types.ts'
import { answered, asked, finished, inWork, shown, slot, withAnswer } from '../../support/consentPast.ts'
import { item, labour, oil as oilLine, part, quantity } from '../../support/consents.ts'
import { at, brakes, garage, oil } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { arrived, booked } from '../../support/jobEvents.ts'
import { given, job1, newConsentId, type Past } from '../../support/jobSpec.ts'
import { isoDate } from '../../../core/persian/jalali.ts'
import { billOf, billSet, done, folded, material, paid, set } from '../../support/billPast.ts'

describe('the cap', () => {
  test('is the accepted price, whatever the list says', () => {
    expect(capRial(folded(inWork))).toBe(33_000_000)
    expect(closingRows(folded(inWork)).reduce((sum, row) => sum + row.agreedRial, 0)).toBe(33_000_000)
  })

  test('tells what was put off from what was refused: neither can be billed, one may be asked again', () => {
    const rows = closingRows(folded(withAnswer([item(), labour], ['later', 'refused'])))
    expect(rows.flatMap(({ basis, state, agreedRial }) => (basis.kind === 'consent' ? [[state, agreedRial]] : []))).toEqual([
      ['later', 0],
      ['refused', 0],
    ])
  })

  test('grows by accepted items only', () => {
    expect(capRial(folded(withAnswer([item(), labour], ['accepted', 'refused'])))).toBe(33_000_000 + 28_000_000)
    expect(capRial(folded(withAnswer([item(), labour], ['later', 'refused'])))).toBe(33_000_000)
  })

  test('of an offer with VAT on top holds it', () => {
    const offer = { offerId: 'KX-7', revision: 1, amountRial: rial(10_000_000), vat: { kind: 'added', ratePermyriad: 900 } } as const
    const past: readonly Past[] = [
      [at('08:00'), booked(slot, { acceptedRial: rial(10_000_000) })],
      [at('08:00'), { type: 'workRequested', materials: [oilLine], offer }],
    ]
    expect(capRial(folded(past))).toBe(10_900_000)
  })

  test('does not follow the catalogue: a price changed after the acceptance changes nothing', () => {
    const dearer = { ...garage, services: garage.services.map((service) => ({ ...service, priceRial: rial(99_000_000) })) }
    const payments = [{ method: 'cash', amountRial: rial(33_000_000), reference: '' }] as const
    const { decision } = given({ job: done, context: { garage: dearer } }).when(at('11:20'), {
      type: 'handOver',
      jobId: job1,
      payments,
      debt: null,
    })
    expect(decision.ok).toBe(true)
  })
})

describe('a bill', () => {
  test('by what was used costs what was agreed', () => {
    const lines = billOf(done)
    expect(lines.map((line) => [line.basis.kind, line.amountRial])).toEqual([
      ['service', 19_082_228],
      ['material', 12_254_642],
      ['material', 1_663_130],
    ])
    expect(given({ job: done }).when(at('11:05'), set(lines)).decision.ok).toBe(true)
  })

  test('of less than was agreed costs its part: 3.5 of 4 litres', () => {
    const used: Past = [
      at('10:30'),
      {
        type: 'partUsed',
        basis: material,
        part: part('روغن موتور', 'بهران', '10W-40'),
        quantity: quantity(3.5, 'litre'),
        source: 'requested',
      },
    ]
    const lines = billOf([...inWork, used, finished])
    expect(lines.find((line) => line.basis.kind === 'material')).toEqual({
      basis: material,
      quantity: quantity(3.5, 'litre'),
      amountRial: Math.floor((12_254_642 * 7) / 8),
    })
  })

  test('rests on what was asked for or accepted, and on nothing else', () => {
    const none = { basis: { kind: 'service', serviceId: brakes.serviceId }, quantity: quantity(1, 'time'), amountRial: rial(1) } as const
    given({ job: done })
      .when(at('11:05'), set([none]))
      .refuses({ code: 'lineWithoutBasis', basis: none.basis })
    const refused = { basis: { kind: 'consent', consentId: newConsentId, itemNo: 1 }, quantity: quantity(2), amountRial: rial(1) } as const
    given({ job: withAnswer([item()], ['refused']) })
      .when(at('10:30'), set([refused]))
      .refuses({ code: 'lineWithoutBasis', basis: refused.basis })
  })

  test('asks no more of a line than was agreed, in money or in quantity, and has it once', () => {
    const [service, oilBilled, filterBilled] = billOf(done)
    if (service === undefined || oilBilled === undefined || filterBilled === undefined) throw new Error('three lines')
    const dearer = { ...service, amountRial: rial(service.amountRial + 1) }
    given({ job: done })
      .when(at('11:05'), set([dearer]))
      .refuses({ code: 'lineAboveAgreed', basis: service.basis, agreedRial: service.amountRial, askedRial: dearer.amountRial })
    given({ job: done })
      .when(at('11:05'), set([{ ...oilBilled, quantity: quantity(4.5, 'litre') }]))
      .refuses({ code: 'lineMoreThanAgreed', basis: material, agreed: quantity(4, 'litre') })
    given({ job: done })
      .when(at('11:05'), set([filterBilled, filterBilled]))
      .refuses({ code: 'lineTwice', basis: filterBilled.basis })
  })

  test('is lowered by a discount with a reason, which leaves the cap where it is', () => {
    const lines = billOf(done)
    given({ job: done })
      .when(at('11:05'), set(lines, 3_000_000))
      .then({ type: 'billSet', lines, discount: { amountRial: rial(3_000_000), reason: 'مشتری همیشگی' }, vatPermyriad: 0 })
    given({ job: done })
      .when(at('11:05'), set(lines, 33_000_001))
      .refuses({ code: 'discountAboveBill', billRial: rial(33_000_000) })
    expect(capMeter(folded([...done, billSet(lines, 3_000_000)]))).toMatchObject({
      capRial: 33_000_000,
      billedRial: 33_000_000,
      toPayRial: 30_000_000,
    })
  })

  test('with a discount makes no room for another part', () => {
    const lines = billOf(done)
    const more: BillLine = { basis: { kind: 'material', lineNo: 3 }, quantity: quantity(1), amountRial: rial(3_000_000) }
    given({ job: [...done, billSet(lines, 3_000_000)] })
      .when(at('11:06'), set([...lines, more], 3_000_000, at('11:05')))
      .refuses({ code: 'lineWithoutBasis', basis: more.basis })
  })

  test('keeps the VAT rate of its day', () => {
    const taxed = { ...garage, vatRates: [{ from: isoDate('2024-03-20'), ratePermyriad: 1000 }] }
    const { decision } = given({ job: done, context: { garage: taxed } }).when(at('11:05'), set(billOf(done)))
    expect(decision.ok && decision.value[0]).toMatchObject({ type: 'billSet', vatPermyriad: 1000 })
  })

  test('is made from the bill that was seen: what another window changed meanwhile is not undone unseen', () => {
    const lines = billOf(done)
    const job = [...done, billSet(lines, 3_000_000)]
    given({ job }).when(at('11:06'), set(lines)).refuses({ code: 'billChanged' })
    expect(given({ job }).when(at('11:06'), set(lines, 0, at('11:05'))).decision.ok).toBe(true)
  })

  test('never falls below what was paid', () => {
    const lines = billOf(done)
    given({ job: [...done, billSet(lines), paid(33_000_000)] })
      .when(at('11:12'), set(lines, 1, at('11:05')))
      .refuses({ code: 'billBelowPaid', paidRial: rial(33_000_000), billRial: rial(32_999_999) })
  })
})

describe('payments', () => {
  const lines = billOf(done)
  const take = (amountRial: number) =>
    ({ type: 'takePayment', jobId: job1, payment: { method: 'cash', amountRial: rial(amountRial), reference: ' 12 ' } }) as const

  test('in several ways add up to the bill and not beyond', () => {
    const job = [...done, billSet(lines), paid(30_000_000)]
    given({ job })
      .when(at('11:12'), take(3_000_000))
      .then({ type: 'paymentTaken', method: 'cash', amountRial: rial(3_000_000), reference: '12' })
    given({ job })
      .when(at('11:12'), take(3_000_001))
      .refuses({ code: 'paymentAboveBill', leftRial: rial(3_000_000) })
    given({ job }).when(at('11:12'), take(0)).refuses({ code: 'amountMissing' })
    given({ job: done }).when(at('11:12'), take(1)).refuses({ code: 'billMissing' })
  })

  test('are refunded with a reason, up to what was paid', () => {
    const job = [...done, billSet(lines), paid(30_000_000)]
    const paymentId = folded(job).payments[0]?.paymentId ?? testId<EventId>(1)
    const refund = {
      type: 'refundPayment',
      jobId: job1,
      paymentId,
      amountRial: rial(30_000_001),
      method: 'cash',
      reason: 'اشتباه',
    } as const
    given({ job })
      .when(at('11:12'), refund)
      .refuses({ code: 'refundAbovePaid', leftRial: rial(30_000_000) })
    const once: Past = [at('11:12'), { type: 'paymentRefunded', paymentId, amountRial: rial(20_000_000), method: 'cash', reason: 'x' }]
    given({ job: [...job, once] })
      .when(at('11:13'), { ...refund, amountRial: rial(10_000_001) })
      .refuses({ code: 'refundAbovePaid', leftRial: rial(10_000_000) })
    given({ job })
      .when(at('11:12'), { ...refund, amountRial: rial(1), reason: ' ' })
      .refuses({ code: 'reasonMissing' })
  })

  test('that were taken keep a visit from being cancelled', () => {
    given({ job: [...inWork, billSet(billOf(inWork)), paid(1_000)] })
      .when(at('11:12'), { type: 'cancelJob', jobId: job1, by: 'customer', reason: 'منصرف شد' })
      .refuses({ code: 'refundFirst', paidRial: rial(1_000) })
  })
})

describe('what is left when the car is gone', () => {
  const gone: readonly Past[] = [...done, billSet(billOf(done)), paid(33_000_000), [at('11:20'), { type: 'carHandedOver' }]]

  test('is not refunded into a new debt: the hand-over is taken back first', () => {
    const paymentId = folded(gone).payments[0]?.paymentId ?? testId<EventId>(1)
    const refund = { type: 'refundPayment', jobId: job1, paymentId, amountRial: rial(1), method: 'cash', reason: 'اشتباه' } as const
    given({ job: gone }).when(at('11:30'), refund).refuses({ code: 'wrongPhase', phase: 'handedOver' })
  })
})

test('a bill beyond every amount there is is refused, not thrown', () => {
  const past: readonly Past[] = [
    [at('08:00'), booked(slot, { acceptedRial: rial(maxRial) })],
    [at('09:55'), arrived(slot, 'onTime')],
  ]
  const service = { kind: 'service', serviceId: oil.serviceId } as const
  const lines = [
    { basis: service, quantity: quantity(1, 'time'), amountRial: rial(maxRial) },
    { basis: { kind: 'consent', consentId: newConsentId, itemNo: 1 }, quantity: quantity(1, 'time'), amountRial: rial(maxRial) },
  ] as const
  const yes: readonly Past[] = [
    ...past,
    ...answeredAt([{ ...labour, price: { partRial: rial(maxRial), labourRial: rial(0), taxRial: rial(0) } }]),
  ]
  given({ job: yes })
    .when(at('10:20'), set(lines))
    .refuses({ code: 'billAboveCap', capRial: rial(maxRial), billRial: rial(maxRial) })
})

/** A yes that another program recorded, past the bounds that asking keeps. */
function answeredAt(items: readonly NewConsentItem[]): readonly Past[] {
  const request = asked(items, { capBeforeRial: rial(0), capIfAllRial: rial(maxRial) })
  const answer = answered(request, ['accepted'])
  return [
    [at('10:10'), request],
    [at('10:12'), shown()],
    [at('10:15'), answer],
  ]
}

describe('requested services', () => {
  const correct = (serviceIds: readonly (typeof oil.serviceId)[]) =>
    ({
      type: 'correctDetails',
      jobId: job1,
      customer: { name: 'مریم احمدی', mobile: null },
      vehicle: folded(inWork).vehicle,
      serviceIds,
      note: '',
      reason: 'اصلاح',
    }) as const

  test('of an accepted offer change by consent only; a name may be corrected', () => {
    given({ job: inWork })
      .when(at('10:05'), correct([oil.serviceId, brakes.serviceId]))
      .refuses({ code: 'requestIsAgreed' })
    expect(given({ job: inWork }).when(at('10:05'), correct([oil.serviceId])).decision.ok).toBe(true)
  })

  test('of a visit without an offer may be added until work begins', () => {
    const past: readonly Past[] = [
      [at('09:00'), booked(null, { origin: { kind: 'walkIn' } })],
      [at('09:00'), arrived(null, 'noSlot')],
    ]
    expect(given({ job: past }).when(at('09:05'), correct([oil.serviceId, brakes.serviceId])).decision.ok).toBe(true)
    given({ job: [...past, ...inWork.slice(3)] })
      .when(at('10:05'), correct([oil.serviceId, brakes.serviceId]))
      .refuses({ code: 'requestIsAgreed' })
  })
})
