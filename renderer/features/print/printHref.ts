import type { ConsentId, JobId } from '../../../core/basics/ids.ts'

export function receiptHref(jobId: JobId): string {
  return `/print/receipt/${jobId}`
}

export function invoiceHref(jobId: JobId): string {
  return `/print/invoice/${jobId}`
}

/** The request before its answer, the record after it. */
export function consentPaperHref(jobId: JobId, consentId: ConsentId): string {
  return `/print/consent/${jobId}/${consentId}`
}
