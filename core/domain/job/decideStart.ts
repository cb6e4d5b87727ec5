import type { BayId, PersonId } from '../../basics/ids.ts'
import { err, ok } from '../../basics/result.ts'
import { overridePassedOver } from '../queue/override.ts'
import type { JobCommand } from './commands.ts'
import type { JobContext, JobDecision } from './context.ts'
import type { JobRefusal } from './refusals.ts'
import { jobNeeds } from './needs.ts'
import type { Job } from './types.ts'

type StartCommand = Extract<JobCommand, { type: 'startWork' }>
type ResumeCommand = Extract<JobCommand, { type: 'resumeWork' }>

/**
 * T6: the order of the queue is kept unless the desk gives a reason. The reason and whoever was passed over become an
 * event of their own, which the owner's report and the passed-over customer's page show.
 */
export function decideStart(command: StartCommand, job: Job, context: JobContext): JobDecision {
  if (job.phase.kind !== 'waiting') return err({ code: 'wrongPhase', phase: job.phase.kind })
  const misplaced = placeProblem(command.bayId, command.mechanicId, job, context)
  if (misplaced !== null) return err(misplaced)
  const started = { type: 'workStarted', bayId: command.bayId, mechanicId: command.mechanicId } as const
  const passedOver = overridePassedOver(context.queue, job.jobId, command.mechanicId, command.bayId)
  if (passedOver.length === 0) return ok([started])
  const reason = command.overrideReason?.trim() ?? ''
  if (reason === '') return err({ code: 'outOfTurn', passedOver })
  return ok([started, { type: 'servedOutOfTurn', reason, passedOver }])
}

/** A job that kept its bay goes on there; one that freed it goes on wherever a fitting bay and mechanic are free. */
export function decideResume(command: ResumeCommand, job: Job, context: JobContext): JobDecision {
  if (job.phase.kind !== 'paused') return err({ code: 'wrongPhase', phase: job.phase.kind })
  const misplaced = placeProblem(command.bayId, command.mechanicId, job, context)
  if (misplaced !== null) return err(misplaced)
  return ok([{ type: 'workResumed', bayId: command.bayId, mechanicId: command.mechanicId }])
}

function placeProblem(bayId: BayId, mechanicId: PersonId, job: Job, { garage, queue }: JobContext): JobRefusal | null {
  const bay = garage.bays.find((candidate) => candidate.bayId === bayId && candidate.active)
  if (bay === undefined) return { code: 'unknownBay' }
  const mechanic = garage.people.find((person) => person.personId === mechanicId && person.active && person.role === 'mechanic')
  if (mechanic === undefined) return { code: 'unknownMechanic' }

  const taken = takenProblem(bayId, mechanicId, job, { queue })
  if (taken !== null) return taken

  const needs = jobNeeds(job.services)
  if (needs.bayKinds.length > 0 && !needs.bayKinds.includes(bay.kind)) return { code: 'bayUnfit', wanted: needs.bayKinds }
  const missing = needs.skills.filter((skill) => !mechanic.skills.includes(skill))
  return missing.length > 0 ? { code: 'mechanicUnfit', missing } : null
}

/** Whether another job stands in the bay, or is being worked on by the mechanic. */
export function takenProblem(bayId: BayId, mechanicId: PersonId, job: Job, { queue }: Pick<JobContext, 'queue'>): JobRefusal | null {
  const others = queue.running.filter((running) => running.jobId !== job.jobId)
  const inBay = others.find((running) => running.bayId === bayId)
  if (inBay !== undefined) return { code: 'bayTaken', bayId, byJobId: inBay.jobId }
  const withMechanic = others.find((running) => running.mechanicId === mechanicId && running.pausedFor === null)
  return withMechanic === undefined ? null : { code: 'mechanicBusy', byJobId: withMechanic.jobId }
}
