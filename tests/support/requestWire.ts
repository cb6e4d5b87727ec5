import { createHash } from 'node:crypto'
import type { ActorId, DeviceId, EventId, GarageId, JobId, RequestId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { RequestEvent } from '../../core/domain/request/events.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { chainStart, hashedTextOfStored } from '../../core/wire/envelope.ts'
import { type Hlc, nextHlc } from '../../core/wire/hlc.ts'
import { requestStream } from '../../core/wire/requestEvents.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import type { Service } from '../../electron/service/service.ts'
import { newId } from '../../electron/service/ids.ts'

type Written = {
  readonly stream: string
  readonly type: string
  readonly payload: object
  readonly actor: ActorId
  readonly parents: readonly EventId[]
}

/** The platform's own device as a garage comes to know it: it writes what the customer did, in a chain of its own. */
export function platformWriter(service: Service) {
  const sync = service.garageForSync()
  if (sync === null) throw new Error('a garage is open')
  const garage: GarageId = sync.identity().garage
  const device = newId<DeviceId>(sync.clock.wallUtcMs())
  let dseq = 0
  let prevHash = chainStart
  let hlc: Hlc | null = null

  const write = ({ stream, type, payload, actor, parents }: Written, wallAtUtcMs: UtcMs): WireEvent => {
    dseq += 1
    hlc = nextHlc(hlc, wallAtUtcMs)
    const hashed = {
      id: newId<EventId>(wallAtUtcMs),
      garage,
      device,
      dseq,
      hlc,
      wallAtUtcMs,
      serverOffsetMs: null,
      actor,
      type,
      v: eventVersion(type),
      stream,
      parents,
      payload: canonicalJson(payload),
      prevHash,
    }
    prevHash = createHash('sha256').update(hashedTextOfStored(hashed)).digest('hex')
    return { ...hashed, hash: prevHash, signature: null }
  }

  const bring = (event: WireEvent): EventId => {
    const absorbed = sync.absorb([event], null)
    if (!absorbed.ok || absorbed.value.stored !== 1) throw new Error(`not taken in: ${JSON.stringify(absorbed)}`)
    return event.id
  }

  return {
    /** @param seen the events of the request that the platform had when the customer did it */
    request: (
      requestId: RequestId,
      { type, ...payload }: RequestEvent,
      seen: readonly EventId[] = [],
      atUtcMs = sync.clock.wallUtcMs(),
    ): EventId => bring(write({ stream: requestStream(requestId), type, payload, actor: 'customer', parents: seen }, atUtcMs)),
    job: (jobId: JobId, type: string, payload: object, atUtcMs = sync.clock.wallUtcMs()): EventId =>
      bring(write({ stream: `job:${jobId}`, type, payload, actor: 'customer', parents: [] }, atUtcMs)),
  }
}
