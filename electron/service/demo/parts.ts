import type { JobId, PersonId } from '../../../core/basics/ids.ts'
import { rial, type Rial } from '../../../core/basics/rial.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import { mismatches } from '../../../core/domain/materials/match.ts'
import type { GivenPart, MaterialSpec } from '../../../core/domain/materials/types.ts'
import { closingRows, differences, proposedLines } from '../../../core/domain/pricing/account.ts'
import { paidRial } from '../../../core/domain/pricing/bill.ts'
import type { ClosingRow } from '../../../core/domain/pricing/closing.ts'
import type { PaymentMethod } from '../../../core/domain/pricing/types.ts'
import { searchMaterials } from '../../../db/queries/materials.ts'
import { surely, type Shop } from './shop.ts'
import type { Visit } from './visit.ts'

/** Logs the next part that was asked for or accepted and is not yet used; nothing while the work stands. */
export function useNext(shop: Shop, jobId: JobId, mechanicId: PersonId): void {
  const row = jobOf(shop, jobId).phase.kind === 'inWork' ? openParts(shop, jobId)[0] : undefined
  if (row !== undefined) logPart(shop, jobId, row, mechanicId)
}

/** Logs whatever is still to be used: no car of the demo leaves with a line untouched. */
export function useRest(shop: Shop, jobId: JobId, mechanicId: PersonId): void {
  for (const row of openParts(shop, jobId)) logPart(shop, jobId, row, mechanicId)
}

export function openParts(shop: Shop, jobId: JobId): readonly ClosingRow[] {
  return closingRows(jobOf(shop, jobId)).filter((row) => row.hasPart && row.state === 'agreed' && row.used.milli === 0)
}

function logPart(shop: Shop, jobId: JobId, { basis, spec, requested, consented }: ClosingRow, mechanicId: PersonId): void {
  const quantity = requested ?? consented
  if (spec === null || quantity === null) return
  const sparesMilli = quantity.unit === 'litre' ? (shop.visits.get(jobId)?.sparesMilli ?? 0) : 0
  const used = { ...quantity, milli: Math.max(1, quantity.milli - sparesMilli) }
  const part = partFor(shop, spec)
  const source = part.materialId === null ? 'requested' : 'barcode'
  surely(shop.context, { type: 'logPart', jobId, basis, part, quantity: used, source }, mechanicId)
}

/** What the mechanic takes from the shelf for it. */
function partFor({ context }: Shop, spec: MaterialSpec): GivenPart {
  const shelf = searchMaterials(context.db, { text: spec.kind, limit: 50, alsoInactive: false })
  const found = shelf.find((material) => mismatches(spec, material).length === 0)
  if (found === undefined) return { ...spec, barcode: null, materialId: null }
  const { kind, brand, grade, partNo, barcode, materialId } = found
  return { kind, brand, grade, partNo, barcode, materialId }
}

/** What the desk did with the bill of a finished car before its customer came. */
export function prepareBill(shop: Shop, jobId: JobId, mechanicId: PersonId, how: Visit['bill']): void {
  if (how === 'none') return
  const { context, deskId } = shop
  const lines = proposedLines(jobOf(shop, jobId))
  if (how === 'partlyPaid') {
    surely(
      context,
      { type: 'setBill', jobId, lines, discount: { amountRial: rial(500_000), reason: 'مشتری همیشگی' }, replacesSetAtUtcMs: null },
      deskId,
    )
    const payment = { method: 'cash', amountRial: rial(5_000_000), reference: '' } as const
    surely(context, { type: 'takePayment', jobId, payment }, deskId)
    return
  }
  surely(context, { type: 'setBill', jobId, lines, discount: null, replacesSetAtUtcMs: null }, deskId)
  const counted = jobOf(shop, jobId).uses.find((use) => use.quantity.unit === 'piece' && use.quantity.milli > 1000)
  if (counted === undefined) throw new Error('a car with one part too many on its bill has several of one')
  surely(context, { type: 'takeBackPart', jobId, useId: counted.useId, milli: 1000, reason: 'یکی سالم بود و برگشت' }, mechanicId)
}

/** Puts the bill right, settles what is left, and hands the car over. */
export function handOver(shop: Shop, jobId: JobId): void {
  const { context, deskId } = shop
  const { bill } = jobOf(shop, jobId)
  if (bill !== null && differences(jobOf(shop, jobId)).length > 0) {
    const { discount, setAtUtcMs } = bill
    const lines = proposedLines(jobOf(shop, jobId))
    surely(context, { type: 'setBill', jobId, lines, discount, replacesSetAtUtcMs: setAtUtcMs }, deskId)
  }
  const job = jobOf(shop, jobId)
  const leftRial = leftToPay(job)
  const payments = leftRial === 0 ? [] : [{ method: methodOf(job), amountRial: leftRial, reference: '' }]
  surely(context, { type: 'handOver', jobId, payments, debt: null }, deskId)
}

function leftToPay(job: Job): Rial {
  const askedRial = (job.bill?.lines ?? proposedLines(job)).reduce((sum, line) => sum + line.amountRial, 0)
  return rial(askedRial - (job.bill?.discount?.amountRial ?? 0) - paidRial(job))
}

/** Most people pay by card. */
function methodOf({ jobNo }: Job): PaymentMethod {
  if (jobNo % 5 === 0) return 'cash'
  return jobNo % 7 === 0 ? 'transfer' : 'card'
}

function jobOf({ context }: Shop, jobId: JobId): Job {
  const job = context.openJobs().get(jobId)
  if (job === undefined) throw new Error('a car of the demo is here until it is handed over')
  return job
}
