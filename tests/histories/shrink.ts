import type { Action, Schedule } from './schedule.ts'

/** Strikes actions from a failing schedule as long as it still fails: halves first, then ever smaller runs, at last one by one. */
export function shrunk(schedule: Schedule, fails: (schedule: Schedule) => boolean): Schedule {
  let least = schedule
  for (let run = Math.ceil(least.actions.length / 2); run >= 1; run = Math.floor(run / 2)) {
    for (let start = 0; start < least.actions.length;) {
      const tried = { ...least, actions: least.actions.toSpliced(start, run) }
      if (fails(tried)) least = tried
      else start += run
    }
  }
  return least
}

/** A schedule for people, one action a line. */
export function told({ seed, pcs, actions }: Schedule): string {
  return [`seed ${seed}, ${pcs} PCs`, ...actions.map(line)].join('\n')
}

function line(action: Action): string {
  const { kind, pc, roll: _, ...rest } = action
  return `  pc${pc + 1} ${kind} ${Object.entries(rest)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')}`
}
