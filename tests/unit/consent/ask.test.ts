import { describe, expect, test } from 'vitest'
import type { ConsentId, EventId } from '../../../core/basics/ids.ts'
import { addMinutes } from '../../../core/basics/instant.ts'
import { maxRial, rial, type Rial } from '../../../core/basics/rial.ts'
import { newConsentItem } from '../../../core/wire/consentFields.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { asked, eventNo, hashOf, inWork, shown, snapshot, withAnswer } from '../../support/consentPast.ts'
import { item, labour, quantity } from '../../support/consents.ts'
import { at } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { fold, given, job1, newConsentId, sha256Hex, type Past } from '../../support/jobSpec.ts'
import type { NewConsentItem } from '../../../core/domain/consent/commands.ts'

const ask = (items: readonly NewConsentItem[], replaces: { consentId: ConsentId; itemNos: readonly number[] } | null = null) =>
  ({ type: 'askConsent', jobId: job1, items, replaces }) as const
const price = (partRial: Rial) => ({ partRial, labourRial: rial(0), taxRial: rial(0) })

describe('asking', () => {
  test('makes a snapshot of everything that the customer is shown, and its hash', () => {
    given({ job: inWork })
      .when(at('10:10'), ask([item(), labour]))
      .then(asked([item(), labour]))
  })

  test('says when the car would be ready', () => {
    const { decision } = given({ job: inWork, context: { readyUtcMs: at('10:50') } }).when(at('10:10'), ask([item()]))
    if (!decision.ok || decision.value[0]?.type !== 'consentAsked') throw new Error('asked')
    expect(decision.value[0].snapshot.readyIfAllUtcMs).toBe(addMinutes(at('10:50'), 35))
  })

  test('binds the hash to each field: another price is another hash', () => {
    const other = { ...snapshot([item()]), capIfAllRial: rial(1) }
    expect(sha256Hex(canonicalJson(other))).not.toBe(hashOf(asked([item()])))
  })

  test.each<readonly [string, Partial<NewConsentItem>, string]>([
    ['no title', { title: ' ' }, 'itemTitleMissing'],
    ['no reason', { reason: '' }, 'itemReasonMissing'],
    ['nothing said of a refusal', { ifRefused: '' }, 'itemIfRefusedMissing'],
    ['price 0', { price: price(rial(0)) }, 'itemPriceWrong'],
    [
      'parts of a price that add up to more than there is',
      { price: { partRial: rial(maxRial), labourRial: rial(1), taxRial: rial(0) } },
      'itemPriceWrong',
    ],
    ['a price that lifts the cap beyond what there is', { price: price(rial(maxRial)) }, 'itemPriceWrong'],
    ['half a disc', { quantity: { milli: 500, unit: 'piece' } }, 'itemQuantityWrong'],
    ['no quantity', { quantity: { milli: 0, unit: 'litre' } }, 'itemQuantityWrong'],
    ['a finding that nobody made', { findingId: testId<EventId>(5) }, 'unknownFinding'],
  ])('is refused with %s', (_, overrides, code) => {
    const { decision } = given({ job: inWork }).when(at('10:10'), ask([item(overrides)]))
    expect(decision.ok ? null : decision.error.code).toBe(code)
  })

  test.each([-1, 0.5, maxRial + 1, Number.NaN])('a price of %d rial does not come in at the door', (amount) => {
    const wrong = { ...item(), price: { partRial: amount, labourRial: 0, taxRial: 0 } }
    expect(newConsentItem.safeParse(wrong).success).toBe(false)
    expect(newConsentItem.safeParse(item()).success).toBe(true)
  })

  test('waits for the open request: two totals at once would both be wrong', () => {
    given({ job: [...inWork, [at('10:10'), asked()]] })
      .when(at('10:20'), ask([labour]))
      .refuses({ code: 'consentOpen', consentId: newConsentId })
  })
})

describe('an edit', () => {
  const newer = testId<ConsentId>(2002)
  const context = { newConsentId: newer }

  test('of what is asked takes its place, and the old one is answered no more', () => {
    const job: readonly Past[] = [...inWork, [at('10:10'), asked()], [at('10:12'), shown()]]
    const { decision } = given({ job, context }).when(
      at('10:14'),
      ask([item({ price: price(rial(20_000_000)) })], { consentId: newConsentId, itemNos: [1] }),
    )
    if (!decision.ok) throw new Error(decision.error.code)
    const folded = fold(job1, [...job, ...decision.value.map((event): Past => [at('10:14'), event])])
    expect(folded?.consents.map(({ items, supersededBy }) => [items[0]?.state, supersededBy])).toEqual([
      ['superseded', newer],
      ['pending', null],
    ])
  })

  test('of what was accepted voids the yes: the cap is what it was before it', () => {
    const job = withAnswer([item(), labour], ['accepted', 'accepted'])
    const { decision } = given({ job, context }).when(
      at('10:20'),
      ask([item({ quantity: quantity(1) })], { consentId: newConsentId, itemNos: [1] }),
    )
    if (!decision.ok) throw new Error(decision.error.code)
    expect(decision.value.map(({ type }) => type)).toEqual(['consentVoided', 'consentAsked'])
    expect(decision.value[1]).toMatchObject({ snapshot: { capBeforeRial: 33_000_000 + 3_000_000 } })
    const folded = fold(job1, [...job, ...decision.value.map((event): Past => [at('10:20'), event])])
    expect(folded?.consents[0]?.items.map(({ state }) => state)).toEqual(['voided', 'accepted'])
  })

  test('of an item that was started is refused', () => {
    const job: readonly Past[] = [
      ...withAnswer([labour], ['accepted']),
      [at('10:20'), { type: 'itemStarted', consentId: newConsentId, itemNo: 1 }],
    ]
    given({ job, context })
      .when(at('10:21'), ask([labour], { consentId: newConsentId, itemNos: [1] }))
      .refuses({ code: 'itemAlreadyStarted', itemNo: 1 })
  })
})

describe('a finding', () => {
  const found: Past = [at('10:06'), { type: 'findingReported', title: 'بوش طبق', note: '', grade: 'soon', photos: [] }]
  const findingId = eventNo(4)

  test('is reported with a title', () => {
    const report = { type: 'reportFinding', jobId: job1, title: ' بوش طبق ', note: '', grade: 'soon', photos: [] } as const
    given({ job: inWork })
      .when(at('10:06'), report)
      .then({ type: 'findingReported', title: 'بوش طبق', note: '', grade: 'soon', photos: [] })
    given({ job: inWork })
      .when(at('10:06'), { ...report, title: ' ' })
      .refuses({ code: 'findingTitleMissing' })
  })

  test('is dropped with a reason, but not while the customer is asked about it', () => {
    const drop = { type: 'dropFinding', jobId: job1, findingId, reason: 'سالم بود' } as const
    given({ job: [...inWork, found] })
      .when(at('10:08'), drop)
      .then({ type: 'findingDropped', findingId, reason: 'سالم بود' })
    given({ job: [...inWork, found] })
      .when(at('10:08'), { ...drop, reason: '' })
      .refuses({ code: 'reasonMissing' })
    given({ job: [...inWork, found, [at('10:10'), asked([item({ findingId })])]] })
      .when(at('10:12'), drop)
      .refuses({ code: 'findingInRequest', consentId: newConsentId })
  })
})

test('a request is dropped with a reason, and asks nothing any more', () => {
  const job: readonly Past[] = [...inWork, [at('10:10'), asked([item(), labour])]]
  given({ job })
    .when(at('10:12'), { type: 'dropConsent', jobId: job1, consentId: newConsentId, reason: 'لازم نشد' })
    .then({ type: 'consentVoided', consentId: newConsentId, itemNos: [1, 2], cause: 'dropped', reason: 'لازم نشد' })
})
