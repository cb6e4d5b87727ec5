import type { GarageId, JobId, RequestId } from '../../../core/basics/ids.ts'
import type { PlatformJobEvent } from '../../../core/domain/job/platformEvents.ts'
import type { PlatformRequestEvent } from '../../../core/domain/request/events.ts'
import { jobStream } from '../../../core/wire/jobEvents.ts'
import { requestStream } from '../../../core/wire/requestEvents.ts'
import { eventVersion } from '../../../core/wire/versions.ts'
import type { PlatformFact } from '../../log/author.ts'
import { inTransaction, type Client } from '../../database/pool.ts'
import { lockGarage } from '../../log/author.ts'
import type { CustomerOptions } from '../options.ts'

/** Nobody writes into the garage's log between what is read and what is written. */
export async function withGarage<Value>(
  { database }: CustomerOptions,
  garage: GarageId,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  return await inTransaction(database, async (client) => {
    await lockGarage(client, garage)
    return await work(client)
  })
}

export function jobFact(jobId: JobId, event: PlatformJobEvent): PlatformFact {
  return fact(jobStream(jobId), event)
}

export function requestFact(requestId: RequestId, event: PlatformRequestEvent): PlatformFact {
  return fact(requestStream(requestId), event)
}

function fact(stream: string, { type, ...payload }: PlatformJobEvent | PlatformRequestEvent): PlatformFact {
  return { stream, type, v: eventVersion(type), payload, actor: 'customer' }
}
