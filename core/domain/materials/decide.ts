import { assertNever } from '../../basics/assertNever.ts'
import { err, ok } from '../../basics/result.ts'
import { searchKey } from '../../basics/textFold.ts'
import type { JobDecision } from '../job/context.ts'
import { isBegun } from '../job/phases.ts'
import type { Job } from '../job/types.ts'
import { agreedLines, type AgreedLine } from '../pricing/agreed.ts'
import { hasAnswer } from '../consent/state.ts'
import { basisKey, type Basis } from '../pricing/basis.ts'
import type { MaterialCommand } from './commands.ts'
import { mismatchesOf, nearestLine } from './match.ts'
import { quantityProblem } from './quantity.ts'
import { leftOfUse } from './uses.ts'

type CommandOf<Type extends MaterialCommand['type']> = Extract<MaterialCommand, { type: Type }>

export function decideMaterial(command: MaterialCommand, job: Job): JobDecision {
  switch (command.type) {
    case 'requestMaterials':
      return requestMaterials(command, job)
    case 'logPart':
      return logPart(command, job)
    case 'takeBackPart':
      return takeBackPart(command, job)
    default:
      return assertNever(command)
  }
}

/**
 * T5: once a price was accepted, work has begun or a request was answered, what was asked for changes only by consent: the
 * new total that a customer signed stands on it.
 */
export function isRequestAgreed(job: Job): boolean {
  const { acceptedRial, offer, phase } = job
  if (acceptedRial !== null || offer !== null || hasAnswer(job)) return true
  return phase.kind !== 'expected' && phase.kind !== 'waiting' && phase.kind !== 'noShow'
}

function requestMaterials({ materials }: CommandOf<'requestMaterials'>, job: Job): JobDecision {
  if (job.phase.kind === 'cancelled' || job.phase.kind === 'handedOver') return err({ code: 'wrongPhase', phase: job.phase.kind })
  if (isRequestAgreed(job) || job.uses.length > 0) return err({ code: 'requestIsAgreed' })
  const billed = job.bill?.lines.find((line) => line.basis.kind === 'material')
  if (billed !== undefined) return err({ code: 'lineInUse', basis: billed.basis })
  for (const { spec, quantity } of materials) {
    if (searchKey(spec.kind) === '') return err({ code: 'kindMissing' })
    const problem = quantityProblem(quantity)
    if (problem !== null) return err(problem)
  }
  return ok([
    { type: 'workRequested', materials: materials.map((material, index) => ({ ...material, lineNo: index + 1 })), offer: job.offer },
  ])
}

/**
 * T1 and T5: a part goes into the log only on a line that asks for it, up to the quantity that the line has left. Without
 * a line named, the first one that it matches takes it. Otherwise the refusal says which fields differ from the nearest line.
 */
function logPart({ basis, part, quantity, source }: CommandOf<'logPart'>, job: Job): JobDecision {
  if (!isBegun(job.phase.kind)) return err({ code: 'wrongPhase', phase: job.phase.kind })
  if (searchKey(part.kind) === '') return err({ code: 'kindMissing' })
  const problem = quantityProblem(quantity)
  if (problem !== null) return err(problem)
  const named = basis === null ? { ok: true as const, value: openLines(job) } : namedLine(job, basis)
  if (!named.ok) return named
  const judged = named.value.map((line) => ({ line, mismatches: mismatchesOf(job, line, part, quantity) }))
  const fits = judged.find((each) => each.mismatches.length === 0)
  if (fits !== undefined) return ok([{ type: 'partUsed', basis: fits.line.basis, part, quantity, source }])
  const only = basis === null ? null : judged[0]
  const nearest =
    only === null || only === undefined
      ? nearestLine(judged)
      : { basis: only.line.basis, title: only.line.title, mismatches: only.mismatches }
  return err({ code: 'partMismatch', part, nearest })
}

function openLines(job: Job): readonly AgreedLine[] {
  return agreedLines(job).filter((line) => line.state === 'agreed' && line.spec !== null)
}

function namedLine(job: Job, basis: Basis) {
  const key = basisKey(basis)
  const line = agreedLines(job).find((each) => each.key === key)
  if (line === undefined) return err({ code: 'unknownLine' })
  if (line.spec === null) return err({ code: 'lineHasNoPart' })
  if (line.state === 'leftOut') return err({ code: 'lineLeftOut' })
  return line.state === 'agreed' ? ok([line]) : err({ code: 'lineNotAgreed', state: line.state })
}

function takeBackPart({ useId, milli, reason }: CommandOf<'takeBackPart'>, job: Job): JobDecision {
  if (!isBegun(job.phase.kind)) return err({ code: 'wrongPhase', phase: job.phase.kind })
  const use = job.uses.find((each) => each.useId === useId)
  if (use === undefined) return err({ code: 'unknownUse' })
  const { unit } = use.quantity
  const problem = quantityProblem({ milli, unit })
  if (problem !== null) return err(problem)
  const left = leftOfUse(use)
  if (milli > left.milli) return err({ code: 'moreThanUsed', left })
  return ok([{ type: 'partTakenBack', useId, milli, reason: reason.trim() }])
}
