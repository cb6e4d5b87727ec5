import { addMinutes, type UtcMs } from '../../../core/basics/instant.ts'
import { rial, type Rial } from '../../../core/basics/rial.ts'
import { itemRial } from '../../../core/domain/consent/state.ts'
import type { ConsentItem, ConsentSnapshot, Decision } from '../../../core/domain/consent/types.ts'

/** What a few answers come to. */
export type Tally = {
  readonly accepted: readonly ConsentItem[]
  readonly refused: readonly ConsentItem[]
  readonly later: readonly ConsentItem[]
  readonly open: readonly ConsentItem[]
  /** What was agreed before, and what is accepted now. */
  readonly totalRial: Rial
  readonly extraMin: number
  /** Null while nobody can say when the car is ready. */
  readonly readyUtcMs: UtcMs | null
}

type Answered = { readonly itemNo: number; readonly decision: Decision }

export function tallyOf(snapshot: ConsentSnapshot, answers: readonly Answered[]): Tally {
  const decisions = new Map(answers.map(({ itemNo, decision }) => [itemNo, decision]))
  const having = (decision: Decision | undefined) => snapshot.items.filter(({ itemNo }) => decisions.get(itemNo) === decision)
  const accepted = having('accepted')
  const extraMin = accepted.reduce((sum, item) => sum + item.extraMin, 0)
  const { capBeforeRial, readyBeforeUtcMs } = snapshot
  return {
    accepted,
    refused: having('refused'),
    later: having('later'),
    open: having(undefined),
    totalRial: rial(accepted.reduce((sum: number, item) => sum + itemRial(item.price), capBeforeRial)),
    extraMin,
    readyUtcMs: readyBeforeUtcMs === null ? null : addMinutes(readyBeforeUtcMs, extraMin),
  }
}
