import type { EventId, JobId, RequestId } from '../../core/basics/ids.ts'
import { minuteMs, type UtcMs, utcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import type { RequestCommand } from '../../core/domain/request/commands.ts'
import type { Wanted } from '../../core/domain/request/types.ts'
import { isMobile } from '../../core/persian/mobile.ts'
import { newId } from '../../electron/service/ids.ts'
import type { Service } from '../../electron/service/service.ts'
import { car } from './garage.ts'
import { platformWriter } from './requestWire.ts'

/** Customers who ask, and the desk that answers: price requests in every state, written by the platform's device and by the desk's own commands. */
export function requestDay(service: Service, act: (command: RequestCommand) => { readonly ok: boolean }) {
  const platform = platformWriter(service)
  const now = (): UtcMs => service.garageForSync()?.clock.wallUtcMs() ?? utcMs(0)
  const after = (minutes: number): UtcMs => utcMs(now() + minutes * minuteMs)

  const ask = (wanted: Wanted, answerInMin: number, askedAgoMin = 5): RequestId => {
    const requestId = newId<RequestId>(now())
    platform.request(requestId, { type: 'priceAsked', answerByUtcMs: after(answerInMin), ...wanted }, [], after(-askedAgoMin))
    return requestId
  }
  const page = (requestId: RequestId) => {
    const found = service.request(requestId)
    if (found === null) throw new Error('the request is here')
    return found
  }
  const listed = (title: string) => {
    const found = service.garage()?.services.find((each) => each.title === title)
    if (found === undefined) throw new Error(`not in the list: ${title}`)
    return found
  }
  return {
    ask,
    page,
    wanted: (plate: string, model: string, name: string, titles: readonly string[], more: Partial<Wanted> = {}): Wanted => {
      const mobile = `0912${String(1_000_000 + Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) * 17)}`
      const services = service.garage()?.services ?? []
      return {
        customer: { name, mobile: isMobile(mobile) ? mobile : null },
        vehicle: car(plate, model),
        services: titles.map((title) => ({ serviceId: services.find((each) => each.title === title)?.serviceId ?? null, title })),
        materials: [],
        note: '',
        ...more,
      }
    },
    /** The desk offers, at prices in rial; the revision that it makes. */
    offer: (
      requestId: RequestId,
      prices: Readonly<Record<string, number>>,
      change: Partial<Extract<RequestCommand, { type: 'makeOffer' }>> = {},
    ): number => {
      const afterRevision = page(requestId).request.offers.at(-1)?.revision ?? null
      const services = Object.entries(prices).map(([title, price]) => ({ serviceId: listed(title).serviceId, priceRial: rial(price) }))
      const outcome = act({
        type: 'makeOffer',
        requestId,
        services,
        materials: [],
        vat: { kind: 'inside' },
        validUntilUtcMs: after(120),
        note: '',
        afterRevision,
        ...change,
      })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome))
      return (afterRevision ?? 0) + 1
    },
    /** The customer accepts a revision, having seen no more of the request than `seen`; the booking comes with it. */
    accept: (
      requestId: RequestId,
      revision: number,
      { jobNo, slotInMin, seen }: { jobNo: number; slotInMin: number; seen?: readonly EventId[] },
    ): JobId => {
      const { request, timeline } = page(requestId)
      const offer = request.offers.find((each) => each.revision === revision)
      if (offer === undefined) throw new Error(`no revision ${revision}`)
      const jobId = newId<JobId>(now())
      const { amountHash, services, materials, amountRial, vat } = offer
      const heads = seen ?? timeline.slice(-1).map(({ eventId }) => eventId)
      platform.request(requestId, { type: 'offerAccepted', revision, amountHash, jobId }, heads)
      platform.job(jobId, 'bookingMade', {
        jobNo,
        bookingRef: `K-${jobNo}`,
        requestId,
        slotStartUtcMs: after(slotInMin),
        customer: request.wanted.customer,
        vehicle: request.wanted.vehicle,
        services,
        materials,
        acceptedRial: null,
        offer: { offerId: requestId, revision, amountRial, vat },
        note: '',
      })
      return jobId
    },
    takeBack: (requestId: RequestId, reason: string): EventId =>
      platform.request(
        requestId,
        { type: 'priceRequestTakenBack', reason },
        page(requestId)
          .timeline.slice(-1)
          .map(({ eventId }) => eventId),
      ),
  }
}

export type RequestDay = ReturnType<typeof requestDay>
