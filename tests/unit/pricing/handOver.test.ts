import { describe, expect, test } from 'vitest'
import type { EventId } from '../../../core/basics/ids.ts'
import { rial } from '../../../core/basics/rial.ts'
import { differences } from '../../../core/domain/pricing/account.ts'
import { asked, finished, inWork, slot, usedAll, withAnswer } from '../../support/consentPast.ts'
import { labour, quantity } from '../../support/consents.ts'
import { at } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { arrived, booked } from '../../support/jobEvents.ts'
import { given, job1, newConsentId, type Past } from '../../support/jobSpec.ts'
import { billOf, billSet, done, folded, material } from '../../support/billPast.ts'

describe('handing over', () => {
  const handOver = { type: 'handOver', jobId: job1, payments: [], debt: null } as const
  const all = [{ method: 'card', amountRial: rial(33_000_000), reference: '' }] as const

  test('bills what was used, takes the money and lets the car go, in one go', () => {
    const { decision } = given({ job: done }).when(at('11:20'), { ...handOver, payments: all })
    expect(decision.ok && decision.value.map(({ type }) => type)).toEqual(['billSet', 'paymentTaken', 'carHandedOver'])
  })

  test('wants the bill settled, or what is owed on record', () => {
    given({ job: done })
      .when(at('11:20'), handOver)
      .refuses({ code: 'notSettled', leftRial: rial(33_000_000) })
    const debt = { amountRial: rial(3_000_000), dueDate: null, note: 'شنبه می‌آورد' }
    const part1 = [{ method: 'card', amountRial: rial(30_000_000), reference: '' }] as const
    expect(given({ job: done }).when(at('11:20'), { ...handOver, payments: part1, debt }).decision.ok).toBe(true)
    given({ job: done })
      .when(at('11:20'), { ...handOver, payments: part1, debt: { ...debt, amountRial: rial(2_999_999) } })
      .refuses({ code: 'debtNotWhatIsLeft', leftRial: rial(3_000_000) })
  })

  test('refuses more than the bill, whole: nothing of it is written', () => {
    given({ job: done })
      .when(at('11:20'), { ...handOver, payments: [...all, { method: 'cash', amountRial: rial(1), reference: '' }] })
      .refuses({ code: 'paymentAboveBill', leftRial: rial(0) })
  })

  test('is blocked by an agreed part that was not used, until it is logged or left out', () => {
    const job = [...inWork, ...usedAll().slice(0, 1), finished]
    const untouched = { code: 'untouched', basis: { kind: 'material', lineNo: 2 } } as const
    given({ job })
      .when(at('11:20'), { ...handOver, payments: all })
      .refuses({ code: 'differencesLeft', differences: [untouched] })
    const left: Past = [at('11:10'), { type: 'lineLeftOut', basis: untouched.basis, reason: 'موجود نبود' }]
    expect(differences(folded([...job, left]))).toEqual([])
    const payments = [{ method: 'card', amountRial: rial(19_082_228 + 12_254_642), reference: '' }] as const
    expect(given({ job: [...job, left] }).when(at('11:20'), { ...handOver, payments }).decision.ok).toBe(true)
  })

  test('is blocked by a bill of more than was used', () => {
    const lines = billOf(done)
    const useId = folded(done).uses[0]?.useId ?? testId<EventId>(1)
    const back: Past = [at('11:06'), { type: 'partTakenBack', useId, milli: 500, reason: '' }]
    given({ job: [...done, billSet(lines), back] })
      .when(at('11:20'), { ...handOver, payments: all })
      .refuses({
        code: 'differencesLeft',
        differences: [
          {
            code: 'billedNotUsed',
            basis: material,
            used: quantity(3.5, 'litre'),
            billed: quantity(4, 'litre'),
            agreedForUsedRial: rial(Math.floor((12_254_642 * 7) / 8)),
          },
        ],
      })
  })

  test('is blocked by a request that nobody answered, and by a yes that nobody worked on', () => {
    given({ job: [...done, [at('11:02'), asked([labour])]] })
      .when(at('11:20'), { ...handOver, payments: all })
      .refuses({ code: 'differencesLeft', differences: [{ code: 'consentUnanswered', consentId: newConsentId }] })
    given({ job: [...withAnswer([labour], ['accepted']), ...usedAll(), finished] })
      .when(at('11:20'), { ...handOver, payments: all })
      .refuses({
        code: 'differencesLeft',
        differences: [{ code: 'untouched', basis: { kind: 'consent', consentId: newConsentId, itemNo: 1 } }],
      })
  })

  test('of a car that cost nothing takes no money', () => {
    const past: readonly Past[] = [
      [at('08:00'), booked(slot, { acceptedRial: rial(0) })],
      [at('09:55'), arrived(slot, 'onTime')],
      ...inWork.slice(3),
      finished,
    ]
    expect(given({ job: past }).when(at('11:20'), handOver).decision.ok).toBe(true)
  })

  test('with a debt leaves it to be paid later', () => {
    const debt: Past = [at('11:20'), { type: 'debtRecorded', amountRial: rial(33_000_000), dueDate: null, note: '' }]
    const gone: readonly Past[] = [...done, billSet(billOf(done)), debt, [at('11:20'), { type: 'carHandedOver' }]]
    expect(
      given({ job: gone }).when(at('12:00', 3), {
        type: 'takePayment',
        jobId: job1,
        payment: { method: 'transfer', amountRial: rial(33_000_000), reference: '771' },
      }).decision.ok,
    ).toBe(true)
  })
})

describe('a line that is left out', () => {
  test('needs a reason, and that nothing of it was used, begun or billed', () => {
    const leave = { type: 'leaveOut', jobId: job1, basis: material, reason: '' } as const
    given({ job: inWork }).when(at('10:30'), leave).refuses({ code: 'reasonMissing' })
    given({ job: done })
      .when(at('11:05'), { ...leave, reason: 'x' })
      .refuses({ code: 'lineInUse', basis: material })
    given({ job: [...inWork, billSet(billOf(inWork))] })
      .when(at('11:10'), { ...leave, reason: 'x' })
      .refuses({ code: 'lineInUse', basis: material })
  })
})
