import type { EventId, JobId } from '../../basics/ids.ts'
import type { Basis } from '../pricing/basis.ts'
import type { GivenPart, PartSource, Quantity, RequestedMaterial } from './types.ts'

export type MaterialCommand =
  /** The materials that a visit without an offer asks for; replaces the list. */
  | { readonly type: 'requestMaterials'; readonly jobId: JobId; readonly materials: readonly Omit<RequestedMaterial, 'lineNo'>[] }
  | {
      readonly type: 'logPart'
      readonly jobId: JobId
      /** The line that it is for; null lets the rule find the one that it matches. */
      readonly basis: Basis | null
      readonly part: GivenPart
      readonly quantity: Quantity
      readonly source: PartSource
    }
  | { readonly type: 'takeBackPart'; readonly jobId: JobId; readonly useId: EventId; readonly milli: number; readonly reason: string }
