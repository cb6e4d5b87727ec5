import type { EventId } from '../../core/basics/ids.ts'
import { canonicalOrder, heads, type Ordered, type Placed } from '../../core/sync/order.ts'
import { judge, type ChainHead, type Link, type Verdict } from '../../core/sync/receive.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'

/**
 * Where a history can be made wrong on purpose: every rule that sync.md asks for stands here once, as it is or as a mutant
 * breaks it. The world itself has no other switches.
 */
export type Seams = {
  readonly judge: (link: Link, head: ChainHead, hashAt: (dseq: number) => string | null) => Verdict
  readonly parentsOf: (stream: readonly Pick<Placed, 'id' | 'parents'>[]) => readonly EventId[]
  readonly order: (stream: readonly WireEvent[]) => readonly Ordered<WireEvent>[]
  /** What is there already is stored once more. */
  readonly storesTwice: boolean
  /** The platform answers before its transaction is through. */
  readonly acksBeforeStoring: boolean
  /** The answer names the longest chain that the platform holds, whosever it is. */
  readonly acksHeadOfAny: boolean
  /** The PC takes the platform's newest number of a device for its own, though a twin may have written up to there. */
  readonly trustsAckedNumber: boolean
  /** The PC takes every answer for its own device's. */
  readonly readsAckAsOwn: boolean
  /** The cursor is written in a transaction before that of its events. */
  readonly cursorBeforeData: boolean
  /** The cursor goes on by the number of events that came, not to where the platform says. */
  readonly cursorByCount: boolean
  readonly restoreKeepsDevice: boolean
  /** What is recorded again after a fork gets new ids, while the old rows stay. */
  readonly recoveryMakesIds: boolean
  /** A fork is answered with a new device id, and what was written under the old one is forgotten. */
  readonly recoveryForgets: boolean
  /** What came over the garage's network is not known again when the platform gives it. */
  readonly networkApart: boolean
  /** A key pressed again after a crash is a new command. */
  readonly forgetsPresses: boolean
  /** What was pushed is taken for acknowledged once it is sent. */
  readonly sentIsAcked: boolean
}

export const asSpecified: Seams = {
  judge,
  parentsOf: heads,
  order: canonicalOrder,
  storesTwice: false,
  acksBeforeStoring: false,
  acksHeadOfAny: false,
  trustsAckedNumber: false,
  readsAckAsOwn: false,
  cursorBeforeData: false,
  cursorByCount: false,
  restoreKeepsDevice: false,
  recoveryMakesIds: false,
  recoveryForgets: false,
  networkApart: false,
  forgetsPresses: false,
  sentIsAcked: false,
}

function judgeBut(kind: Verdict['kind']): Seams['judge'] {
  return (link, head, hashAt) => {
    const verdict = judge(link, head, hashAt)
    return verdict.kind === kind ? { kind: 'accept' } : verdict
  }
}

const none: readonly EventId[] = []
const inOrder = (events: readonly WireEvent[]) => events.map((event) => ({ event, apart: none }))

/** By name: the first six are those of sync.md. */
export const mutants = {
  gapsAccepted: { ...asSpecified, judge: judgeBut('gap') },
  noDeduplication: { ...asSpecified, storesTwice: true },
  ackBeforeStore: { ...asSpecified, acksBeforeStoring: true },
  cursorBeforeData: { ...asSpecified, cursorBeforeData: true },
  arrivalOrder: { ...asSpecified, order: inOrder },
  restoreKeepsDevice: { ...asSpecified, restoreKeepsDevice: true },
  forkAccepted: { ...asSpecified, judge: judgeBut('fork') },
  headsForgotten: { ...asSpecified, parentsOf: () => none },
  clockInsteadOfParents: {
    ...asSpecified,
    order: (events) => inOrder(events.toSorted((a, b) => (a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : a.device < b.device ? -1 : 1))),
  },
  oneHeadOnly: { ...asSpecified, parentsOf: (stream) => heads(stream).slice(-1) },
  recoveryMakesIds: { ...asSpecified, recoveryMakesIds: true },
  recoveryForgets: { ...asSpecified, recoveryForgets: true },
  ackReadAsOwn: { ...asSpecified, readsAckAsOwn: true },
  ackOfAnotherDevice: { ...asSpecified, acksHeadOfAny: true, trustsAckedNumber: true },
  ackedNumberTrusted: { ...asSpecified, trustsAckedNumber: true },
  sentIsAcked: { ...asSpecified, sentIsAcked: true },
  cursorByCount: { ...asSpecified, cursorByCount: true },
  networkApart: { ...asSpecified, networkApart: true },
  pressesForgotten: { ...asSpecified, forgetsPresses: true },
} as const satisfies Readonly<Record<string, Seams>>

export type MutantName = keyof typeof mutants
