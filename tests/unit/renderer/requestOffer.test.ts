import { beforeAll, describe, expect, it } from 'vitest'
import type { EventId, MaterialId, RequestId } from '../../../core/basics/ids.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { Refusal } from '../../../core/contract/refusals.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import type { Material } from '../../../core/domain/materials/types.ts'
import { decideRequest } from '../../../core/domain/request/decide.ts'
import type { MadeOffer, PriceRequest, Wanted } from '../../../core/domain/request/types.ts'
import { isoDate } from '../../../core/persian/jalali.ts'
import { crossingOf } from '../../../renderer/features/requests/crossing.ts'
import { offerToPayRial } from '../../../core/domain/request/state.ts'
import { offerRows, offerVatRial } from '../../../renderer/features/requests/offerChanges.ts'
import {
  inMoney,
  materialByHand,
  materialOfCatalogue,
  type OfferDraft,
  startOfOffer,
  wantedElsewhere,
} from '../../../renderer/features/requests/offer/offerDraft.ts'
import { readOffers } from '../../../renderer/features/requests/offer/readKeptOffers.ts'
import { readOffer, sumSoFarRial } from '../../../renderer/features/requests/offer/readOffer.ts'
import { firstValidity, validUntil } from '../../../renderer/features/requests/offer/validity.ts'
import { entryWords, whoAndFacts } from '../../../renderer/features/requests/requestTimeline.ts'
import { formatIn } from '../../../renderer/i18n/format.ts'
import type { Language } from '../../../renderer/i18n/languages.ts'
import { refusalText } from '../../../renderer/i18n/refusalText.ts'
import { loadText, type Text } from '../../../renderer/i18n/text.ts'
import { at, brakes, dynamo, garage as plain, oil } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { sha256Hex } from '../../support/jobSpec.ts'
import { accepted, foldRequest, offer, priceAsked, type RequestPast } from '../../support/requestSpec.ts'

const garage: Garage = { ...plain, vatRates: [{ from: isoDate('2026-03-21'), ratePermyriad: 1_000 }] }
const now = at('10:20')

const filter: Wanted['materials'][number] = {
  spec: { kind: 'فیلتر روغن', brand: null, grade: null, partNo: null },
  quantity: { milli: 1_000, unit: 'piece' },
}
const catalogueOil: Material = {
  materialId: testId<MaterialId>(9),
  kind: 'روغن موتور',
  brand: 'بهران',
  grade: '10W-40',
  partNo: null,
  barcode: null,
  unit: 'litre',
  unitPriceRial: rial(1_850_000),
  active: true,
}

function asked(change: Partial<Wanted> = {}, past: readonly RequestPast[] = []): PriceRequest {
  const [time, event] = priceAsked
  if (event.type !== 'priceAsked') throw new Error('a request begins with its question')
  const request = foldRequest([[time, { ...event, ...change }], ...past])
  if (request === null) throw new Error('a question makes a request')
  return request
}
const start = (request: PriceRequest): OfferDraft => startOfOffer(request, { garage, nowUtcMs: now, money: 'toman' })

describe('an offer begins', () => {
  it('with what was asked for: services of the list at its prices, materials without one, other words for the desk to read', () => {
    const wanted = {
      services: [
        { serviceId: oil.serviceId, title: 'روغن' },
        { serviceId: null, title: 'صدای زیر ماشین' },
      ],
      materials: [filter],
    }
    const draft = start(asked(wanted))
    expect(draft.services).toEqual([{ serviceId: oil.serviceId, title: oil.title, price: '2180000' }])
    expect(draft.materials).toMatchObject([{ kind: 'فیلتر روغن', quantity: '1', unit: 'piece', price: '', unitPriceRial: null }])
    expect(draft).toMatchObject({ afterRevision: null, vat: 'inside', note: '' })
    expect(wantedElsewhere(wanted.services, garage.services)).toEqual(['صدای زیر ماشین'])
  })

  it('with the newest revision as it was made', () => {
    const materials = [{ ...filter, lineNo: 1, priceRial: rial(4_000_005) }]
    const newest = offer(2, { materials, amountRial: rial(25_800_005), vat: { kind: 'added', ratePermyriad: 900 }, note: 'دو ساعت کار' })
    const draft = start(
      asked({}, [
        [at('09:00'), offer(1)],
        [at('09:10'), newest],
      ]),
    )
    expect(draft).toMatchObject({ afterRevision: 2, vat: 'added', note: 'دو ساعت کار' })
    const read = readOffer(draft, garage, now)
    expect(read).toMatchObject({
      ok: true,
      value: { services: [{ serviceId: oil.serviceId, priceRial: 21_800_000 }], materials: [{ ...filter, priceRial: 4_000_005 }] },
    })
    // What is on top is by the rate of today, not by that of the day before.
    expect(read.ok && read.value.vat).toEqual({ kind: 'added', ratePermyriad: 1_000 })
  })
})

describe('what is typed', () => {
  it('becomes a command that the garage’s own rules accept', () => {
    const request = asked()
    const draft: OfferDraft = {
      ...start(request),
      materials: [
        { ...materialOfCatalogue(catalogueOil), quantity: '۳٫۵' },
        { ...materialByHand('پولک کارتر'), price: '45000' },
      ],
      vat: 'added',
    }
    const read = readOffer(draft, garage, now)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const decision = decideRequest(
      { type: 'makeOffer', requestId: request.requestId, ...read.value },
      { nowUtcMs: now, garage, request, sha256Hex },
    )
    expect(decision).toMatchObject({ ok: true, value: [{ type: 'offerMade', revision: 1, amountRial: 21_800_000 + 6_475_000 + 450_000 }] })
    expect(sumSoFarRial(draft)).toBe(21_800_000 + 6_475_000 + 450_000)
  })

  it('is not sent with a field that cannot be read: each is named, and none is dropped', () => {
    const draft: OfferDraft = {
      ...start(asked()),
      services: [
        { serviceId: oil.serviceId, title: oil.title, price: '۲۱x' },
        { serviceId: testId<RequestId>(404), title: 'حذف شده', price: '10' },
      ],
      materials: [{ ...materialByHand(' '), key: 'a', quantity: '1.5', price: '' }],
      validity: 'at',
      date: '1405/13/01',
    }
    expect(readOffer(draft, garage, now)).toEqual({
      ok: false,
      error: {
        services: { [oil.serviceId]: { price: 'notANumber' }, [testId<RequestId>(404)]: { unlisted: true } },
        materials: { a: { kind: 'missing', quantity: 'fraction', price: 'empty' } },
        whole: null,
        validity: { field: 'date', problem: 'badMonth' },
      },
    })
    expect(readOffer({ ...draft, services: [] }, garage, now)).toMatchObject({ error: { whole: 'empty' } })
  })

  it('means the same amount when the garage shows the other unit of money', () => {
    const draft: OfferDraft = { ...start(asked()), materials: [{ ...materialByHand('پیچ'), price: '1.5' }] }
    const rials = inMoney(draft, 'rial')
    expect(rials.services[0]?.price).toBe('21800000')
    expect(rials.materials[0]?.price).toBe('15')
    expect(sumSoFarRial(rials)).toBe(sumSoFarRial(draft))
  })

  it('is kept as it is, and only what this version wrote is read again', () => {
    const draft: OfferDraft = { ...start(asked()), materials: [materialOfCatalogue(catalogueOil)], note: 'نیمه' }
    const stored = JSON.stringify({ r1: draft, r2: { ...draft, services: 'none' }, r3: null })
    expect(readOffers(stored)).toEqual({ r1: draft })
    for (const wrong of [null, '', '{', '[]', 'null', '7']) expect(readOffers(wrong)).toEqual({})
  })
})

describe('an offer is valid', () => {
  const { hours } = garage
  const until = (validity: OfferDraft['validity'], from = now, date = '', time = '') => validUntil({ validity, date, time }, from, hours)

  it('for two hours, until closing, until the next working day closes, or until a typed moment', () => {
    expect(until('twoHours')).toEqual({ ok: true, value: at('12:20') })
    expect(until('closing')).toEqual({ ok: true, value: at('18:00') })
    expect(until('nextDay')).toEqual({ ok: true, value: at('18:00', 1) })
    expect(until('at', now, '۱۴۰۵/۹/۳', '9')).toEqual({ ok: true, value: at('09:00', 2) })
    // From Thursday on, Friday is off.
    expect(until('nextDay', at('12:00', 4))).toEqual({ ok: true, value: at('18:00', 6) })
  })

  it('until closing only while the garage is open that day, which is not what it begins with in the evening', () => {
    expect(until('closing', at('18:00'))).toEqual({ ok: false, error: { field: 'validity', problem: 'closed' } })
    expect(firstValidity(at('16:00'), hours)).toBe('closing')
    expect(firstValidity(at('16:01'), hours)).toBe('nextDay')
  })
})

describe('revisions side by side', () => {
  const line = (service: typeof oil, priceRial: number): MadeOffer['services'][number] => {
    const { active: _, ...rest } = service
    return { ...rest, priceRial: rial(priceRial) }
  }
  it('show what is new, changed and gone from one to the next', () => {
    const first = offer(1, { services: [line(oil, 10), line(brakes, 20)] })
    const second = offer(2, { services: [line(oil, 15), line(dynamo, 30)], materials: [{ ...filter, lineNo: 1, priceRial: rial(7) }] })
    const third = offer(3, { services: [line(oil, 15), line(brakes, 20)], materials: [{ ...filter, lineNo: 1, priceRial: rial(7) }] })
    const rows = offerRows([first, second, third]).map(({ title, cells }) => [title, ...cells.map((cell) => cell?.change ?? null)])
    expect(rows).toEqual([
      [oil.title, 'same', 'changed', 'same'],
      [brakes.title, 'same', 'gone', 'new'],
      [dynamo.title, null, 'new', 'gone'],
      ['فیلتر روغن', null, 'new', 'same'],
    ])
  })

  it('never melt two lines of the same part into one', () => {
    const twice = [1, 2].map((lineNo) => ({ ...filter, lineNo, priceRial: rial(lineNo) }))
    const rows = offerRows([offer(1, { services: [], materials: twice })])
    expect(rows.map(({ cells }) => cells)).toMatchObject([[{ priceRial: 1 }], [{ priceRial: 2 }]])
  })

  it('come to what the customer pays, VAT inside or on top', () => {
    const amountRial = rial(11_000_000)
    expect(offerToPayRial({ amountRial, vat: { kind: 'inside' } })).toBe(11_000_000)
    expect(offerVatRial({ amountRial, vat: { kind: 'inside' } }, 1_000)).toBe(1_000_000)
    expect(offerToPayRial({ amountRial, vat: { kind: 'added', ratePermyriad: 1_000 } })).toBe(12_100_000)
    expect(offerVatRial({ amountRial, vat: { kind: 'added', ratePermyriad: 1_000 } }, 900)).toBe(1_100_000)
  })
})

describe('a crossing', () => {
  const made: RequestPast = [at('09:00'), offer(1)]
  it('shows the accepted revision beside what came too late', () => {
    const newer = offer(2, { amountRial: rial(30_000_000) })
    const revised = asked({}, [made, [at('09:30'), newer], [at('09:31'), accepted(1), [2]]])
    expect(crossingOf(revised)).toMatchObject({ kind: 'revised', isNoted: false, accepted: { revision: 1 }, newer: { revision: 2 } })
    const withdrawn = asked({}, [
      made,
      [at('09:30'), { type: 'offerWithdrawn', revision: 1, amountHash: offer(1).amountHash, reason: 'قطعه نیست' }],
      [at('09:31'), accepted(1), [2]],
    ])
    expect(crossingOf(withdrawn)).toMatchObject({ kind: 'withdrawn', reason: 'قطعه نیست', accepted: { revision: 1 } })
    const declined = asked({}, [made, [at('09:30'), accepted(1)], [at('09:31'), { type: 'priceRequestDeclined', reason: 'پر است' }, [2]]])
    expect(crossingOf(declined)).toMatchObject({ kind: 'declined', accepted: { revision: 1 } })
    expect(crossingOf(asked({}, [made, [at('09:31'), accepted(1)]]))).toBeNull()
  })
})

describe.each(['fa', 'en'] as const)('the words in %s', (language: Language) => {
  let text: Text
  beforeAll(async () => {
    text = (await loadText(language)).t
  })
  const refusals: readonly Refusal[] = [
    { code: 'unknownRequest' },
    { code: 'requestOver', status: 'accepted' },
    { code: 'offerRevised', newest: 3 },
    { code: 'offerEmpty' },
    { code: 'offerAboveMost', mostRial: rial(900_000_000_000) },
    { code: 'validityPassed', untilUtcMs: now },
    { code: 'validityTooLong', mostUntilUtcMs: now },
    { code: 'noOpenOffer' },
    { code: 'nothingCrossed' },
    { code: 'reasonMissing' },
    { code: 'unknownService' },
  ]
  it('say every refusal of a request with its facts, and leave no gap', () => {
    const format = formatIn(text, language, 'Asia/Tehran', 'toman')
    const said = refusals.map((refusal) => refusalText(refusal, text, format))
    expect(said.filter((sentence) => sentence === '' || /[{}]|refusals\./.test(sentence))).toEqual([])
    expect(new Set(said).size).toBe(refusals.length)
  })

  it('say every event of a request, with who and what', () => {
    const format = formatIn(text, language, 'Asia/Tehran', 'toman')
    const events = [
      priceAsked[1],
      offer(1),
      offer(2),
      accepted(1),
      { type: 'offerWithdrawn', revision: 1, amountHash: offer(1).amountHash, reason: 'x' },
      { type: 'priceRequestDeclined', reason: 'x' },
      { type: 'priceRequestTakenBack', reason: '' },
      { type: 'crossingNoted', about: [], note: '' },
    ] as const
    const said = events.map((event, n) => {
      const entry = { eventId: testId<EventId>(n), atUtcMs: now, actorName: null, side: 'customer', event } as const
      const words = entryWords(entry, text, format)
      return `${words.title}: ${whoAndFacts(entry, words, text).join(' · ')}`
    })
    expect(said.filter((sentence) => /[{}]|requests\.|: $|· $/.test(sentence))).toEqual([])
    expect(new Set(said).size).toBe(events.length)
  })
})
