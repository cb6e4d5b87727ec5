import type { DeviceId, EventId } from '../../core/basics/ids.ts'
import { batchLength, pushMostEvents } from '../../core/sync/batches.ts'
import { pushAnswer, type PushAnswer } from '../../core/wire/protocol.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import type { WritableDb } from '../../db/connection.ts'
import { holeAt } from '../../db/log/holes.ts'
import { heads, unsent, type Head } from '../../db/queries/sync.ts'
import type { Caller } from './tokens.ts'
import type { CallFailure } from './transport/call.ts'

/** By device the newest number that a server has acknowledged. */
export type Acked = {
  readonly of: (device: DeviceId) => number
  /** Called after the answer, never before: what was not acknowledged is sent again. */
  readonly note: (device: DeviceId, dseq: number) => void
}

/** What is pushed to whom. Pushes to one server follow one another. */
export type Outbox = {
  readonly db: WritableDb
  readonly caller: Caller
  readonly historyId: () => string
  readonly acked: Acked
  /** Devices whose events this server writes itself, or whose chain forked there. */
  readonly isSkipped: (device: DeviceId) => boolean
  /** Events in one push at most: halved whenever the server, or a proxy before it, finds a push too large. */
  mostEvents: number
}

export type PushStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly failure: CallFailure }
  | { readonly kind: 'fork'; readonly device: DeviceId; readonly atDseq: number }
  /** The server holds later events of the device than this PC: its database was restored, or copied and used elsewhere. */
  | { readonly kind: 'behind'; readonly device: DeviceId }
  | { readonly kind: 'eventTooLarge'; readonly eventId: EventId }
  /** The server finds that events are not what their hash or signature says. */
  | { readonly kind: 'damaged'; readonly device: DeviceId }

/** Pushes the next batch of the first device that has something to send. */
export async function pushNext(outbox: Outbox, signal: AbortSignal): Promise<PushStep> {
  const device = waitingDevices(outbox)[0]?.device
  if (device === undefined) return { kind: 'nothing' }
  const after = outbox.acked.of(device)
  const batch = nextBatch(unsent(outbox.db, device, after, outbox.mostEvents), outbox.mostEvents)
  const [first] = batch.events
  const last = batch.events.at(-1)
  if (first === undefined || last === undefined) return { kind: 'nothing' }
  const text = `{"historyId":${JSON.stringify(outbox.historyId())},"device":"${device}","events":[${batch.texts.join(',')}]}`
  const answered = await outbox.caller.call(pushAnswer, { method: 'POST', path: 'push', jsonText: text, signal })
  if (!answered.ok) return refusedStep(outbox, answered.error, { device, first, count: batch.events.length })
  if (answered.value === 'notModified') return { kind: 'failed', failure: { code: 'answerWrong' } }
  return ackedStep(outbox, answered.value.value, last)
}

/** Devices with events that the server has not acknowledged. */
export function waitingDevices({ db, acked, isSkipped }: Pick<Outbox, 'db' | 'acked' | 'isSkipped'>): readonly Head[] {
  return heads(db).filter(({ device, dseq }) => {
    const after = acked.of(device)
    // Over a hole only a server's word goes on: this PC has not what stands there.
    return !isSkipped(device) && dseq > after && holeAt(db, device, after + 1) === null
  })
}

function nextBatch(waiting: readonly WireEvent[], most: number) {
  const texts = waiting.map((event) => JSON.stringify(event))
  const gap = waiting.findIndex(({ dseq }, index) => dseq !== (waiting[0]?.dseq ?? 0) + index)
  const length = batchLength(
    texts.map((text) => Buffer.byteLength(text)),
    gap === -1 ? most : Math.min(gap, most),
  )
  return { events: waiting.slice(0, length), texts: texts.slice(0, length) }
}

function ackedStep(outbox: Outbox, { ackedDseq, headHash }: PushAnswer, last: WireEvent): PushStep {
  // An acknowledgement that does not cover what was sent, or covers something else, acknowledges nothing.
  if (ackedDseq < last.dseq || (ackedDseq === last.dseq && headHash !== last.hash))
    return { kind: 'failed', failure: { code: 'answerWrong' } }
  const here = heads(outbox.db).find(({ device }) => device === last.device)
  // What the platform holds beyond this push another program may have written: only what was sent is known to be there.
  outbox.acked.note(last.device, last.dseq)
  outbox.mostEvents = Math.min(outbox.mostEvents * 2, pushMostEvents)
  return here !== undefined && ackedDseq > here.dseq ? { kind: 'behind', device: last.device } : { kind: 'sent' }
}

type Sent = { readonly device: DeviceId; readonly first: WireEvent; readonly count: number }

function refusedStep(outbox: Outbox, failure: CallFailure, { device, first, count }: Sent): PushStep {
  if (failure.code === 'tooLarge' || (failure.code === 'refused' && failure.problem === 'tooLarge')) {
    if (count === 1) return { kind: 'eventTooLarge', eventId: first.id }
    outbox.mostEvents = Math.max(1, Math.floor(count / 2))
    return { kind: 'sent' }
  }
  if (failure.code === 'refused' && ['hashWrong', 'signatureWrong', 'garageDiffers'].includes(failure.problem))
    return { kind: 'damaged', device }
  if (failure.code !== 'refused' || failure.expectedDseq === null) return { kind: 'failed', failure }
  if (failure.problem === 'fork') return { kind: 'fork', device, atDseq: failure.expectedDseq }
  // Less is there than was once acknowledged: the facts wait again, from the number that the server names.
  if (failure.problem === 'gap' && failure.expectedDseq < first.dseq && failure.expectedDseq > 0) {
    outbox.acked.note(device, failure.expectedDseq - 1)
    return { kind: 'sent' }
  }
  return { kind: 'failed', failure: { code: 'answerWrong' } }
}
