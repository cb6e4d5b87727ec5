import { useMemo } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import type { Consent, CounterChannel } from '../../../core/domain/consent/types.ts'
import { client } from '../../client/client.ts'
import type { CounterDraft } from './counter/counterDraft.ts'
import { keepLatest } from './keepLatest.ts'

/** Keeps what was pressed and signed so far with the service: a power cut before the record is written loses no stroke. */
export function useDraftKept(jobId: JobId, { consentId, snapshotHash }: Consent, channel: CounterChannel): (draft: CounterDraft) => void {
  return useMemo(
    () =>
      keepLatest(({ answers, decidedBy, signature }: CounterDraft) =>
        client.saveConsentDraft({ consentId, jobId, snapshotHash, channel, answers, decidedBy, signature }),
      ),
    [jobId, consentId, snapshotHash, channel],
  )
}
