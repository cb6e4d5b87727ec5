import { describe, expect, test } from 'vitest'
import { dayMs, utcMs } from '../../../core/basics/instant.ts'
import { maxRial, rial } from '../../../core/basics/rial.ts'
import type { RequestCommand } from '../../../core/domain/request/commands.ts'
import { openCrossing, requestStatus, standingOffer } from '../../../core/domain/request/state.ts'
import type { PriceRequest } from '../../../core/domain/request/types.ts'
import { parseRequestEvent } from '../../../core/wire/requestEvents.ts'
import { at, brakes, oil } from '../../support/garage.ts'
import {
  accepted,
  foldRequest,
  givenRequest,
  nthRequestEvent,
  offer,
  priceAsked,
  request1,
  type RequestPast,
} from '../../support/requestSpec.ts'

const make: Extract<RequestCommand, { type: 'makeOffer' }> = {
  type: 'makeOffer',
  requestId: request1,
  services: [{ serviceId: oil.serviceId, priceRial: rial(oil.priceRial) }],
  materials: [],
  vat: { kind: 'inside' },
  validUntilUtcMs: at('18:00'),
  note: '',
  afterRevision: null,
}
const offered: readonly RequestPast[] = [priceAsked, [at('08:30'), offer(1)]]
const folded = (past: readonly RequestPast[]): PriceRequest => {
  const request = foldRequest(past)
  if (request === null) throw new Error('a request begins with what was asked')
  return request
}

describe('an offer', () => {
  test('is made of the services of the list at the prices of this offer, and names itself by its hash', () => {
    givenRequest([priceAsked]).when(at('08:30'), make).then(offer(1))
    const cheaper = givenRequest([priceAsked]).when(at('08:30'), {
      ...make,
      services: [{ serviceId: oil.serviceId, priceRial: rial(1_000) }],
    })
    expect(cheaper.decision.ok && cheaper.decision.value[0]).toMatchObject({ amountRial: 1_000 })
    expect(cheaper.decision.ok && cheaper.decision.value[0]).not.toMatchObject({ amountHash: offer(1).amountHash })
  })

  test('is revised only by who saw the newest revision', () => {
    givenRequest(offered).when(at('09:00'), make).refuses({ code: 'offerRevised', newest: 1 })
    givenRequest(offered)
      .when(at('09:00'), { ...make, afterRevision: 1 })
      .then(offer(2))
  })

  test('needs a service that is offered, a validity to come and within 30 days, and an amount that there is', () => {
    const given = givenRequest([priceAsked])
    given.when(at('08:30'), { ...make, services: [] }).refuses({ code: 'offerEmpty' })
    const twice = [...make.services, ...make.services]
    given.when(at('08:30'), { ...make, services: twice }).refuses({ code: 'unknownService' })
    given.when(at('18:00'), make).refuses({ code: 'validityPassed', untilUtcMs: at('18:00') })
    given
      .when(at('08:30'), { ...make, validUntilUtcMs: utcMs(at('08:30') + 31 * dayMs) })
      .refuses({ code: 'validityTooLong', mostUntilUtcMs: utcMs(at('08:30') + 30 * dayMs) })
    const services = [oil, brakes].map(({ serviceId }) => ({ serviceId, priceRial: rial(maxRial) }))
    given.when(at('08:30'), { ...make, services }).refuses({ code: 'offerAboveMost', mostRial: rial(maxRial) })
  })

  test('is withdrawn with a reason; then there is nothing to accept', () => {
    const withdraw = { type: 'withdrawOffer', requestId: request1, revision: 1, reason: ' ' } as const
    givenRequest(offered).when(at('09:00'), withdraw).refuses({ code: 'reasonMissing' })
    givenRequest(offered)
      .when(at('09:00'), { ...withdraw, revision: 2, reason: 'x' })
      .refuses({ code: 'noOpenOffer' })
    const past: readonly RequestPast[] = [
      ...offered,
      [at('09:00'), { type: 'offerWithdrawn', revision: 1, amountHash: offer(1).amountHash, reason: 'قطعه نیست' }],
    ]
    expect(standingOffer(folded(past))).toBeNull()
    expect(requestStatus(folded(past), at('09:01'))).toBe('new')
  })

  test('is made to nobody once the request is over', () => {
    const declined: RequestPast = [at('08:10'), { type: 'priceRequestDeclined', reason: 'جا نداریم' }]
    const takenBack: RequestPast = [at('08:10'), { type: 'priceRequestTakenBack', reason: '' }]
    givenRequest([priceAsked, declined]).when(at('08:30'), make).refuses({ code: 'requestOver', status: 'declined' })
    givenRequest([priceAsked, takenBack]).when(at('08:30'), make).refuses({ code: 'requestOver', status: 'takenBack' })
    givenRequest([...offered, [at('09:00'), accepted(1)]])
      .when(at('09:30'), { ...make, afterRevision: 1 })
      .refuses({ code: 'requestOver', status: 'accepted' })
    givenRequest([]).when(at('08:30'), make).refuses({ code: 'unknownRequest' })
  })
})

describe('a request', () => {
  test('waits for an offer until its time has passed, then for the customer until the offer has', () => {
    expect([at('09:59'), at('10:01')].map((now) => requestStatus(folded([priceAsked]), now))).toEqual(['new', 'missed'])
    expect([at('10:01'), at('18:01')].map((now) => requestStatus(folded(offered), now))).toEqual(['offered', 'expired'])
  })
})

describe('an acceptance', () => {
  test('binds to the revision and the hash that the customer saw', () => {
    expect(folded([...offered, [at('09:00'), accepted(1)]]).acceptance).toMatchObject({ revision: 1, crossedBy: null })
    const forged = { ...accepted(1), amountHash: offer(2).amountHash }
    expect(folded([...offered, [at('09:00'), forged]]).acceptance).toBeNull()
  })

  test('that a newer revision crossed is honoured at the old price, and told until it is seen', () => {
    const newerFirst = folded([...offered, [at('09:00'), offer(2)], [at('09:01'), accepted(1), [2]]])
    const acceptedFirst = folded([...offered, [at('09:01'), accepted(1)], [at('09:00'), offer(2), [2]]])
    for (const request of [newerFirst, acceptedFirst]) {
      expect(request.acceptance?.revision).toBe(1)
      expect(openCrossing(request)).not.toBeNull()
    }
    const past: readonly RequestPast[] = [...offered, [at('09:00'), offer(2)], [at('09:01'), accepted(1), [2]]]
    const about = [nthRequestEvent(3), nthRequestEvent(2)]
    const note = givenRequest(past).when(at('09:05'), { type: 'noteCrossing', requestId: request1, note: '' })
    note.then({ type: 'crossingNoted', about, note: '' })
    expect(openCrossing(folded([...past, [at('09:05'), { type: 'crossingNoted', about, note: '' }]]))).toBeNull()
  })

  test('that a withdrawal crossed is honoured too, and told', () => {
    const withdrawn: RequestPast = [at('09:00'), { type: 'offerWithdrawn', revision: 1, amountHash: offer(1).amountHash, reason: 'x' }, [2]]
    expect(openCrossing(folded([...offered, [at('09:01'), accepted(1)], withdrawn]))).not.toBeNull()
  })

  test('that a refusal crossed is honoured too, and told, on every clock', () => {
    const declined = { type: 'priceRequestDeclined', reason: 'جا نداریم' } as const
    const declinedFirst = folded([...offered, [at('09:00'), declined], [at('09:01'), accepted(1), [2]]])
    const acceptedFirst = folded([...offered, [at('09:00'), accepted(1)], [at('09:01'), declined, [2]]])
    for (const request of [declinedFirst, acceptedFirst]) {
      expect(requestStatus(request, at('09:02'))).toBe('accepted')
      expect(openCrossing(request)).not.toBeNull()
    }
  })

  test('that something else crosses after the desk had seen the first is told again', () => {
    const noted = { type: 'crossingNoted', about: [nthRequestEvent(3), nthRequestEvent(2)], note: '' } as const
    const past: readonly RequestPast[] = [...offered, [at('09:00'), offer(2)], [at('09:01'), accepted(1), [2]], [at('09:05'), noted]]
    expect(openCrossing(folded(past))).toBeNull()
    expect(openCrossing(folded([...past, [at('09:06'), offer(3), [3]]]))).not.toBeNull()
  })

  test('of one of two offers that two desks made as the same revision is of that one, and told', () => {
    const other = offer(1, { note: 'از میز دیگر' })
    const request = folded([...offered, [at('08:31'), other, [1]], [at('09:00'), { ...accepted(1), amountHash: other.amountHash }]])
    expect(request.acceptance?.amountHash).toBe(other.amountHash)
    expect(openCrossing(request)).not.toBeNull()
    const withdrawn = { type: 'offerWithdrawn', revision: 1, amountHash: other.amountHash, reason: 'x' } as const
    const left = folded([...offered, [at('08:31'), other, [1]], [at('08:40'), withdrawn]])
    expect(left.offers.map((each) => each.withdrawn !== null)).toEqual([false, true])
  })

  test('is given once', () => {
    const past: readonly RequestPast[] = [...offered, [at('09:00'), accepted(1)], [at('09:01'), { ...accepted(1) }]]
    expect(folded(past).acceptance?.eventId).toBe(nthRequestEvent(2))
  })
})

test('events survive being stored; what no version says reads as nothing', () => {
  for (const [, event] of [priceAsked, [at('08:30'), offer(1)] as const, [at('09:00'), accepted(1)] as const]) {
    const { type, ...payload } = event
    expect(parseRequestEvent({ type, v: 1, payload: JSON.stringify(payload) })).toEqual(event)
    expect(parseRequestEvent({ type, v: 2, payload: JSON.stringify(payload) })).toBeNull()
    expect(parseRequestEvent({ type, v: 1, payload: JSON.stringify({ ...payload, more: 1 }) })).toBeNull()
  }
})
