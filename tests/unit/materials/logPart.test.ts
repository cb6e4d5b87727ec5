import { describe, expect, test } from 'vitest'
import { rial } from '../../../core/basics/rial.ts'
import type { JobCommand } from '../../../core/domain/job/commands.ts'
import { quantityProblem } from '../../../core/domain/materials/quantity.ts'
import { item, part, quantity, spec } from '../../support/consents.ts'
import { asked, eventNo, finished, inWork, slot, usedAll, withAnswer } from '../../support/consentPast.ts'
import { at } from '../../support/garage.ts'
import { arrived, booked } from '../../support/jobEvents.ts'
import { given, job1, newConsentId, type Past } from '../../support/jobSpec.ts'

type Log = Extract<JobCommand, { type: 'logPart' }>
const log = (overrides: Partial<Log>): Log => ({
  type: 'logPart',
  jobId: job1,
  basis: null,
  part: part('روغن موتور', 'بهران', '10W-40'),
  quantity: quantity(4, 'litre'),
  source: 'hand',
  ...overrides,
})
const oilLine = { kind: 'material', lineNo: 1 } as const

describe('a part is logged', () => {
  test('on the requested line that it matches, however it is spelt', () => {
    const spelt = part('روغن  موتور', 'بهران', '۱۰W-۴۰')
    given({ job: inWork })
      .when(at('10:20'), log({ part: spelt }))
      .then({ type: 'partUsed', basis: oilLine, part: spelt, quantity: quantity(4, 'litre'), source: 'hand' })
  })

  test('in parts that add up exactly: 0.3 + 0.1 litre leave 3.6', () => {
    const first: Past = [
      at('10:20'),
      {
        type: 'partUsed',
        basis: oilLine,
        part: part('روغن موتور', 'بهران', '10W-40'),
        quantity: { milli: 300, unit: 'litre' },
        source: 'hand',
      },
    ]
    const second: Past = [
      at('10:21'),
      {
        type: 'partUsed',
        basis: oilLine,
        part: part('روغن موتور', 'بهران', '10W-40'),
        quantity: { milli: 100, unit: 'litre' },
        source: 'hand',
      },
    ]
    const job = [...inWork, first, second]
    expect(given({ job }).when(at('10:22'), log({ quantity: { milli: 3600, unit: 'litre' } })).decision.ok).toBe(true)
    given({ job })
      .when(at('10:22'), log({ quantity: { milli: 3601, unit: 'litre' } }))
      .refuses({
        code: 'partMismatch',
        part: part('روغن موتور', 'بهران', '10W-40'),
        nearest: {
          basis: oilLine,
          title: 'روغن موتور',
          mismatches: [{ field: 'quantity', left: { milli: 3600, unit: 'litre' }, given: { milli: 3601, unit: 'litre' } }],
        },
      })
  })

  test('on an accepted item of a consent, up to what was accepted', () => {
    const job = withAnswer([item()], ['accepted'])
    const disc = part('دیسک چرخ جلو', 'ایساکو')
    const basis = { kind: 'consent', consentId: newConsentId, itemNo: 1 } as const
    given({ job })
      .when(at('10:20'), log({ part: disc, quantity: quantity(2) }))
      .then({ type: 'partUsed', basis, part: disc, quantity: quantity(2), source: 'hand' })
  })
})

describe('a part is refused', () => {
  test('of another brand and grade: the fields that differ are named', () => {
    const given1 = part('روغن موتور', 'ایرانول', '20W-50')
    given({ job: inWork })
      .when(at('10:20'), log({ part: given1 }))
      .refuses({
        code: 'partMismatch',
        part: given1,
        nearest: {
          basis: oilLine,
          title: 'روغن موتور',
          mismatches: [
            { field: 'brand', wanted: 'بهران', given: 'ایرانول' },
            { field: 'grade', wanted: '10W-40', given: '20W-50' },
          ],
        },
      })
  })

  test('that nothing asks for: no line is near', () => {
    const wiper = part('تیغه برف‌پاک‌کن')
    given({ job: inWork })
      .when(at('10:20'), log({ part: wiper, quantity: quantity(1, 'pair') }))
      .refuses({ code: 'partMismatch', part: wiper, nearest: null })
  })

  test('on an item that the customer refused, or has not answered', () => {
    const disc = {
      part: part('دیسک چرخ جلو', 'ایساکو'),
      quantity: quantity(1),
      basis: { kind: 'consent', consentId: newConsentId, itemNo: 1 },
    } as const
    given({ job: withAnswer([item()], ['refused']) })
      .when(at('10:20'), log(disc))
      .refuses({ code: 'lineNotAgreed', state: 'refused' })
    given({ job: [...inWork, [at('10:10'), asked()]] })
      .when(at('10:20'), log(disc))
      .refuses({ code: 'lineNotAgreed', state: 'pending' })
  })

  test('before the work and after the hand-over', () => {
    given({ job: inWork.slice(0, 3) })
      .when(at('10:00'), log({}))
      .refuses({ code: 'wrongPhase', phase: 'waiting' })
    given({ job: [...inWork, ...usedAll(), finished, [at('11:05'), { type: 'carHandedOver' }]] })
      .when(at('11:10'), log({}))
      .refuses({ code: 'wrongPhase', phase: 'handedOver' })
  })

  test('of a service, of a line that is not there, of one that was left out', () => {
    const service = booked(slot)
    if (service.type !== 'jobOpened') throw new Error('a booking opens a job')
    const serviceId = service.services[0]?.serviceId
    if (serviceId === undefined) throw new Error('a booking has a service')
    given({ job: inWork })
      .when(at('10:20'), log({ basis: { kind: 'service', serviceId } }))
      .refuses({ code: 'lineHasNoPart' })
    given({ job: inWork })
      .when(at('10:20'), log({ basis: { kind: 'material', lineNo: 3 } }))
      .refuses({ code: 'unknownLine' })
    given({ job: [...inWork, [at('10:05'), { type: 'lineLeftOut', basis: oilLine, reason: 'موجود نبود' }]] })
      .when(at('10:20'), log({ basis: oilLine }))
      .refuses({ code: 'lineLeftOut' })
  })
})

describe('quantities', () => {
  test.each([
    [0, 'piece', 'quantityWrong'],
    [-1000, 'piece', 'quantityWrong'],
    [10_000_001, 'litre', 'quantityWrong'],
    [0.5, 'litre', 'quantityWrong'],
    [500, 'piece', 'quantityNotWhole'],
    [1500, 'pair', 'quantityNotWhole'],
  ] as const)('%d thousandths of a %s are no quantity', (milli, unit, code) => {
    expect(quantityProblem({ milli, unit })?.code).toBe(code)
  })

  test.each([
    [400, 'litre'],
    [1, 'metre'],
    [2000, 'piece'],
  ] as const)('%d thousandths of a %s are one', (milli, unit) => {
    expect(quantityProblem({ milli, unit })).toBeNull()
  })
})

describe('a part that was not used', () => {
  const used = [...inWork, ...usedAll()]
  const useId = eventNo(4)

  test('is taken back, whole or in part', () => {
    given({ job: used })
      .when(at('10:40'), { type: 'takeBackPart', jobId: job1, useId, milli: 500, reason: ' نیم لیتر ماند ' })
      .then({ type: 'partTakenBack', useId, milli: 500, reason: 'نیم لیتر ماند' })
  })

  test('is not taken back beyond what is left of it', () => {
    given({ job: [...used, [at('10:41'), { type: 'partTakenBack', useId, milli: 3500, reason: '' }]] })
      .when(at('10:42'), { type: 'takeBackPart', jobId: job1, useId, milli: 501, reason: '' })
      .refuses({ code: 'moreThanUsed', left: { milli: 500, unit: 'litre' } })
  })

  test('leaves a half filter nowhere', () => {
    given({ job: used })
      .when(at('10:40'), { type: 'takeBackPart', jobId: job1, useId: eventNo(5), milli: 500, reason: '' })
      .refuses({ code: 'quantityNotWhole', unit: 'piece' })
  })
})

describe('requested materials', () => {
  const walkIn: readonly Past[] = [
    [at('09:00'), booked(null, { origin: { kind: 'walkIn' } })],
    [at('09:00'), arrived(null, 'noSlot')],
  ]
  const materials = [{ spec: spec('فیلتر هوا'), quantity: quantity(1), priceRial: rial(2_600_000) }]

  test('of a visit without an offer are set while it waits', () => {
    given({ job: walkIn })
      .when(at('09:05'), { type: 'requestMaterials', jobId: job1, materials })
      .then({ type: 'workRequested', materials: materials.map((each) => ({ ...each, lineNo: 1 })), offer: null })
  })

  test('of an accepted offer are agreed, and so is whatever work has begun on', () => {
    given({ job: inWork.slice(0, 3) })
      .when(at('09:58'), { type: 'requestMaterials', jobId: job1, materials })
      .refuses({ code: 'requestIsAgreed' })
    const begun = inWork[3]
    given({ job: begun === undefined ? walkIn : [...walkIn, begun] })
      .when(at('10:05'), { type: 'requestMaterials', jobId: job1, materials })
      .refuses({ code: 'requestIsAgreed' })
  })
})
