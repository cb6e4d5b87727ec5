import type { BayId, CommandId, JobId, PersonId } from '../../../core/basics/ids.ts'
import { addMinutes } from '../../../core/basics/instant.ts'
import type { CommandInput, Done, Outcome } from '../../../core/contract/contract.ts'
import type { Garage } from '../../../core/domain/garage/types.ts'
import { orderQueue, type QueueRow } from '../../../core/domain/queue/order.ts'
import type { GarageContext } from '../context.ts'
import { handleCommand } from '../handleCommand.ts'
import type { Agenda } from './agenda.ts'
import type { Visit } from './visit.ts'

/** The garage while its demo days are played: everything that happens in it goes through the commands that people give. */
export type Shop = {
  readonly context: GarageContext
  readonly garage: Garage
  readonly agenda: Agenda
  readonly deskId: PersonId
  /** The visits of those who are here, for when their work begins. */
  readonly visits: Map<JobId, Visit>
  /** The rest of a visit whose work has begun (work.ts), which looks here again for who may begin next. */
  readonly work: (shop: Shop, jobId: JobId, bayId: BayId, mechanicId: PersonId) => void
}

export function give(context: GarageContext, command: CommandInput['command'], actorId: PersonId): Outcome {
  const commandId = context.newId<CommandId>(context.clock.wallUtcMs())
  return handleCommand(context, { commandId, actorId, command }).outcome
}

/** For commands that the demo's own plan makes right. */
export function surely(context: GarageContext, command: CommandInput['command'], actorId: PersonId): Done {
  const outcome = give(context, command, actorId)
  if (!outcome.ok) throw new Error(`the demo's ${command.type} was refused: ${outcome.error.code}`)
  return outcome.value
}

export function afterMin(shop: Shop, minutes: number, happen: () => void): void {
  shop.agenda.note(addMinutes(shop.context.clock.wallUtcMs(), minutes), happen)
}

/** From the word to the car standing in the bay. */
const moveMin = 2
/** How soon the desk looks again while a place is held for somebody. */
export const lookAgainMin = 3

/** To be called whenever somebody came or a place became free. */
export function lookSoon(shop: Shop): void {
  afterMin(shop, moveMin, () => startWhoeverMay(shop))
}

function startWhoeverMay(shop: Shop): void {
  const { context, garage } = shop
  for (;;) {
    const rows = orderQueue(context.queueInput(garage, context.clock.wallUtcMs()), { expectedStarts: false })
    const turn = rows.map((row) => row.turn).find((each) => each.kind === 'start')
    const next = rows.find((row) => row.turn === turn)
    if (turn === undefined || next === undefined) {
      if (rows.some(isHeld)) afterMin(shop, lookAgainMin, () => startWhoeverMay(shop))
      return
    }
    const served = rows.find((row) => isServedBefore(shop, row, turn.bayId, turn.mechanicId))
    if (served === undefined) {
      const { bayId, mechanicId } = turn
      surely(context, { type: 'startWork', jobId: next.jobId, bayId, mechanicId, overrideReason: null }, mechanicId)
    }
    shop.work(shop, (served ?? next).jobId, turn.bayId, turn.mechanicId)
  }
}

function isHeld({ turn }: QueueRow): boolean {
  return turn.kind === 'wait' && turn.why.code === 'guard'
}

/** Started here and now by override, if this visit is one of those and fits the place. */
function isServedBefore(shop: Shop, { jobId }: QueueRow, bayId: BayId, mechanicId: PersonId): boolean {
  const overrideReason = shop.visits.get(jobId)?.overrideReason ?? null
  return overrideReason !== null && give(shop.context, { type: 'startWork', jobId, bayId, mechanicId, overrideReason }, shop.deskId).ok
}
