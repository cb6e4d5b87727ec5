import type { ConsentDraft } from '../../../../core/contract/views.ts'
import type { ConsentSnapshot, Decider, Decision, ItemAnswer, Signature } from '../../../../core/domain/consent/types.ts'

/** What the customer has pressed and signed so far. */
export type CounterDraft = {
  readonly answers: readonly ItemAnswer[]
  readonly decidedBy: Decider
  readonly signature: Signature | null
  /** Something that stood above the signature was changed: it has to be given again, and the screen says why. */
  readonly signAgain: boolean
}

export function freshDraft({ customer }: Pick<ConsentSnapshot, 'customer'>): CounterDraft {
  return {
    answers: [],
    decidedBy: { name: customer.name, relation: 'owner', mobile: customer.mobile, delegateBasis: null },
    signature: null,
    signAgain: false,
  }
}

export function keptDraft({ answers, decidedBy, signature }: ConsentDraft): CounterDraft {
  return { answers, decidedBy, signature, signAgain: false }
}

export function answerOf({ answers }: Pick<CounterDraft, 'answers'>, itemNo: number): ItemAnswer | null {
  return answers.find((answer) => answer.itemNo === itemNo) ?? null
}

/** A condition belongs to a yes: it goes when the answer is another. */
export function pressed(draft: CounterDraft, itemNo: number, decision: Decision): CounterDraft {
  const before = answerOf(draft, itemNo)
  if (before?.decision === decision) return draft
  return withAnswer(draft, { itemNo, decision, condition: '' })
}

/** Who sets a condition says yes under it. */
export function conditioned(draft: CounterDraft, itemNo: number, condition: string): CounterDraft {
  return withAnswer(draft, { itemNo, decision: 'accepted', condition })
}

export function decidedAs(draft: CounterDraft, decider: Decider): CounterDraft {
  return unsigned({ ...draft, decidedBy: decider })
}

export function signed(draft: CounterDraft, signature: Signature | null): CounterDraft {
  return { ...draft, signature, signAgain: false }
}

/** The words above the signature are others now. */
export function unsigned(draft: CounterDraft): CounterDraft {
  return { ...draft, signature: null, signAgain: draft.signAgain || draft.signature !== null }
}

function withAnswer(draft: CounterDraft, answer: ItemAnswer): CounterDraft {
  const answers = [...draft.answers.filter(({ itemNo }) => itemNo !== answer.itemNo), answer].toSorted((a, b) => a.itemNo - b.itemNo)
  return unsigned({ ...draft, answers })
}
