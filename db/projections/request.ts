import type { RequestId } from '../../core/basics/ids.ts'
import { openCrossing } from '../../core/domain/request/state.ts'
import type { PriceRequest } from '../../core/domain/request/types.ts'
import { plateKey } from '../../core/persian/plate.ts'
import { statement, type WritableDb } from '../connection.ts'

const upsertSql = `
INSERT OR REPLACE INTO price_request (request_id, stage, asked_at_utc_ms, changed_at_utc_ms, plate_key, mobile, crossed, job_id)
VALUES (@requestId, @stage, @askedAtUtcMs, @changedAtUtcMs, @plateKey, @mobile, @crossed, @jobId)`

/** Brings a price request's row up to date: what the inbox is chosen by. The rest is folded when it is shown. */
export function projectRequest(db: WritableDb, requestId: RequestId, request: PriceRequest | null): void {
  if (request === null) {
    statement<[string], never>(db, 'DELETE FROM price_request WHERE request_id = ?').run(requestId)
    return
  }
  const { wanted, acceptance, takenBack, declined, offers, askedAtUtcMs } = request
  const over = acceptance ?? takenBack ?? declined
  statement<[object], never>(db, upsertSql).run({
    requestId,
    stage: acceptance !== null ? 'accepted' : takenBack !== null ? 'takenBack' : declined !== null ? 'declined' : 'open',
    askedAtUtcMs,
    changedAtUtcMs: over?.atUtcMs ?? offers.at(-1)?.atUtcMs ?? askedAtUtcMs,
    plateKey: plateKey(wanted.vehicle.plate),
    mobile: wanted.customer.mobile ?? '',
    crossed: openCrossing(request) === null ? 0 : 1,
    jobId: acceptance?.jobId ?? null,
  })
}
