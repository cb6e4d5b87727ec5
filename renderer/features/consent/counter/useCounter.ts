import { useState } from 'react'
import type { JobId } from '../../../../core/basics/ids.ts'
import type { ConsentDraft, ConsentView } from '../../../../core/contract/views.ts'
import { isSignature } from '../../../../core/domain/consent/signature.ts'
import type { Decider, Decision, Signature } from '../../../../core/domain/consent/types.ts'
import { type Tally, tallyOf } from '../tally.ts'
import { useDraftKept } from '../useDraftKept.ts'
import { conditioned, type CounterDraft, decidedAs, freshDraft, keptDraft, pressed, signed, unsigned } from './counterDraft.ts'

/** What is still missing before the answer can be recorded, in the order in which it is asked for. */
export type Missing = 'answers' | 'name' | 'signature' | 'realSignature'

export type Counter = {
  readonly draft: CounterDraft
  readonly tally: Tally
  readonly missing: Missing | null
  /** What stood there before the page was opened, until somebody says whether it goes on; null otherwise. */
  readonly kept: ConsentDraft | null
  readonly goOn: () => void
  readonly beginAnew: () => void
  readonly press: (itemNo: number, decision: Decision) => void
  readonly setCondition: (itemNo: number, condition: string) => void
  readonly setDecider: (decider: Decider) => void
  readonly sign: (signature: Signature | null) => void
  /** The words above the signature changed. */
  readonly unsign: () => void
}

/** The customer's answer while it is being given: every press and every finished stroke is kept at once. */
export function useCounter(jobId: JobId, { consent, drafts }: ConsentView): Counter {
  const { snapshot } = consent
  const keep = useDraftKept(jobId, consent, 'counter')
  const [kept, setKept] = useState<ConsentDraft | null>(
    () => drafts.find((each) => each.channel === 'counter' && holdsSomething(each)) ?? null,
  )
  const [draft, setDraft] = useState<CounterDraft>(() => (kept === null ? freshDraft(snapshot) : keptDraft(kept)))
  const change = (next: CounterDraft): void => {
    if (next === draft) return
    setDraft(next)
    keep(next)
  }
  const tally = tallyOf(snapshot, draft.answers)
  return {
    draft,
    tally,
    missing: missingOf(draft, tally),
    kept,
    goOn: () => setKept(null),
    beginAnew: () => {
      setKept(null)
      change(freshDraft(snapshot))
    },
    press: (itemNo, decision) => change(pressed(draft, itemNo, decision)),
    setCondition: (itemNo, condition) => change(conditioned(draft, itemNo, condition)),
    setDecider: (decider) => change(decidedAs(draft, decider)),
    sign: (signature) => change(signed(draft, signature)),
    unsign: () => draft.signature !== null && change(unsigned(draft)),
  }
}

function missingOf({ decidedBy: { name }, signature }: CounterDraft, { open }: Tally): Missing | null {
  if (open.length > 0) return 'answers'
  if (name.trim() === '') return 'name'
  if (signature === null) return 'signature'
  return isSignature(signature) ? null : 'realSignature'
}

function holdsSomething({ answers, signature }: ConsentDraft): boolean {
  return answers.length > 0 || signature !== null
}
