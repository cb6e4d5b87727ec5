import type { JobId } from '../../core/basics/ids.ts'
import { parseMobile, type Mobile } from '../../core/persian/mobile.ts'
import { proofData, type ProofData } from '../../core/wire/proof.ts'
import { dataTextOf } from '../../core/wire/proofFile.ts'
import type { DeviceKey } from '../../electron/service/deviceKey/deviceKey.ts'
import { fileDeviceKey } from '../../electron/service/deviceKey/fileKey.ts'
import { deviceKeyFiles } from '../../electron/service/deviceKey/places.ts'
import { accountOf, answer, askAtCounter, carInWork, newestConsent, surely } from './consentDay.ts'
import { customer, item, labour, quantity, shownText } from './consents.ts'
import { openTestGarage } from './service.ts'

/** A JPEG of one pixel. */
export const onePixel =
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q=='

export type MadeProof = {
  readonly html: string
  readonly fileName: string
  readonly data: ProofData
  readonly key: DeviceKey
  readonly jobId: JobId
}
export type ProofGarage = ReturnType<typeof openTestGarage>

/** A day's job with all that a proof shows: a photo, a request half accepted at the counter, one refused by call, parts, bill, payment. */
export function provenJob(open: ProofGarage = openTestGarage()): MadeProof {
  const jobId = carInWork(open)
  const stored = open.service.addPhoto(onePixel)
  if (!stored.ok) throw new Error(stored.error.code)
  const { hash } = stored.value
  surely(open, { type: 'noteVehicle', jobId, vin: 'NAAM01E15HK123456', odometerKm: 128_400 })
  surely(open, { type: 'reportFinding', jobId, title: 'دیسک چرخ جلو', note: 'لبه دارد', grade: 'unsafe', photos: [hash] })
  const { findingId } = accountOf(open, jobId).findings[0]?.finding ?? {}
  askAtCounter(open, jobId, [item({ photos: [hash], findingId: findingId ?? null, foundBy: open.named('رضا کریمی') }), labour])
  open.clock.pass(180_000)
  surely(open, answer(open, jobId, ['accepted', 'refused']))
  askByCall(open, jobId)
  useAll(open, jobId)
  open.clock.pass(1_800_000)
  surely(open, { type: 'finishWork', jobId })
  const lines = accountOf(open, jobId).proposedLines
  surely(open, { type: 'setBill', jobId, lines, discount: null, replacesSetAtUtcMs: null })
  const { leftRial } = accountOf(open, jobId).meter
  surely(open, { type: 'handOver', jobId, payments: [{ method: 'card', amountRial: leftRial, reference: '4471' }], debt: null })
  return proofOf(open, jobId)
}

export function proofOf(open: Pick<ProofGarage, 'service' | 'dataFolder'>, jobId: JobId): MadeProof {
  const file = open.service.proof(jobId)
  if (file === null) throw new Error('the job has a proof')
  return { ...file, jobId, data: dataOf(file.html), key: fileDeviceKey(deviceKeyFiles(open.dataFolder).plain) }
}

function askByCall(open: ProofGarage, jobId: JobId): void {
  surely(open, { type: 'askConsent', jobId, items: [item({ title: 'شیر سیلندر', quantity: quantity(1) })], replaces: null })
  const { consentId, snapshotHash } = newestConsent(open, jobId).consent
  surely(open, { type: 'showConsent', jobId, consentId, channel: 'call', text: shownText })
  const call = {
    channel: 'call',
    number: mobile(),
    calledAtUtcMs: open.clock.wallUtcMs(),
    readBack: true,
    note: 'گفت بماند برای بعد',
  } as const
  surely(open, {
    type: 'answerConsent',
    jobId,
    consentId,
    snapshotHash,
    text: shownText,
    answers: [{ itemNo: 1, decision: 'refused', condition: '' }],
    decidedBy: customer,
    evidence: call,
  })
}

function useAll(open: ProofGarage, jobId: JobId): void {
  for (const { basis, spec, requested, consented, state } of accountOf(open, jobId).rows) {
    const agreed = requested ?? consented
    if (state !== 'agreed' || spec === null || agreed === null) continue
    const part = { ...spec, barcode: null, materialId: null }
    surely(open, { type: 'logPart', jobId, basis, part, quantity: agreed, source: 'requested' })
  }
}

export function dataOf(html: string): ProofData {
  return proofData.parse(JSON.parse(dataTextOf(html) ?? ''))
}

function mobile(): Mobile {
  const parsed = parseMobile('09121234567')
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}
