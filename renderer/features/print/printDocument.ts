import type { ConsentView, JobPage } from '../../../core/contract/views.ts'
import type { Text } from '../../i18n/text.ts'
import { allPapers, type Paper, sheets } from './papers.ts'

/** What is printed. A consent is its request until it is answered, and its record from then on. */
export type PrintDocument = { readonly kind: 'receipt' | 'invoice' } | { readonly kind: 'consent'; readonly view: ConsentView }

export function documentOf(kind: string, job: JobPage, consentId: string | null): PrintDocument | null {
  if (kind === 'receipt' || kind === 'invoice') return { kind }
  const view = job.account.consents.find(({ consent }) => consent.consentId === consentId)
  return kind === 'consent' && view !== undefined ? { kind, view } : null
}

export function papersOf({ kind }: PrintDocument): readonly Paper[] {
  return kind === 'consent' ? sheets : allPapers
}

export function documentTitle(document: PrintDocument, job: JobPage, text: Text): string {
  if (document.kind === 'consent') {
    const { snapshot, answer } = document.view.consent
    return text(answer === null ? 'print.kind.consentRequest' : 'print.kind.consentRecord', { no: snapshot.consentNo })
  }
  return text(job.account.bill === null && job.phase !== 'handedOver' ? 'print.kind.proforma' : `print.kind.${document.kind}`)
}
