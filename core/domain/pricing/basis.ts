import { assertNever } from '../../basics/assertNever.ts'
import type { Brand, ConsentId, ServiceId } from '../../basics/ids.ts'

/** What a used part, a started work or a billed line rests on: a requested service or material, or an accepted consent item. */
export type Basis =
  | { readonly kind: 'service'; readonly serviceId: ServiceId }
  | { readonly kind: 'material'; readonly lineNo: number }
  | { readonly kind: 'consent'; readonly consentId: ConsentId; readonly itemNo: number }

/** A basis as one text, unique within its job: a map's key and the database's column. */
export type BasisKey = Brand<string, 'BasisKey'>

export function basisKey(basis: Basis): BasisKey {
  const key = keyText(basis)
  if (!isBasisKey(key)) throw new Error(`not a key of a basis: ${key}`)
  return key
}

function keyText(basis: Basis): string {
  switch (basis.kind) {
    case 'service':
      return `service:${basis.serviceId}`
    case 'material':
      return `material:${basis.lineNo}`
    case 'consent':
      return `consent:${basis.consentId}:${basis.itemNo}`
    default:
      return assertNever(basis)
  }
}

function isBasisKey(text: string): text is BasisKey {
  return /^(service|material|consent):./.test(text)
}
