import type { Sha256Hex } from '../../../core/basics/ids.ts'
import type { Decision } from '../../../core/domain/consent/types.ts'

/** What the page hands to its script. In words `{count}` and the like stand for values. */
export type LinkData = {
  /** Under which this phone keeps what was pressed and signed. */
  readonly key: string
  readonly base: string
  readonly snapshotHash: Sha256Hex
  readonly textHash: Sha256Hex
  readonly locale: string
  readonly rialPerUnit: 1 | 10
  readonly unit: string
  readonly capBeforeRial: number
  readonly items: readonly { readonly itemNo: number; readonly title: string; readonly rial: number }[]
  readonly words: {
    readonly newTotal: string
    readonly totalSoFar: string
    readonly openLeft: string
    readonly allAnswered: string
    readonly summaryAll: string
    readonly summaryNone: string
    readonly chosen: Readonly<Record<Decision, string>>
    readonly send: string
    readonly firstAnswer: string
    readonly firstName: string
    readonly firstBasis: string
    readonly firstSign: string
    readonly signShort: string
    readonly signHere: string
    readonly signAgain: string
    readonly sending: string
    readonly offline: string
    readonly busy: string
    readonly failed: string
    readonly refusals: Readonly<Record<string, string>>
  }
}
