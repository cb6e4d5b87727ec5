import { useState } from 'react'
import { ok, type Result } from '../../../core/basics/result.ts'
import type { JobCard, UseView } from '../../../core/contract/views.ts'
import type { GivenPart, PartSource, Quantity } from '../../../core/domain/materials/types.ts'
import { leftOfUse } from '../../../core/domain/materials/uses.ts'
import { basisKey, type Basis } from '../../../core/domain/pricing/basis.ts'
import { client } from '../../client/client.ts'
import { useFormat } from '../../i18n/format.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { showToast } from '../../ui/toasts.ts'
import { type SendRefusal, useDeskCommand } from '../jobActions/useDeskCommand.ts'
import { partAsked } from './fitting.ts'
import type { PartLine } from './partLines.ts'

export type PartToLog = {
  /** Null lets the rule find the line. */
  readonly basis: Basis | null
  readonly part: GivenPart
  readonly quantity: Quantity
  readonly source: PartSource
}

export type PartWork = {
  /** Keys of lines with a command under way: sent, or waiting for the service to come back. */
  readonly underWay: ReadonlySet<string>
  /** Says what was logged and offers to take it back. A refusal is the caller's to show. */
  readonly log: (toLog: PartToLog) => Promise<Result<null, SendRefusal>>
  /** One tap: what is left of the line, as it was asked for. A refusal is said. */
  readonly logAsked: (line: PartLine) => void
  readonly startWork: (line: PartLine) => void
  readonly takeBack: (use: UseView['use'], milli: number, reason: string) => Promise<Result<null, SendRefusal>>
}

const noLine = 'no line'

/** Everything that is done to the parts of one job, under the name of whoever acts. */
export function usePartWork({ jobId }: Pick<JobCard, 'jobId'>): PartWork {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const { send } = useDeskCommand()
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set())

  const during = async <Value>(key: string, work: Promise<Value>): Promise<Value> => {
    setUnderWay((keys) => new Set([...keys, key]))
    try {
      return await work
    } finally {
      setUnderWay((keys) => new Set([...keys].filter((other) => other !== key)))
    }
  }
  const say = (refusal: SendRefusal): void => {
    if (refusal.code !== 'failed') showToast({ look: 'danger', say: refusalText(refusal) })
  }
  const takeBack = async (use: UseView['use'], milli: number, reason: string): Promise<Result<null, SendRefusal>> => {
    const outcome = await during(basisKey(use.basis), send({ type: 'takeBackPart', jobId, useId: use.useId, milli, reason }))
    if (!outcome.ok) return outcome
    showToast({
      look: 'done',
      say: text('mechanic.takenBack', { part: use.part.kind, quantity: format.quantity({ milli, unit: use.quantity.unit }) }),
    })
    return ok(null)
  }
  const undoNewest = async (basis: Basis | null): Promise<void> => {
    const page = await client.job({ jobId })
    const uses = page?.account.uses.filter(({ use }) => leftOfUse(use).milli > 0) ?? []
    const newest = uses
      .filter(({ use }) => basis === null || basisKey(use.basis) === basisKey(basis))
      .toSorted((a, b) => b.use.atUtcMs - a.use.atUtcMs)[0]?.use
    if (newest === undefined) return
    const outcome = await takeBack(newest, leftOfUse(newest).milli, text('mechanic.undoReason'))
    if (!outcome.ok) say(outcome.error)
  }
  const log = async ({ basis, part, quantity, source }: PartToLog): Promise<Result<null, SendRefusal>> => {
    const key = basis === null ? noLine : basisKey(basis)
    const outcome = await during(key, send({ type: 'logPart', jobId, basis, part, quantity, source }))
    if (!outcome.ok) return outcome
    showToast({
      look: 'done',
      say: text('mechanic.logged', { part: part.kind, quantity: format.quantity(quantity) }),
      action: { label: text('common.undo'), kbd: 'Ctrl Z', onAction: () => void undoNewest(basis) },
    })
    return ok(null)
  }
  const logAsked = async ({ key, basis, spec, left }: PartLine): Promise<void> => {
    if (spec === null || underWay.has(key)) return
    const outcome = await log({ basis, part: partAsked(spec), quantity: left, source: 'requested' })
    if (!outcome.ok) say(outcome.error)
  }
  const takeBackStart = async ({ consentId, itemNo }: Extract<Basis, { kind: 'consent' }>, work: string): Promise<void> => {
    const outcome = await send({ type: 'takeBackStart', jobId, consentId, itemNo })
    if (outcome.ok) showToast({ look: 'done', say: text('mechanic.begunUndone', { work }) })
    else say(outcome.error)
  }
  const startWork = async ({ key, basis, title }: PartLine): Promise<void> => {
    if (basis.kind !== 'consent' || underWay.has(key)) return
    const outcome = await during(key, send({ type: 'startItem', jobId, consentId: basis.consentId, itemNo: basis.itemNo }))
    if (!outcome.ok) return say(outcome.error)
    showToast({
      look: 'done',
      say: text('mechanic.begun', { work: title }),
      action: { label: text('common.undo'), kbd: 'Ctrl Z', onAction: () => void takeBackStart(basis, title) },
    })
  }
  return {
    underWay,
    log,
    logAsked: (line) => void logAsked(line),
    startWork: (line) => void startWork(line),
    takeBack,
  }
}
