import { assertNever } from '../../core/basics/assertNever.ts'
import type { DeviceId, EventId } from '../../core/basics/ids.ts'
import { haveAnswer, type HaveAnswer } from '../../core/wire/protocol.ts'
import { hashAt } from '../../db/log/holes.ts'
import { heads, writeCursor } from '../../db/queries/sync.ts'
import type { SyncGarage } from './garage.ts'
import { pullNext, type Inbox } from './pull.ts'
import { pushNext, type Outbox } from './push.ts'
import type { CallFailure } from './transport/call.ts'

/** A server that this PC exchanges facts with: the platform, or another PC. */
export type Server = {
  readonly garage: SyncGarage
  readonly outbox: Outbox
  readonly inbox: Inbox
  /** The history that is known of it; null for one whose history may change: it is then pulled again from its start. */
  readonly knownHistory: () => string | null
  readonly onContact: (serverUtcMs: number | null) => void
  /** What it said to have, asked since the last time that it could not be reached. */
  there: HaveAnswer | null
  /** How long the next greeting may be without an answer, in ms; null for as long as any call. */
  greetIdleMs: number | null
  /** Everything was asked for once more since then, because something was missing. */
  askedAgain: boolean
}

export type RoundEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: CallFailure }
  | { readonly kind: 'historyChanged' }
  /** There another event holds the place of one that this PC sent, */
  | { readonly kind: 'fork'; readonly device: DeviceId; readonly atDseq: number }
  /** or here one that came from there. */
  | { readonly kind: 'forkHere'; readonly device: DeviceId; readonly atDseq: number }
  | { readonly kind: 'behind'; readonly device: DeviceId }
  | { readonly kind: 'eventTooLarge'; readonly eventId: EventId }
  | { readonly kind: 'damaged'; readonly device: DeviceId }
  | { readonly kind: 'diskFull' }

/** Pushes and pulls in turn until nothing is left on either side: a long outbox holds no booking up, nor a long inbox a fact. */
export async function round(server: Server, signal: AbortSignal): Promise<RoundEnd> {
  if (server.there === null) {
    const greeted = await greet(server, signal)
    if (greeted.kind !== 'done') return greeted
  }
  let pushes = true
  let pulls = true
  while ((pushes || pulls) && !signal.aborted) {
    if (pushes) {
      const step = await pushNext(server.outbox, signal)
      // Of another PC the server may well know more: it comes with the next pull.
      const isSent = step.kind === 'sent' || (step.kind === 'behind' && step.device !== server.garage.identity().device)
      if (!isSent && step.kind !== 'nothing') return step
      if (isSent) server.onContact(null)
      pushes = isSent
    }
    if (pulls) {
      const step = await pullNext(server.inbox, server.knownHistory(), signal)
      switch (step.kind) {
        case 'page':
          server.onContact(step.serverUtcMs)
          noteHeld(server, step.held)
          pulls = step.more || askAgain(server)
          break
        case 'historyChanged':
        case 'failed':
        case 'forkHere':
        case 'diskFull':
          return step
        default:
          return assertNever(step)
      }
    }
  }
  return { kind: 'done' }
}

/**
 * True when the server has more than what came: a cursor that stood too far, a chain that could not be taken in at once. What
 * it has is then pulled from its start, once; what stands here already is known by its hash.
 */
function askAgain(server: Server): boolean {
  const { garage, inbox, there } = server
  if (server.askedAgain || there === null) return false
  const here = new Map(heads(garage.db).map(({ device, dseq }) => [device, dseq]))
  const isMissing = there.heads.some(({ device, dseq }) => device !== inbox.exclude() && dseq > (here.get(device) ?? 0))
  if (!isMissing && inbox.incomplete.size === 0) return false
  server.askedAgain = true
  fromStart(server)
  return true
}

/** The next pull begins at the server's first event. */
export function fromStart({ garage, inbox, there }: Server): void {
  inbox.incomplete.clear()
  inbox.unchanged = null
  if (there !== null) writeCursor(garage.db, inbox.peer, there.historyId, 0)
}

/** What came from a server need not be sent to it. */
function noteHeld({ garage, outbox }: Server, held: ReadonlyMap<DeviceId, number>): void {
  if (held.size === 0) return
  garage.db
    .transaction(() => {
      for (const [device, dseq] of held) if (dseq > outbox.acked.of(device) && !outbox.isSkipped(device)) outbox.acked.note(device, dseq)
    })
    .immediate()
}

/** Compares what the server holds with what is here: which facts it has already, and whether it knows more of this PC than this PC. */
async function greet(server: Server, signal: AbortSignal): Promise<RoundEnd> {
  const answered = await server.outbox.caller.call(haveAnswer, {
    method: 'GET',
    path: 'have',
    signal,
    ...(server.greetIdleMs === null ? {} : { idleMs: server.greetIdleMs }),
  })
  if (!answered.ok) return { kind: 'failed', failure: answered.error }
  if (answered.value === 'notModified') return { kind: 'failed', failure: { code: 'answerWrong' } }
  const have = answered.value.value
  const known = server.knownHistory()
  if (known !== null && have.historyId !== known) return { kind: 'historyChanged' }
  server.there = have
  server.onContact(have.serverUtcMs)
  const { garage, outbox } = server
  const there = new Map(have.heads.map((head) => [head.device, head]))
  const own = garage.identity().device
  const ownHere = heads(garage.db).find(({ device }) => device === own)?.dseq ?? 0
  if ((there.get(own)?.dseq ?? 0) > ownHere && !outbox.isSkipped(own)) return { kind: 'behind', device: own }
  const noted = new Map<DeviceId, number>()
  for (const { device, dseq: here } of heads(garage.db)) {
    const head = there.get(device) ?? { dseq: 0, hash: '' }
    const acked = outbox.acked.of(device)
    if (head.dseq < acked) noted.set(device, head.dseq)
    else if (head.dseq > acked && head.dseq <= here && hashAt(garage.db, device, head.dseq) === head.hash) noted.set(device, head.dseq)
    else if (head.dseq > here && acked < here) noted.set(device, here)
  }
  garage.db
    .transaction(() => {
      for (const [device, dseq] of noted) outbox.acked.note(device, dseq)
    })
    .immediate()
  return { kind: 'done' }
}
