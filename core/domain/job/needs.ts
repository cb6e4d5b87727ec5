import type { BayKind, Needs } from '../queue/types.ts'
import type { RequestedService } from './types.ts'

/**
 * What a whole job asks for: every skill that any of its services asks, and a bay that suits all of them. When no kind of
 * bay suits all, the longest service decides: the car moves for the shorter ones.
 */
export function jobNeeds(services: readonly RequestedService[]): Needs {
  const skills = [...new Set(services.flatMap((service) => service.needs.skills))].toSorted()
  const particular = services.filter((service) => service.needs.bayKinds.length > 0)
  const common = particular.reduce<readonly BayKind[] | null>(
    (kinds, service) => (kinds === null ? service.needs.bayKinds : kinds.filter((kind) => service.needs.bayKinds.includes(kind))),
    null,
  )
  if (common === null || common.length > 0) return { skills, bayKinds: common ?? [] }
  const longest = particular.toSorted((a, b) => b.quotedMin - a.quotedMin)[0]
  return { skills, bayKinds: longest?.needs.bayKinds ?? [] }
}
