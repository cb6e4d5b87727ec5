import { describe, expect, test } from 'vitest'
import type { EventId } from '../../../core/basics/ids.ts'
import { authorSide } from '../../../core/wire/authors.ts'
import { chainStart, hashedText, hashedTextOfStored, type Envelope } from '../../../core/wire/envelope.ts'
import { parseJobEvent } from '../../../core/wire/jobEvents.ts'
import { eventVersion, upcast, type Upcasters } from '../../../core/wire/versions.ts'
import { unreadOf } from '../../../core/wire/unread.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { nextHlc } from '../../../core/wire/hlc.ts'
import { at, desk } from '../../support/garage.ts'
import { testId } from '../../support/ids.ts'
import { job1, place } from '../../support/jobSpec.ts'

describe('versions of an event', () => {
  const twice: Upcasters = { moved: [(old) => ({ ...old, by: 'desk' }), ({ to, ...rest }) => ({ ...rest, toUtcMs: to })] }

  test('are read step by step as the newest one', () => {
    expect(eventVersion('moved', twice)).toBe(3)
    expect(upcast('moved', 1, { to: 5 }, twice)).toEqual({ by: 'desk', toUtcMs: 5 })
    expect(upcast('moved', 2, { to: 5, by: 'phone' }, twice)).toEqual({ by: 'phone', toUtcMs: 5 })
    expect(upcast('moved', 3, { toUtcMs: 5 }, twice)).toEqual({ toUtcMs: 5 })
  })
  test('newer than this program are told, not guessed', () => {
    expect(upcast('moved', 4, {}, twice)).toBeNull()
    expect(upcast('toString', 2, {}, twice)).toBeNull()
    expect(upcast('other', 0, {}, twice)).toBeNull()
  })

  const arrivalV1 = { arrivalClass: 'onTime', evidence: { slotStartUtcMs: at('10:00'), graceMin: 10, clock: 'ok' } }
  test('an arrival of version 1 counts from its own moment, or from the one that it names', () => {
    const read = (payload: object) => parseJobEvent({ type: 'customerArrived', v: 1, payload: JSON.stringify(payload) })
    expect(read(arrivalV1)).toMatchObject({ evidence: { countsFrom: null } })
    const countsFrom = { arrivalId: testId<EventId>(3), arrivedAtUtcMs: at('09:50') }
    expect(read({ ...arrivalV1, evidence: { ...arrivalV1.evidence, countsFrom } })).toMatchObject({ evidence: { countsFrom } })
  })

  test('an event that cannot be read is newer, or damaged', () => {
    const stored = { stream: `job:${job1}`, type: 'workFinished', v: 1, payload: '{}' }
    expect(unreadOf(stored)).toBeNull()
    expect(unreadOf({ ...stored, v: 2 })).toBe('newer')
    expect(unreadOf({ ...stored, type: 'carPolished' })).toBe('newer')
    expect(unreadOf({ ...stored, payload: '{"more":1}' })).toBe('invalid')
    expect(unreadOf({ ...stored, payload: '[]', type: 'customerArrived' })).toBe('invalid')
    expect(unreadOf({ ...stored, stream: 'moon:1' })).toBe('newer')
  })
})

test('the hash is taken over the same text, whether the payload is a value or already text', () => {
  const envelope: Envelope = {
    id: testId<EventId>(1),
    garage: place.garageId,
    device: place.deviceId,
    dseq: 4,
    hlc: nextHlc(null, at('10:00')),
    wallAtUtcMs: at('10:00'),
    serverOffsetMs: -12,
    actor: desk.personId,
    type: 'workFinished',
    v: 1,
    stream: `job:${job1}`,
    parents: [testId<EventId>(2), testId<EventId>(3)],
    payload: { b: 'روغن "۵"', a: [1, null] },
    prevHash: chainStart,
  }
  expect(hashedTextOfStored({ ...envelope, payload: canonicalJson(envelope.payload) })).toBe(hashedText(envelope))
})

test('each type has one author side', () => {
  expect(['bookingMade', 'answerReceived', 'offerAccepted', 'priceAsked'].map(authorSide)).toEqual(Array(4).fill('platform'))
  expect(['jobOpened', 'consentAnswered', 'offerMade', 'settingSaved', 'somethingNewer'].map(authorSide)).toEqual(Array(5).fill('shop'))
})
