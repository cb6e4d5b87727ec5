import type { ServiceId } from '../../../core/basics/ids.ts'
import type { TodayBoard } from '../../../core/contract/views.ts'
import type { Service } from '../../../core/domain/garage/types.ts'

/** The price list, what is asked for most on today's board first, then as the owner ordered it. */
export function offeredServices(services: readonly Service[], board: TodayBoard | null): readonly Service[] {
  const asked = new Map<ServiceId, number>()
  for (const card of board === null
    ? []
    : [...board.expected, ...board.waiting, ...board.ready, ...board.bays.flatMap(({ job }) => job ?? [])]) {
    for (const { serviceId } of card.services) asked.set(serviceId, (asked.get(serviceId) ?? 0) + 1)
  }
  const timesAsked = ({ serviceId }: Service): number => asked.get(serviceId) ?? 0
  return services.filter(({ active }) => active).toSorted((a, b) => timesAsked(b) - timesAsked(a))
}
