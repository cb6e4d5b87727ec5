import { searchKey } from '../../basics/textFold.ts'
import type { Service } from '../garage/types.ts'
import type { RequestedService } from '../job/types.ts'

/** The price list by folded title; where an old line and a current one read the same, the current one. */
export type ServicesByTitle = ReadonlyMap<string, Service>

export function servicesByTitle(services: readonly Service[]): ServicesByTitle {
  const oldFirst = services.toSorted((a, b) => Number(a.active) - Number(b.active))
  return new Map(oldFirst.map((service) => [searchKey(service.title), service]))
}

export type ReadServices = {
  /** Each once, in the order typed. */
  readonly found: readonly RequestedService[]
  /** Titles of those found that are no longer offered. */
  readonly withdrawn: readonly string[]
  readonly unknown: readonly string[]
}

const separators = /[+＋;؛|،\n]/

/** A text that is a title as a whole stays whole, whatever separators stand in it. */
export function readServices(typed: readonly string[], list: ServicesByTitle): ReadServices {
  const titles = typed.flatMap((text) => (list.has(searchKey(text)) ? [text] : text.split(separators)))
  const found = new Map<string, Service>()
  const unknown: string[] = []
  for (const title of titles) {
    const key = searchKey(title)
    const service = list.get(key)
    if (service !== undefined) found.set(service.serviceId, service)
    else if (key !== '') unknown.push(title)
  }
  return {
    found: [...found.values()].map(({ serviceId, title, quotedMin, priceRial, needs }) => ({
      serviceId,
      title,
      quotedMin,
      priceRial,
      needs,
    })),
    withdrawn: [...found.values()].filter((service) => !service.active).map((service) => service.title),
    unknown,
  }
}
