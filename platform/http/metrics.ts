/** Counts of one process, in Prometheus' text form (exposition format 0.0.4). */
export type Metrics = {
  readonly count: (name: CounterName, by?: number, label?: string) => void
  readonly took: (route: string, ms: number) => void
  readonly text: (gauges: Readonly<Record<string, number>>) => string
}

const counters = {
  requests: ['pishkhan_requests_total', 'answer', 'Answers by route and status.'],
  accepted: ['pishkhan_events_accepted_total', null, 'Facts stored and passed on.'],
  stored: ['pishkhan_events_repeated_total', null, 'Facts that were there already.'],
  quarantined: ['pishkhan_events_quarantined_total', null, 'Facts stored and put aside.'],
  problems: ['pishkhan_problems_total', 'code', 'Calls that were not carried out, by code.'],
  failures: ['pishkhan_failures_total', null, 'Calls that failed inside the service.'],
} as const
type CounterName = keyof typeof counters

/** Upper bounds in seconds; the contract's bound for a garage's poll is 250 ms. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

export function metrics(): Metrics {
  const counts = new Map<CounterName, Map<string, number>>()
  const times = new Map<string, { readonly buckets: number[]; sum: number; count: number }>()
  return {
    count: (name, by = 1, label = '') => {
      const labels = counts.get(name) ?? new Map<string, number>()
      counts.set(name, labels.set(label, (labels.get(label) ?? 0) + by))
    },
    took: (route, ms) => {
      const time = times.get(route) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
      for (const [index, bound] of bounds.entries()) if (ms <= bound * 1000) time.buckets[index] = (time.buckets[index] ?? 0) + 1
      time.sum += ms / 1000
      time.count += 1
      times.set(route, time)
    },
    text: (gauges) => {
      const lines: string[] = []
      for (const [name, [metric, label, help]] of Object.entries(counters)) {
        lines.push(`# HELP ${metric} ${help}`, `# TYPE ${metric} counter`)
        const labels = isCounter(name) ? (counts.get(name) ?? new Map<string, number>()) : new Map<string, number>()
        if (label === null && labels.size === 0) lines.push(`${metric} 0`)
        for (const [value, count] of labels) lines.push(`${metric}${label === null ? '' : `{${label}="${value}"}`} ${count}`)
      }
      lines.push('# HELP pishkhan_request_seconds Time of an answer by route.', '# TYPE pishkhan_request_seconds histogram')
      for (const [route, { buckets, sum, count }] of times) {
        for (const [index, bound] of bounds.entries()) {
          lines.push(`pishkhan_request_seconds_bucket{route="${route}",le="${bound}"} ${buckets[index] ?? 0}`)
        }
        lines.push(`pishkhan_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`)
        lines.push(`pishkhan_request_seconds_sum{route="${route}"} ${sum}`, `pishkhan_request_seconds_count{route="${route}"} ${count}`)
      }
      for (const [gauge, value] of Object.entries(gauges)) lines.push(`# TYPE ${gauge} gauge`, `${gauge} ${value}`)
      return `${lines.join('\n')}\n`
    },
  }
}

function isCounter(name: string): name is CounterName {
  return Object.hasOwn(counters, name)
}
