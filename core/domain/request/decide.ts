import { assertNever } from '../../basics/assertNever.ts'
import type { Sha256Hex } from '../../basics/ids.ts'
import { dayMs, utcMs, type UtcMs } from '../../basics/instant.ts'
import { err, ok, type Result } from '../../basics/result.ts'
import { maxRial, rial } from '../../basics/rial.ts'
import type { Garage } from '../garage/types.ts'
import { quantityProblem } from '../materials/quantity.ts'
import type { MaterialRefusal } from '../materials/refusals.ts'
import { amountHash } from './amountHash.ts'
import type { RequestCommand } from './commands.ts'
import type { ShopRequestEvent } from './events.ts'
import type { RequestRefusal } from './refusals.ts'
import { newestRevision, openCrossing, requestStatus, standingOffer } from './state.ts'
import type { MadeOffer, PriceRequest } from './types.ts'

/** An offer binds the garage: none for longer than prices of parts can be foreseen. */
export const offerMostDays = 30

export type RequestContext = {
  readonly nowUtcMs: UtcMs
  readonly garage: Garage
  /** The request that the command names, folded; null when the log has none. */
  readonly request: PriceRequest | null
  readonly sha256Hex: (text: string) => Sha256Hex
}

export type RequestDecision = Result<readonly ShopRequestEvent[], RequestRefusal | MaterialRefusal>

export function decideRequest(command: RequestCommand, context: RequestContext): RequestDecision {
  const { request, nowUtcMs } = context
  if (request === null) return err({ code: 'unknownRequest' })
  if (command.type === 'noteCrossing') {
    const crossing = openCrossing(request)
    if (crossing === null) return err({ code: 'nothingCrossed' })
    const about = [crossing.eventId, ...(crossing.crossedBy === null ? [] : [crossing.crossedBy])]
    return ok([{ type: 'crossingNoted', about, note: command.note.trim() }])
  }
  const status = requestStatus(request, nowUtcMs)
  if (status === 'accepted' || status === 'takenBack' || status === 'declined') return err({ code: 'requestOver', status })
  switch (command.type) {
    case 'makeOffer':
      return makeOffer(command, request, context)
    case 'withdrawOffer': {
      const standing = standingOffer(request)
      if (standing === null || standing.revision !== command.revision) return err({ code: 'noOpenOffer' })
      const reason = command.reason.trim()
      return reason === ''
        ? err({ code: 'reasonMissing' })
        : ok([{ type: 'offerWithdrawn', revision: command.revision, amountHash: standing.amountHash, reason }])
    }
    case 'declineRequest': {
      const reason = command.reason.trim()
      return reason === '' ? err({ code: 'reasonMissing' }) : ok([{ type: 'priceRequestDeclined', reason }])
    }
    default:
      return assertNever(command)
  }
}

function makeOffer(
  command: Extract<RequestCommand, { type: 'makeOffer' }>,
  request: PriceRequest,
  { nowUtcMs, garage, sha256Hex }: RequestContext,
): RequestDecision {
  const newest = newestRevision(request)
  if (newest !== null && newest !== command.afterRevision) return err({ code: 'offerRevised', newest })
  if (command.services.length === 0) return err({ code: 'offerEmpty' })
  const { validUntilUtcMs } = command
  if (validUntilUtcMs <= nowUtcMs) return err({ code: 'validityPassed', untilUtcMs: validUntilUtcMs })
  const mostUntilUtcMs = utcMs(nowUtcMs + offerMostDays * dayMs)
  if (validUntilUtcMs > mostUntilUtcMs) return err({ code: 'validityTooLong', mostUntilUtcMs })

  const services = command.services.flatMap(({ serviceId, priceRial }) => {
    const service = garage.services.find((each) => each.serviceId === serviceId && each.active)
    return service === undefined ? [] : [{ serviceId, title: service.title, quotedMin: service.quotedMin, priceRial, needs: service.needs }]
  })
  const isTwice = new Set(services.map(({ serviceId }) => serviceId)).size < services.length
  if (services.length < command.services.length || isTwice) return err({ code: 'unknownService' })
  for (const { quantity } of command.materials) {
    const problem = quantityProblem(quantity)
    if (problem !== null) return err(problem)
  }
  const materials = command.materials.map((material, index) => ({ ...material, lineNo: index + 1 }))
  const sumRial = [...services, ...materials].reduce((sum, { priceRial }) => sum + priceRial, 0)
  if (sumRial > maxRial) return err({ code: 'offerAboveMost', mostRial: rial(maxRial) })
  const offer: MadeOffer = {
    revision: (newest ?? 0) + 1,
    services,
    materials,
    amountRial: rial(sumRial),
    vat: command.vat,
    validUntilUtcMs,
    note: command.note.trim(),
  }
  return ok([{ type: 'offerMade', ...offer, amountHash: amountHash(request.requestId, offer, sha256Hex) }])
}
