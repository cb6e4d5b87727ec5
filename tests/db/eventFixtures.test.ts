import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { JobEventType } from '../../core/domain/job/events.ts'
import type { RequestEventType } from '../../core/domain/request/events.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { announcedKey, deviceKeyMadeType, deviceStreamOwner } from '../../core/wire/deviceEvents.ts'
import { isJobEventType, parseJobEvent, payloadOf } from '../../core/wire/jobEvents.ts'
import { isRequestEventType, parseRequestEvent } from '../../core/wire/requestEvents.ts'
import { parseSettingEvent, settingSavedType } from '../../core/wire/settingEvents.ts'
import { unreadOf } from '../../core/wire/unread.ts'
import { eventVersion } from '../../core/wire/versions.ts'

/** Every published type. One that is added and not named here does not compile. */
const published = {
  jobOpened: true,
  customerArrived: true,
  workStarted: true,
  servedOutOfTurn: true,
  workPaused: true,
  workResumed: true,
  workFinished: true,
  carHandedOver: true,
  jobCancelled: true,
  noShowMarked: true,
  slotMoved: true,
  stepWithdrawn: true,
  detailsCorrected: true,
  vehicleNoted: true,
  conflictSettled: true,
  workRequested: true,
  partUsed: true,
  partTakenBack: true,
  findingReported: true,
  findingDropped: true,
  consentAsked: true,
  consentShown: true,
  consentLinkMade: true,
  consentAnswered: true,
  consentPostponed: true,
  consentWithdrawn: true,
  consentVoided: true,
  itemStarted: true,
  itemStartTakenBack: true,
  lineLeftOut: true,
  lineTakenIn: true,
  billSet: true,
  paymentTaken: true,
  paymentRefunded: true,
  debtRecorded: true,
  bookingMade: true,
  bookingMoved: true,
  bookingCancelled: true,
  linkOpened: true,
  answerReceived: true,
  visitRated: true,
  priceAsked: true,
  priceRequestTakenBack: true,
  offerAccepted: true,
  offerMade: true,
  offerWithdrawn: true,
  priceRequestDeclined: true,
  crossingNoted: true,
  settingSaved: true,
  deviceKeyMade: true,
} satisfies Record<JobEventType | RequestEventType | typeof settingSavedType | typeof deviceKeyMadeType, true>

const folder = join(import.meta.dirname, '../fixtures/events')
const fixture = z.strictObject({ type: z.string(), v: z.int(), stream: z.string(), payload: z.record(z.string(), z.unknown()) })

/** An event as some published program wrote it. Never edited; a change of an event's form is a new version with a file of its own. */
function frozen(name: string) {
  const { payload, ...rest } = fixture.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  return { ...rest, payload: canonicalJson(payload) }
}

const wanted = Object.keys(published).flatMap((type) =>
  Array.from({ length: eventVersion(type) }, (_, index) => `${type}.v${index + 1}.json`),
)

describe('every published event', () => {
  it('stands frozen in each of its versions, and nothing else does', () => {
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted())
  })

  it.each(wanted)('%s still reads', (name) => {
    const event = frozen(name)
    expect(`${event.type}.v${event.v}.json`).toBe(name)
    expect(unreadOf(event)).toBeNull()
    const read = reread(event)
    expect(read).not.toBeNull()
    // An older version reads as the newest one, which says more than it did.
    const isNewest = event.v === eventVersion(event.type)
    expect(canonicalJson(read) === event.payload).toBe(isNewest)
  })

  it('is newer than this program in its next version, and kept', () => {
    const events = wanted.map(frozen).filter(({ type }) => type !== deviceKeyMadeType)
    expect(events.filter((event) => unreadOf({ ...event, v: eventVersion(event.type) + 1 }) !== 'newer')).toEqual([])
  })
})

function reread(event: ReturnType<typeof frozen>): unknown {
  if (isJobEventType(event.type)) {
    const read = parseJobEvent(event)
    return read && payloadOf(read)
  }
  if (isRequestEventType(event.type)) {
    const { type: _, ...payload } = parseRequestEvent(event) ?? { type: null }
    return payload
  }
  if (event.type === settingSavedType) return parseSettingEvent(event)
  return announcedKey({ ...event, device: deviceStreamOwner(event.stream) ?? '' })
}
