import { facts, h, isolated } from '../dom.ts'
import { plateDrawing } from './plate.ts'
import { section, type View } from './view.ts'

/** Which car, whose, which garage, and how far the job has come. */
export function carSection({ data, job, say }: View): HTMLElement {
  const { verify, domain, fill } = say
  const { vehicle, customer, facts: known, origin, offer, phase } = job
  const { garage } = data
  return section(
    verify.car,
    h(
      'div',
      { class: 'car' },
      plateDrawing(vehicle.plate),
      facts([
        [verify.model, isolated(vehicle.model)],
        [verify.vin, known.vin === null ? null : isolated(known.vin, 'code')],
        [verify.odometer, known.odometerKm === null ? null : fill(verify.kilometres, { count: known.odometerKm })],
        [verify.customer, customer.name === '' ? null : isolated(customer.name)],
        [verify.mobile, customer.mobile === null ? null : isolated(say.mobile(customer.mobile))],
        [verify.booking, origin.kind === 'walkIn' ? verify.walkIn : isolated(origin.bookingRef, 'code')],
        [verify.offer, offer === null ? null : fill(verify.offerSay, { offerId: offer.offerId, revision: offer.revision })],
        [verify.state, domain.phase[phase.kind]],
        [verify.garage, [isolated(garage.name), garage.phone === '' ? null : [' · ', isolated(say.digits(garage.phone))]]],
        [verify.madeAt, say.at(data.madeAtUtcMs)],
      ]),
    ),
  )
}
